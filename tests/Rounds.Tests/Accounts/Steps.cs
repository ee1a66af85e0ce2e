using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rounds.Data;
using Rounds.Features.Accounts;
using Rounds.Features.Topics;

namespace Rounds.Tests.Accounts;

/// <summary>What people do over and over in these tests.</summary>
internal static class Steps
{
    public const string Password = "seven quiet herons";

    /// <summary>Writes an invitation as the database keeps it and returns its path.</summary>
    public static Task<string> InviteAsync(
        this Site site, string role, Topic? topic = null, TopicRole topicRole = TopicRole.Contributor, long? claims = null) => site.InDbAsync(async db =>
    {
        var (invitation, token) = Invitation.Write(role, null, invitedById: 1, site.Clock.GetUtcNow());
        if (topic is not null)
        {
            invitation.ForTopic(topic.Id, topicRole);
        }

        if (claims is { } id)
        {
            invitation.Claims(id);
        }

        db.Invitations.Add(invitation);
        await db.SaveChangesAsync();
        return $"/invitation/{token}";
    });

    public static Task<VisitedPage> AcceptAsync(this Visitor visitor, VisitedPage page, string handle, string? password = Password) =>
        visitor.SubmitAsync(page, "form.panel", new { DisplayName = $"Name of {handle}", Handle = handle, Email = $"{handle}@post.example", Password = password ?? "" });

    /// <summary>Makes an account by invitation and returns the browser that is signed in to it.</summary>
    public static async Task<Visitor> JoinAsync(this Site site, string handle, string role = SiteRoles.Curator)
    {
        var visitor = site.Guest();
        var done = await visitor.AcceptAsync(await visitor.GetAsync(await site.InviteAsync(role)), handle);
        Assert.Contains("rounds-session", visitor.Cookies.Names);
        Assert.DoesNotContain("/invitation/", done.Path);
        return visitor;
    }

    /// <summary>Types a name and a password on the sign-in page.</summary>
    public static async Task<VisitedPage> TypePasswordAsync(this Visitor visitor, string name, string password = Password, string at = "/sign-in", bool keep = false) =>
        await visitor.SubmitAsync(await visitor.GetAsync(at), "main form", new { Name = name, Password = password, Keep = keep });

    public static bool IsSignedIn(this Visitor visitor) => visitor.Cookies.Names.Contains("rounds-session");

    /// <summary>Whether the session still opens the account's page.</summary>
    public static async Task<bool> SeesAccountAsync(this Visitor visitor) => (await visitor.GetAsync("/account")).Path == "/account";

    public static Task<User> FindAsync(this Site site, string handle) =>
        site.InDbAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.NormalizedUserName == handle.ToUpperInvariant()));

    public static async Task<IReadOnlyList<string>> RolesOfAsync(this Site site, string handle)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        return [.. await users.GetRolesAsync((await users.FindByNameAsync(handle))!)];
    }

    /// <summary>The text of the one message in the outbox to an address; waits for the job that writes it.</summary>
    public static async Task<string> MailToAsync(this Site site, string mailbox)
    {
        var outbox = Path.Combine(site.DataFolder, "outbox");
        string? found = null;
        await site.WaitAsync(async () =>
        {
            foreach (var file in Directory.Exists(outbox) ? Directory.GetFiles(outbox) : [])
            {
                var text = await File.ReadAllTextAsync(file);
                found = text.Contains($"To: {mailbox}\r\n", StringComparison.Ordinal) ? text : found;
            }

            return found is not null;
        });
        return found!;
    }

    /// <summary>The path of the first link of ours in a text that begins as given.</summary>
    public static string LinkIn(this Site site, string text, string path)
    {
        var start = text.IndexOf(new Uri(site.Address, path).ToString(), StringComparison.Ordinal);
        Assert.True(start >= 0, $"No link to {path} in: {text}");
        var end = text.IndexOfAny(['\r', '\n', ' '], start);
        return new Uri(end < 0 ? text[start..] : text[start..end]).PathAndQuery;
    }
}
