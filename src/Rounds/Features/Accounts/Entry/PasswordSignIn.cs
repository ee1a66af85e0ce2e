using Microsoft.AspNetCore.Identity;

namespace Rounds.Features.Accounts.Entry;

/// <summary>Sign-in with handle or e-mail and password: no answer, and no time that it takes, tells whether there is such an account.</summary>
public sealed partial class PasswordSignIn(UserManager<User> users, SignInManager<User> signIn, UnknownNames unknown, ILogger<PasswordSignIn> log)
{
    public const string NoMatch = "The name and the password do not match. Check both and try again, or set a new password.";

    public const string Locked =
        "Too many wrong tries: sign-in under this name is locked, even with the right password. Try again in ten minutes, or set a new password. " +
        "If it stays locked, ask the owner of this site.";

    public async Task<SignInResult> TryAsync(string name, string password, bool isPersistent)
    {
        var user = await AccountRegister.FindAsync(users, name);
        if (user?.PasswordHash is null)
        {
            return TryUnknown(Handle.Tidy(name), password);
        }

        var result = await signIn.PasswordSignInAsync(user, password, isPersistent, lockoutOnFailure: true);
        if (result.IsLockedOut)
        {
            LogLocked(log, user.Id);
        }

        return result;
    }

    private SignInResult TryUnknown(string name, string password)
    {
        if (unknown.IsLocked(name))
        {
            return SignInResult.LockedOut;
        }

        users.PasswordHasher.VerifyHashedPassword(new User(), unknown.DecoyHash, password);
        return unknown.Count(name) ? SignInResult.LockedOut : SignInResult.Failed;
    }

    [LoggerMessage(LogLevel.Warning, "Sign-in of person {Id} met a locked account")]
    private static partial void LogLocked(ILogger logger, long id);
}
