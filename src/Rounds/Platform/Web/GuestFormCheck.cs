using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Rounds.Platform.Web;

/// <summary>
/// The hidden part of a guest's form, drawn by <c>_GuestFormGuard</c>. A form on a page of which copies are served has
/// neither: it is the same for everybody.
/// </summary>
/// <param name="Opened">When the form was drawn, sealed; tells a person's pace from a robot's.</param>
/// <param name="Confirmation">Proof that exactly these words were shown again to be checked before sending.</param>
public sealed record GuestFormFields(string? Opened = null, string? Confirmation = null)
{
    public const string DecoyName = "homepage";
    public const string OpenedName = "form-opened";
    public const string ConfirmationName = "form-confirmation";

    public static readonly GuestFormFields None = new();

    public bool AsksToCheck => Confirmation is not null;

    /// <summary>For a form that is shown again because something in it was wrong: it keeps the time it was first drawn.</summary>
    public static GuestFormFields Of(IFormCollection form) => new(form[OpenedName].FirstOrDefault());
}

/// <summary>
/// Keeps robots out of guests' forms without third parties, scripts or puzzles. What looks doubtful is never dropped in
/// silence: it is shown again with "Check and send", which a person does in a second and a robot seldom does at all.
/// </summary>
public sealed class GuestFormCheck(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Nobody reads a form, types and sends it within this time; robots do.</summary>
    private static readonly TimeSpan QuickestPerson = TimeSpan.FromSeconds(3);

    /// <summary>Reading one's own words again and pressing a button.</summary>
    private static readonly TimeSpan QuickestCheck = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestCheck = TimeSpan.FromHours(2);

    /// <summary>Most spam exists to place a link.</summary>
    private static readonly string[] SignsOfLinks = ["://", "www.", "](", "[url", "<a ", "href="];

    private readonly IDataProtector _seal = protection.CreateProtector("Rounds.GuestForm");

    /// <summary>For a form on a page of which no copies are kept.</summary>
    public GuestFormFields Open() => new(Seal(""));

    /// <summary>Null when the form may be taken as it is; else the fields with which to show it again, to be checked and sent.</summary>
    /// <param name="form">The form as posted.</param>
    /// <param name="subject">What the form is for, such as <c>comment 12</c>: a confirmation for one is none for another.</param>
    /// <param name="texts">What the guest wrote. Addresses that the form asks for do not belong here: they would look like spam.</param>
    public GuestFormFields? Doubt(IFormCollection form, string subject, params IReadOnlyList<string?> texts)
    {
        var digest = Digest(subject, texts);
        if (IsConfirmed(form[GuestFormFields.ConfirmationName], digest))
        {
            return null;
        }

        // A decoy filled in may be a browser's autofill, which is why it asks instead of refusing.
        var isDoubtful = form[GuestFormFields.DecoyName].ToString().Length > 0
            || form.ContainsKey(GuestFormFields.ConfirmationName)
            || HasLinks(texts)
            || (Age(form[GuestFormFields.OpenedName], "") is { } age && age < QuickestPerson);
        return isDoubtful ? new GuestFormFields(form[GuestFormFields.OpenedName].FirstOrDefault(), Seal(digest)) : null;
    }

    private bool IsConfirmed(string? token, string digest) =>
        Age(token, digest) is { } age && age >= QuickestCheck && age <= LongestCheck;

    private static bool HasLinks(IReadOnlyList<string?> texts) =>
        texts.Any(text => text is not null && SignsOfLinks.Any(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase)));

    private string Seal(string digest) =>
        _seal.Protect($"{clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)} {digest}");

    /// <summary>How long ago a seal was made; null when it is not ours or belongs to other words.</summary>
    private TimeSpan? Age(string? token, string digest)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        try
        {
            var parts = _seal.Unprotect(token).Split(' ', 2);
            return parts[1] == digest
                ? clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[0], CultureInfo.InvariantCulture))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Digest(string subject, IReadOnlyList<string?> texts) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', texts.Select(t => $"{t?.Length} {t}").Prepend(subject)))));
}
