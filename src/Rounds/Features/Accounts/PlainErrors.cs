using Microsoft.AspNetCore.Identity;

namespace Rounds.Features.Accounts;

/// <summary>Identity's refusals in the site's words, each with what to do next.</summary>
public sealed class PlainErrors : IdentityErrorDescriber
{
    public static readonly IdentityError Taken =
        Say(nameof(Taken), "The handle or the e-mail address was taken a moment ago. Choose another handle, or sign in if the account is yours.");

    public override IdentityError DuplicateUserName(string userName) =>
        Say(nameof(DuplicateUserName), $"The handle {userName} is taken. Choose another.");

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), Handle.Rule);

    public override IdentityError DuplicateEmail(string email) =>
        Say(nameof(DuplicateEmail), "Another account has this e-mail address. Use another, or sign in to that account.");

    public override IdentityError PasswordTooShort(int length) =>
        Say(nameof(PasswordTooShort), $"The password is too short. Use at least {length} characters; a few words in a row are easy to remember.");

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "That is not your password now. Type it again.");

    public override IdentityError InvalidToken() => Say(nameof(InvalidToken), "This link is no longer good. Ask for a new one.");

    public override IdentityError ConcurrencyFailure() =>
        Say(nameof(ConcurrencyFailure), "Somebody changed this at the same moment. Look at it again and repeat what you wanted.");

    private static IdentityError Say(string code, string sentence) => new() { Code = code, Description = sentence };
}
