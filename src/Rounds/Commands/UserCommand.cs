using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rounds.Data;
using Rounds.Features.Accounts;
using Rounds.Features.Accounts.Entry;
using Rounds.Features.Accounts.Invitations;
using Rounds.Features.Accounts.People;
using Rounds.Platform.Mail;

namespace Rounds.Commands;

/// <summary><c>rounds user …</c>: sees to people from the server's own console, when nobody can sign in to do it.</summary>
internal static class UserCommand
{
    private const string LocalAddress = "http://localhost:5080";

    public static Command Create(Option<string?> data)
    {
        var address = new Option<string?>("--address") { Description = $"Address of the site for the link (default: the setting Rounds:PublicUrl, else {LocalAddress})." };
        return new Command("user", "List people, invite somebody, or make a link to a new password.")
        {
            List(data), Invite(data, address), ResetLink(data, address),
        };
    }

    private static Command List(Option<string?> data)
    {
        var command = new Command("list", "List people with their roles.");
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(data), services => ListAsync(services, cancel), cancel));
        return command;
    }

    private static Command Invite(Option<string?> data, Option<string?> address)
    {
        var role = new Option<string>("--role") { Description = "The role on the site.", DefaultValueFactory = _ => SiteRoles.Curator };
        role.AcceptOnlyFromAmong([.. SiteRoles.All]);
        var email = new Option<string?>("--email") { Description = "Where to send the link too." };
        var command = new Command("invite", "Print a one-time link with which somebody makes an account.") { role, email, address };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(data), services =>
            InviteAsync(services, new InvitationTerms(parsed.GetValue(role)!, parsed.GetValue(email)), parsed.GetValue(address), cancel), cancel));
        return command;
    }

    private static Command ResetLink(Option<string?> data, Option<string?> address)
    {
        var name = new Argument<string>("name") { Description = "Handle or e-mail of the person." };
        var command = new Command("reset-link", "Print a one-time link with which a person sets a new password, within a day.") { name, address };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(data), services =>
            ResetLinkAsync(services, parsed.GetValue(name)!, parsed.GetValue(address)), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string? data, Func<IServiceProvider, Task<int>> work, CancellationToken cancel)
    {
        await using var app = Program.Build(CommandLine.Settings([], data, null));
        await app.Services.MigrateAsync(cancel);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OwnerSetup>().MakeRolesAsync();
        return await work(scope.ServiceProvider);
    }

    private static async Task<int> ListAsync(IServiceProvider services, CancellationToken cancel)
    {
        var users = services.GetRequiredService<UserManager<User>>();
        foreach (var person in await users.Users.Where(u => !u.IsPlaceholder).OrderBy(u => u.UserName).ToListAsync(cancel))
        {
            var roles = await services.GetRequiredService<PeopleQueries>().RolesAsync(person.Id, cancel);
            await Console.Out.WriteLineAsync($"{person.UserName}\t{person.DisplayName}\t{person.Email}\t{string.Join(',', roles)}{(person.IsSuspended ? "\tsuspended" : "")}");
        }

        return 0;
    }

    private static async Task<int> InviteAsync(IServiceProvider services, InvitationTerms terms, string? address, CancellationToken cancel)
    {
        if (!new MailboxAttribute().IsValid(terms.Email))
        {
            await Console.Error.WriteLineAsync($"'{terms.Email}' is not an e-mail address. Write it as name@example.org, or leave it out.");
            return 1;
        }

        var written = await services.GetRequiredService<InvitationDesk>().InviteAsync(terms, invitedBy: null, AddressOf(services, address), cancel);
        await Console.Out.WriteLineAsync(written.Link);
        if (written.Mail is MailOutcome.LeftInOutbox)
        {
            await Console.Error.WriteLineAsync("The message could not be sent; it lies in the data folder's outbox.");
        }

        return 0;
    }

    private static async Task<int> ResetLinkAsync(IServiceProvider services, string name, string? address)
    {
        if (await AccountRegister.FindAsync(services.GetRequiredService<UserManager<User>>(), name) is not { IsPlaceholder: false } person)
        {
            await Console.Error.WriteLineAsync($"Nobody has the handle or e-mail '{name}'. 'rounds user list' shows who is there.");
            return 1;
        }

        await Console.Out.WriteLineAsync(await services.GetRequiredService<PasswordLinks>().WriteAsync(person, AddressOf(services, address)));
        return 0;
    }

    private static string AddressOf(IServiceProvider services, string? address) =>
        (address ?? services.GetRequiredService<IOptions<RoundsOptions>>().Value.PublicUrl ?? LocalAddress).TrimEnd('/');
}
