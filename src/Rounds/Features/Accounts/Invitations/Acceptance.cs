using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts.Invitations;

/// <summary>What a new person tells of themselves. Without a password they make a passkey next.</summary>
public sealed record NewPerson(string DisplayName, string Handle, string Email, string? Password);

/// <summary>How accepting ended: with an account, with what is to be corrected, or (neither) with a link that was no longer open.</summary>
public sealed record Accepted(User? Person, IReadOnlyList<IdentityError> Refusals)
{
    internal static readonly Accepted TooLate = new(null, []);

    public bool IsTooLate => Person is null && Refusals.Count == 0;
}

/// <summary>Turns an open invitation into an account, or into a role of one that exists.</summary>
public sealed partial class Acceptance(
    RoundsDb db, DatabaseEngine engine, UserManager<User> users, GuestPages pages, TimeProvider clock, ILogger<Acceptance> log)
{
    public async Task<Accepted> MakeAccountAsync(OpenInvitation open, NewPerson person, CancellationToken cancel)
    {
        var user = Describe(open.Claims ?? new User { CreatedAt = clock.GetUtcNow() }, person);
        var refusals = await JudgeAsync(user, person.Password);
        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            return new Accepted(null, refusals);
        }

        // Hashed before the transaction, because it takes a tenth of a second on purpose.
        user.PasswordHash = person.Password is { Length: > 0 } password ? users.PasswordHasher.HashPassword(user, password) : null;
        return await UseAsync(open, user, () => open.Claims is null ? users.CreateAsync(user) : users.UpdateAsync(user), cancel);
    }

    /// <summary>A person who has an account already takes what the invitation gives.</summary>
    public Task<Accepted> JoinAsync(OpenInvitation open, User user, CancellationToken cancel) =>
        open.Claims is null ? UseAsync(open, user, () => users.UpdateSecurityStampAsync(user), cancel) : Task.FromResult(Accepted.TooLate);

    private static User Describe(User user, NewPerson person)
    {
        user.DisplayName = person.DisplayName.Trim();
        user.UserName = Handle.Tidy(person.Handle);
        user.Email = person.Email.Trim();
        user.IsPlaceholder = false;
        user.LockoutEnabled = true;
        user.SecurityStamp = Guid.NewGuid().ToString("n");
        return user;
    }

    /// <summary>What Identity does not look at itself, or only with a plain password in hand.</summary>
    private async Task<List<IdentityError>> JudgeAsync(User user, string? password)
    {
        var refusals = new List<IdentityError>();
        if (await users.FindByEmailAsync(user.Email!) is { } other && other.Id != user.Id)
        {
            refusals.Add(users.ErrorDescriber.DuplicateEmail(user.Email!));
        }

        if (!string.IsNullOrEmpty(password))
        {
            foreach (var validator in users.PasswordValidators)
            {
                refusals.AddRange((await validator.ValidateAsync(users, user, password)).Errors);
            }
        }

        return refusals;
    }

    /// <summary>The claim on the invitation and everything it gives are one transaction: of two uses at once, one finds it taken.</summary>
    private async Task<Accepted> UseAsync(OpenInvitation open, User user, Func<Task<IdentityResult>> save, CancellationToken cancel)
    {
        var invitation = open.Invitation;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await TakeAsync(invitation, cancel))
        {
            db.ChangeTracker.Clear();
            return Accepted.TooLate;
        }

        try
        {
            var result = await save();
            if (!result.Succeeded)
            {
                db.ChangeTracker.Clear();
                return new Accepted(null, [.. result.Errors]);
            }

            await GiveRolesAsync(invitation, user, cancel);
        }
        catch (DbUpdateException fault) when (engine.IsDuplicate(fault))
        {
            // Somebody took the handle or the e-mail between the check and the save.
            db.ChangeTracker.Clear();
            return new Accepted(null, [PlainErrors.Taken]);
        }

        await transaction.CommitAsync(cancel);
        if (invitation.TopicId is { } topicId)
        {
            pages.Drop($"topic:{topicId}");
        }

        LogAccepted(log, invitation.Id, user.Id);
        return new Accepted(user, []);
    }

    private async Task<bool> TakeAsync(Invitation invitation, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.Invitations
            .Where(i => i.Id == invitation.Id && i.UsedAt == null && i.ExpiresAt > now)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.UsedAt, (DateTimeOffset?)now), cancel) == 1;
    }

    private async Task GiveRolesAsync(Invitation invitation, User user, CancellationToken cancel)
    {
        if (!await users.IsInRoleAsync(user, invitation.Role))
        {
            await users.AddToRoleAsync(user, invitation.Role);
        }

        if (invitation is { TopicId: { } topicId, TopicRole: { } role })
        {
            var member = await db.TopicMembers.FindAsync([topicId, user.Id], cancel);
            if (member is null)
            {
                db.TopicMembers.Add(new TopicMember(topicId, user.Id, role, clock.GetUtcNow()));
            }
            else if (role is TopicRole.Curator)
            {
                member.Become(role);
            }

            await db.SaveChangesAsync(cancel);
        }
    }

    [LoggerMessage(LogLevel.Information, "Invitation {Id} was accepted by person {PersonId}")]
    private static partial void LogAccepted(ILogger logger, long id, long personId);
}
