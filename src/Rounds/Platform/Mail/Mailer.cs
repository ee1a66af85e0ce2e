using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;

namespace Rounds.Platform.Mail;

/// <summary>SMTP settings, under <c>Rounds:Smtp</c>. Without a host, mail lands in the data folder's <c>outbox/</c>.</summary>
public sealed class SmtpOptions
{
    public const string Section = "Rounds:Smtp";

    public string? Host { get; set; }
    public int Port { get; set; } = 587;
    public bool StartTls { get; set; } = true;
    public string? User { get; set; }
    public string? Password { get; set; }
    public string From { get; set; } = "Rounds <rounds@localhost>";
}

/// <summary>Where a message went.</summary>
public enum MailOutcome
{
    Sent,
    LeftInOutbox,
}

/// <summary>Sends the site's own messages to people: invitations and password links.</summary>
public sealed partial class Mailer(IOptions<SmtpOptions> options, DataFolder folder, TimeProvider clock, ILogger<Mailer> log)
{
    public bool IsConnected => !string.IsNullOrWhiteSpace(options.Value.Host);

    /// <summary>A server that cannot be reached is not the reader's fault: the message waits in the outbox and the log says so.</summary>
    public async Task<MailOutcome> SendAsync(string to, string subject, string text, CancellationToken cancel)
    {
        var settings = options.Value;
        subject = OneLine(subject);
        using var message = new MailMessage
        {
            From = new MailAddress(settings.From),
            Subject = subject,
            SubjectEncoding = Encoding.UTF8,
            Body = text,
            BodyEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(to));
        if (IsConnected)
        {
            try
            {
                using var smtp = new SmtpClient(settings.Host, settings.Port)
                {
                    EnableSsl = settings.StartTls,
                    Credentials = settings.User is null ? null : new System.Net.NetworkCredential(settings.User, settings.Password),
                };
                await smtp.SendMailAsync(message, cancel);
                return MailOutcome.Sent;
            }
            catch (SmtpException fault)
            {
                LogUnsent(log, fault);
            }
        }

        await LeaveInOutboxAsync(to, subject, text, cancel);
        return MailOutcome.LeftInOutbox;
    }

    private async Task LeaveInOutboxAsync(string to, string subject, string text, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var name = $"{now:yyyyMMdd-HHmmssfff}-{Guid.NewGuid():n}"[..28] + ".eml";
        var eml = $"From: {options.Value.From}\r\nTo: {OneLine(to)}\r\nSubject: {subject}\r\nDate: {now:R}\r\n" +
            "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" +
            text.ReplaceLineEndings("\r\n");
        await File.WriteAllTextAsync(Path.Combine(folder.Outbox, name), eml, cancel);
    }

    /// <summary>A line break in a header would be a header of somebody else's.</summary>
    private static string OneLine(string header) => header.ReplaceLineEndings(" ");

    [LoggerMessage(LogLevel.Error, "A message could not be sent and was left in the outbox")]
    private static partial void LogUnsent(ILogger logger, Exception fault);
}
