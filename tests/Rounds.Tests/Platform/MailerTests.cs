using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Rounds.Platform.Mail;

namespace Rounds.Tests.Platform;

public sealed class MailerTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    [Fact]
    public async Task Without_a_server_a_message_lies_in_the_outbox()
    {
        await site.RestartAsync();

        var outcome = await SendAsync("noor@people.example", "Ihr Zugang für Rounds", "Grüße,\ndie Redaktion");

        Assert.Equal(MailOutcome.LeftInOutbox, outcome);
        var mail = await NewestAsync();
        Assert.Contains("To: noor@people.example\r\n", mail);
        Assert.Contains("Subject: Ihr Zugang für Rounds\r\n", mail);
        Assert.Contains("Date: Mon, 04 May 2026 09:00:00 GMT\r\n", mail);
        Assert.EndsWith("\r\n\r\nGrüße,\r\ndie Redaktion", mail);
    }

    [Theory]
    [InlineData("Hello\r\nBcc: everybody@people.example")]
    [InlineData("Hello\nBcc: everybody@people.example")]
    [InlineData("Hello\u2028Bcc: everybody@people.example")]
    public async Task A_line_break_in_a_subject_makes_no_header(string subject)
    {
        await site.RestartAsync();

        await SendAsync("noor@people.example", subject, "text");

        Assert.Contains("\r\nSubject: Hello Bcc: everybody@people.example\r\n", await NewestAsync());
    }

    [Fact]
    public async Task A_server_gets_the_message()
    {
        await using var server = SmtpServer.Start();
        await site.RestartAsync("--Rounds:Smtp:Host=127.0.0.1", $"--Rounds:Smtp:Port={server.Port}", "--Rounds:Smtp:StartTls=false");

        var outcome = await SendAsync("noor@people.example", "Hello\r\nBcc: everybody@people.example", "Come in.");

        Assert.Equal(MailOutcome.Sent, outcome);
        Assert.Contains("RCPT TO:<noor@people.example>", server.Said);
        Assert.DoesNotContain("\r\nBcc:", server.Said);
        Assert.DoesNotContain("RCPT TO:<everybody@people.example>", server.Said);
        Assert.Contains("subject: Hello Bcc: everybody@people.example\r\n", server.Said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_server_that_is_down_leaves_the_message_in_the_outbox()
    {
        int port;
        await using (var server = SmtpServer.Start())
        {
            port = server.Port;
        }

        await site.RestartAsync("--Rounds:Smtp:Host=127.0.0.1", $"--Rounds:Smtp:Port={port}", "--Rounds:Smtp:StartTls=false");

        Assert.Equal(MailOutcome.LeftInOutbox, await SendAsync("noor@people.example", "Down", "text"));
        Assert.Contains("Subject: Down", await NewestAsync());
        Assert.DoesNotContain(site.Log.Lines, l => l.Text.Contains("noor@people.example", StringComparison.Ordinal));
    }

    private async Task<MailOutcome> SendAsync(string to, string subject, string text)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Mailer>().SendAsync(to, subject, text, default);
    }

    /// <summary>The newest message; it is taken away, so that the next test finds its own.</summary>
    private async Task<string> NewestAsync()
    {
        var file = Assert.Single(Directory.GetFiles(Path.Combine(site.DataFolder, "outbox")));
        var mail = await File.ReadAllTextAsync(file, Encoding.UTF8);
        File.Delete(file);
        return mail;
    }
}
