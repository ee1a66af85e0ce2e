using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rounds.Features.Topics;

namespace Rounds.Features.Accounts;

/// <summary>A one-time link by which a person makes an account with a role; the owner's set-up link is one too.</summary>
public sealed class Invitation
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private Invitation() { }

    public long Id { get; private set; }

    /// <summary>SHA-256 of the token: who reads the database cannot use an open invitation.</summary>
    public string TokenHash { get; private set; } = "";
    public string? Email { get; private set; }
    public string Role { get; private set; } = SiteRoles.Reader;
    public long? TopicId { get; private set; }
    public TopicRole? TopicRole { get; private set; }

    /// <summary>The placeholder person that this invitation turns into an account, if any.</summary>
    public long? ClaimsUserId { get; private set; }
    public long? InvitedById { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    public static (Invitation Invitation, string Token) Write(string role, string? email, long? invitedById, DateTimeOffset now)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        var invitation = new Invitation
        {
            TokenHash = Hash(token),
            Role = role,
            Email = string.IsNullOrWhiteSpace(email) ? null : email.Trim(),
            InvitedById = invitedById,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        return (invitation, token);
    }

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public void ForTopic(long topicId, TopicRole role) => (TopicId, TopicRole) = (topicId, role);

    public void Claims(long userId) => ClaimsUserId = userId;

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    public void Use(DateTimeOffset now) => UsedAt = now;

    public void Withdraw(DateTimeOffset now) => ExpiresAt = now;

    public sealed class Mapping : IEntityTypeConfiguration<Invitation>
    {
        public void Configure(EntityTypeBuilder<Invitation> entity)
        {
            entity.HasIndex(i => i.TokenHash).IsUnique();
            entity.Property(i => i.TopicRole).HasConversion<string>();
        }
    }
}
