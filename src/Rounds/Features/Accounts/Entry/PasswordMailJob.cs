using Microsoft.AspNetCore.Identity;
using Rounds.Platform.Jobs;
using Rounds.Platform.Mail;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts.Entry;

/// <summary>
/// Mails the link to a new password. A job, because talking to a mail server takes a second that would tell the asker that
/// the account exists. The subject is the person's id and the site's address; the link itself is made only when it is sent.
/// </summary>
public sealed partial class PasswordMailJob(UserManager<User> users, PasswordLinks links, Mailer mailer, SiteName site, ILogger<PasswordMailJob> log) : IJobHandler
{
    public static string Kind => "password-mail";

    public async Task RunAsync(string subject, CancellationToken cancel)
    {
        var parted = subject.IndexOf(' ', StringComparison.Ordinal);
        if (await users.FindByIdAsync(subject[..parted]) is not { Email: { } mailbox } user)
        {
            return;
        }

        var link = await links.WriteAsync(user, subject[(parted + 1)..]);
        await mailer.SendAsync(mailbox, $"A new password for {site.Value}", $"""
            Hello {user.DisplayName},

            somebody, most likely you, asked for a new password for your account "{user.UserName}" on {site.Value}.
            With this link you can set one, once, within a day:

            {link}

            If it was not you, do nothing: your password stays as it is.
            """, cancel);
        LogSent(log, user.Id);
    }

    public Task GiveUpAsync(string subject, CancellationToken cancel)
    {
        // The person sees no mail and asks again; the worker has logged each fault.
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "Wrote a password link to person {Id}")]
    private static partial void LogSent(ILogger logger, long id);
}
