using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Rounds.Features.Accounts;

namespace Rounds.Tests.Accounts;

public abstract class UserCommandTests(Site site)
{
    [Fact]
    public async Task People_are_listed_invited_and_given_a_link_from_the_console()
    {
        await site.JoinAsync("listed", SiteRoles.Moderator);

        var list = await RunAsync("list");
        Assert.Contains("listed\tName of listed\tlisted@post.example\tmoderator", list.Output);

        var invited = await RunAsync("invite", "--role", "approver", "--address", site.Address.ToString());
        var visitor = site.Guest();
        await visitor.AcceptAsync(await visitor.GetAsync(site.LinkIn(invited.Output, "/invitation/")), "from.console");
        Assert.Equal([SiteRoles.Approver], await site.RolesOfAsync("from.console"));

        var reset = await RunAsync("reset-link", "listed", "--address", site.Address.ToString());
        var guest = site.Guest();
        await guest.SubmitAsync(await guest.GetAsync(site.LinkIn(reset.Output, "/reset-password/")), "form.panel", new { Password = "eleven grey geese" });
        Assert.Equal("/desk", (await guest.TypePasswordAsync("listed", "eleven grey geese")).Path);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said()
    {
        var nobody = await RunAsync("reset-link", "nobody.at.all");
        Assert.Equal(1, nobody.Code);
        Assert.Contains("rounds user list", nobody.Fault);

        Assert.NotEqual(0, (await RunAsync("invite", "--role", "emperor")).Code);
        Assert.Equal(1, (await RunAsync("invite", "--email", "not mail")).Code);
    }

    private async Task<(int Code, string Output, string Fault)> RunAsync(params string[] words)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[typeof(Program).Assembly.Location, "user", .. words, "--data", site.DataFolder])
        {
            start.ArgumentList.Add(word);
        }

        var connection = await site.InDbAsync(db => Task.FromResult(db.Database.IsNpgsql() ? db.Database.GetConnectionString() : null));
        start.Environment["Rounds__Database"] = connection;
        using var process = Process.Start(start)!;
        var (output, fault) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await fault);
    }
}

public sealed class UserCommandTestsOnSqlite(SqliteSite site) : UserCommandTests(site), IClassFixture<SqliteSite>;

public sealed class UserCommandTestsOnPostgres(PostgresSite site) : UserCommandTests(site), IClassFixture<PostgresSite>;
