using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Topics;
using Rounds.Platform.Mail;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts.Invitations;

/// <summary>What an invitation gives; a topic and the role there go together.</summary>
public sealed record InvitationTerms(string Role, string? Email = null, long? TopicId = null, TopicRole? TopicRole = null, long? ClaimsUserId = null);

/// <summary>A written invitation. The link exists only here: the database knows a hash of it.</summary>
public sealed record WrittenInvitation(string Link, MailOutcome? Mail);

/// <summary>An invitation that can be used now, with what it speaks of.</summary>
public sealed record OpenInvitation(Invitation Invitation, Topic? Topic, User? Claims)
{
    public bool IsOwnerSetup => Invitation is { Role: SiteRoles.Owner, InvitedById: null };
}

/// <summary>Writes invitations, finds open ones, and withdraws them.</summary>
public sealed partial class InvitationDesk(RoundsDb db, UserManager<User> users, Mailer mailer, SiteName site, TimeProvider clock, ILogger<InvitationDesk> log)
{
    public async Task<WrittenInvitation> InviteAsync(InvitationTerms terms, User? invitedBy, string siteAddress, CancellationToken cancel)
    {
        var (invitation, token) = Invitation.Write(terms.Role, terms.Email, invitedBy?.Id, clock.GetUtcNow());
        if (terms is { TopicId: { } topicId, TopicRole: { } topicRole })
        {
            invitation.ForTopic(topicId, topicRole);
        }

        if (terms.ClaimsUserId is { } claimed)
        {
            invitation.Claims(claimed);
        }

        db.Invitations.Add(invitation);
        await db.SaveChangesAsync(cancel);
        LogInvited(log, invitation.Id, terms.Role);
        var link = $"{siteAddress}/invitation/{token}";
        return new WrittenInvitation(link, invitation.Email is { } mailbox ? await MailAsync(mailbox, link, invitedBy, cancel) : null);
    }

    public async Task<OpenInvitation?> FindOpenAsync(string token, CancellationToken cancel)
    {
        var hash = Invitation.Hash(token);
        var invitation = await db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.TokenHash == hash, cancel);
        if (invitation is null || !invitation.IsOpen(clock.GetUtcNow()))
        {
            return null;
        }

        var topic = invitation.TopicId is { } topicId ? await db.Topics.AsNoTracking().FirstOrDefaultAsync(t => t.Id == topicId, cancel) : null;
        var claims = invitation.ClaimsUserId is { } userId ? await users.Users.FirstOrDefaultAsync(u => u.Id == userId && u.IsPlaceholder, cancel) : null;

        // The topic was deleted, or somebody else became that author: what was promised can no longer be given.
        return (invitation.TopicId is not null && topic is null) || (invitation.ClaimsUserId is not null && claims is null)
            ? null
            : new OpenInvitation(invitation, topic, claims);
    }

    /// <summary>Nobody can use it any more. Withdrawing one that was used changes nothing.</summary>
    public async Task WithdrawAsync(long id, long? topicId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await db.Invitations.FirstOrDefaultAsync(i => i.Id == id && (topicId == null || i.TopicId == topicId), cancel) is { } invitation && invitation.IsOpen(now))
        {
            invitation.Withdraw(now);
            await db.SaveChangesAsync(cancel);
            LogWithdrawn(log, id);
        }
    }

    private Task<MailOutcome> MailAsync(string mailbox, string link, User? invitedBy, CancellationToken cancel) =>
        mailer.SendAsync(mailbox, $"Your invitation to {site.Value}", $"""
            Hello,

            {(invitedBy is null ? "you are" : invitedBy.DisplayName + " has")} invited {(invitedBy is null ? "" : "you ")}to {site.Value}.
            Make your account with this link. It works once, within {Invitation.Lifetime.Days} days:

            {link}

            If you did not expect this, do nothing.
            """, cancel);

    [LoggerMessage(LogLevel.Information, "Wrote invitation {Id} for the role {Role}")]
    private static partial void LogInvited(ILogger logger, long id, string role);

    [LoggerMessage(LogLevel.Information, "Invitation {Id} was withdrawn")]
    private static partial void LogWithdrawn(ILogger logger, long id);
}
