using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rounds.Features.Accounts;

/// <summary>
/// A person. People brought in by an import have a name but no way to sign in until they are invited.
/// The handle (<see cref="IdentityUser{TKey}.UserName"/>) is what they sign in with, beside their e-mail.
/// </summary>
public sealed class User : IdentityUser<long>
{
    public string DisplayName { get; set; } = "";
    public string Bio { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>True for a person known only from imported or demo content: shown as an author, cannot sign in.</summary>
    public bool IsPlaceholder { get; set; }

    /// <summary>Shut out by an owner, until restored; a lockout after wrong passwords ends by itself.</summary>
    public bool IsSuspended => LockoutEnd >= DateTimeOffset.MaxValue.AddYears(-1);

    public sealed class Mapping : IEntityTypeConfiguration<User>
    {
        public void Configure(EntityTypeBuilder<User> entity)
        {
            // People sign in with their e-mail too, so two of them cannot have the same; Identity's own index would let them.
            entity.HasIndex(u => u.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
            entity.Ignore(u => u.IsSuspended);
        }
    }
}

/// <summary>The roles a person can have on the whole site. Roles on one topic are <c>TopicMember</c>s.</summary>
public static class SiteRoles
{
    public const string Owner = "owner";
    public const string Curator = "curator";
    public const string Approver = "approver";
    public const string Moderator = "moderator";
    public const string Reader = "reader";

    public static readonly IReadOnlyList<string> All = [Owner, Curator, Approver, Moderator, Reader];
}
