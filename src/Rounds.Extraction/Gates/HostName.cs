using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rounds.Extraction.Gates;

/// <summary>
/// A host as people and attackers write it, read into ASCII or refused. Everything that different parsers read differently (an
/// IPv4 address in octal, a percent sign, a zone id) is refused rather than guessed.
/// </summary>
internal readonly record struct HostName(string? Ascii, string? Reason)
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = false };

    private const string Unreadable = "The site's name cannot be read.";

    public static HostName Read(ReadOnlySpan<char> written)
    {
        if (written.StartsWith("[")) return ReadIPv6(written);
        if (!TryToAscii(written, out var name)) return new(null, Unreadable);
        if (name.EndsWith('.')) name = name[..^1];
        if (!IsWellFormed(name)) return new(null, Unreadable);
        if (EndsInNumber(name)) return ReadIPv4(name);
        return ReservedNames.WhyRefused(name) is { } reason ? new(null, reason) : new(name, null);
    }

    private static HostName ReadIPv6(ReadOnlySpan<char> written)
    {
        if (!written.EndsWith("]") || written.ContainsAnyExcept("[]0123456789abcdefABCDEF:.")
            || !IPAddress.TryParse(written[1..^1], out var address) || address.AddressFamily != AddressFamily.InterNetworkV6)
            return new(null, Unreadable);
        // A mapped address is never written by a person who means the IPv4 address in it.
        return address.IsIPv4MappedToIPv6 || !PublicAddress.Holds(address)
            ? new(null, "The address is not on the public internet.")
            : new(address.ToString(), null);
    }

    /// <summary>Only four plain decimals: 0177.1, 2130706433 and 0x7f.1 are numbers to some resolvers and names to others.</summary>
    private static HostName ReadIPv4(string name)
    {
        if (!IPAddress.TryParse(name, out var address) || address.AddressFamily != AddressFamily.InterNetwork
            || address.ToString() != name)
            return new(null, "The address hides an IP address in an unusual form.");
        return PublicAddress.Holds(address) ? new(name, null) : new(null, "The address is not on the public internet.");
    }

    /// <summary>URL Standard §3.5, "ends in a number": such a host is an IPv4 address or nothing.</summary>
    private static bool EndsInNumber(string name)
    {
        var last = name.AsSpan(name.LastIndexOf('.') + 1);
        if (!last.ContainsAnyExceptInRange('0', '9')) return true;
        return last.StartsWith("0x") && last[2..].IndexOfAnyExcept("0123456789abcdef") < 0;
    }

    private static bool IsWellFormed(string name)
    {
        if (name.Length is 0 or > 253) return false;
        foreach (var range in name.AsSpan().Split('.'))
        {
            var label = name.AsSpan()[range];
            // The underscore is in real names, though RFC 952 has none.
            if (label.Length is 0 or > 63 || label is "-" || label.IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-_") >= 0) return false;
        }
        return true;
    }

    /// <summary>
    /// Lower case, compatibility forms folded (UTS 46: full-width letters, digits and dots are the plain ones), then Punycode.
    /// What remains must be letters, marks and digits: no symbol, space, invisible or direction mark can be in a name.
    /// </summary>
    private static bool TryToAscii(ReadOnlySpan<char> written, out string ascii)
    {
        ascii = "";
        if (written.Length is 0 or > 253) return false;
        if (!written.ContainsAnyExceptInRange('!', '~'))
        {
            ascii = written.ToString().ToLowerInvariant();
            return true;
        }
        var folded = new StringBuilder(written.Length);
        foreach (var rune in written.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) return false;
            folded.Append(Fold(rune));
        }
        var name = folded.ToString().ToLowerInvariant();
        foreach (var rune in name.EnumerateRunes())
            if (!rune.IsAscii && !IsNamePart(rune)) return false;
        try
        {
            ascii = Idn.GetAscii(name).ToLowerInvariant();
            return true;
        }
        catch (ArgumentException)
        {
            // IdnMapping has no Try form; its refusal is the expected answer for a name that is none.
            return false;
        }
    }

    private static bool IsNamePart(Rune rune) => !IsCompatibilityForm(rune) && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;

    /// <summary>
    /// The forms UTS 46 maps to plain ASCII that anyone types (full-width from East Asian keyboards) are folded here by hand: the
    /// program runs without ICU, where String.Normalize leaves everything but ASCII as it is. The others are only ever a disguise.
    /// </summary>
    private static Rune Fold(Rune rune) => rune.Value switch
    {
        0x3002 or 0xff0e or 0xff61 => new Rune('.'),
        >= 0xff01 and <= 0xff5e => new Rune(rune.Value - 0xff01 + '!'),
        >= 0x1d7ce and <= 0x1d7ff => new Rune('0' + (rune.Value - 0x1d7ce) % 10),
        _ => rune,
    };

    /// <summary>Superscripts, ligatures, letter-like symbols, mathematical and enclosed letters: ℓ, ﬁ, 𝐚 read as l, fi, a elsewhere.</summary>
    private static bool IsCompatibilityForm(Rune rune) => rune.Value is 0xaa or 0xba or 0x17f
        or (>= 0x2b0 and <= 0x2b8) or (>= 0x2e0 and <= 0x2e4) or (>= 0x1d2c and <= 0x1d6a) or (>= 0x1d9b and <= 0x1dbf)
        or (>= 0x2070 and <= 0x209c) or (>= 0x2100 and <= 0x214f) or (>= 0xfb00 and <= 0xfb06) or (>= 0x1d400 and <= 0x1d7cd);
}
