using Microsoft.EntityFrameworkCore.Migrations;

namespace Rounds.Data.Migrations;

/// <summary>Who signs in: ASP.NET Core Identity, schema version 3, and invitations.</summary>
public sealed partial class First
{
    private static void CreatePeople(MigrationBuilder migration)
    {
        migration.CreateTable("Invitations", table => new
        {
            Id = table.Key(),
            TokenHash = table.Is<string>(),
            Email = table.Maybe<string>(),
            Role = table.Is<string>(),
            TopicId = table.Maybe<long>(),
            TopicRole = table.Maybe<string>(),
            ClaimsUserId = table.Maybe<long>(),
            InvitedById = table.Maybe<long>(),
            CreatedAt = table.Is<long>(),
            ExpiresAt = table.Is<long>(),
            UsedAt = table.Maybe<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Invitations", t => t.Id);
        });

        migration.CreateTable("Roles", table => new
        {
            Id = table.Key(),
            Name = table.Maybe<string>(),
            NormalizedName = table.Maybe<string>(),
            ConcurrencyStamp = table.Maybe<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Roles", t => t.Id);
        });

        migration.CreateTable("Users", table => new
        {
            Id = table.Key(),
            DisplayName = table.Is<string>(),
            Bio = table.Is<string>(),
            CreatedAt = table.Is<long>(),
            IsPlaceholder = table.Is<bool>(),
            UserName = table.Maybe<string>(),
            NormalizedUserName = table.Maybe<string>(),
            Email = table.Maybe<string>(),
            NormalizedEmail = table.Maybe<string>(),
            EmailConfirmed = table.Is<bool>(),
            PasswordHash = table.Maybe<string>(),
            SecurityStamp = table.Maybe<string>(),
            ConcurrencyStamp = table.Maybe<string>(),
            PhoneNumber = table.Maybe<string>(),
            PhoneNumberConfirmed = table.Is<bool>(),
            TwoFactorEnabled = table.Is<bool>(),
            LockoutEnd = table.Maybe<long>(),
            LockoutEnabled = table.Is<bool>(),
            AccessFailedCount = table.Is<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Users", t => t.Id);
        });

        migration.CreateTable("RoleClaims", table => new
        {
            Id = table.Key<int>(),
            RoleId = table.Is<long>(),
            ClaimType = table.Maybe<string>(),
            ClaimValue = table.Maybe<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_RoleClaims", t => t.Id);
            table.ForeignKey("FK_RoleClaims_Roles_RoleId", t => t.RoleId, "Roles", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("UserClaims", table => new
        {
            Id = table.Key<int>(),
            UserId = table.Is<long>(),
            ClaimType = table.Maybe<string>(),
            ClaimValue = table.Maybe<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_UserClaims", t => t.Id);
            table.ForeignKey("FK_UserClaims_Users_UserId", t => t.UserId, "Users", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("UserLogins", table => new
        {
            LoginProvider = table.Is<string>(),
            ProviderKey = table.Is<string>(),
            ProviderDisplayName = table.Maybe<string>(),
            UserId = table.Is<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_UserLogins", t => new { t.LoginProvider, t.ProviderKey });
            table.ForeignKey("FK_UserLogins_Users_UserId", t => t.UserId, "Users", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("UserPasskeys", table => new
        {
            CredentialId = table.Is<byte[]>(),
            UserId = table.Is<long>(),
            Data = table.Json(migration),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_UserPasskeys", t => t.CredentialId);
            table.ForeignKey("FK_UserPasskeys_Users_UserId", t => t.UserId, "Users", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("UserRoles", table => new
        {
            UserId = table.Is<long>(),
            RoleId = table.Is<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_UserRoles", t => new { t.UserId, t.RoleId });
            table.ForeignKey("FK_UserRoles_Roles_RoleId", t => t.RoleId, "Roles", "Id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_UserRoles_Users_UserId", t => t.UserId, "Users", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("UserTokens", table => new
        {
            UserId = table.Is<long>(),
            LoginProvider = table.Is<string>(),
            Name = table.Is<string>(),
            Value = table.Maybe<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_UserTokens", t => new { t.UserId, t.LoginProvider, t.Name });
            table.ForeignKey("FK_UserTokens_Users_UserId", t => t.UserId, "Users", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateIndex("IX_Invitations_TokenHash", "Invitations", "TokenHash", unique: true);
        migration.CreateIndex("IX_RoleClaims_RoleId", "RoleClaims", "RoleId");
        migration.CreateIndex("RoleNameIndex", "Roles", "NormalizedName", unique: true);
        migration.CreateIndex("IX_UserClaims_UserId", "UserClaims", "UserId");
        migration.CreateIndex("IX_UserLogins_UserId", "UserLogins", "UserId");
        migration.CreateIndex("IX_UserPasskeys_UserId", "UserPasskeys", "UserId");
        migration.CreateIndex("IX_UserRoles_RoleId", "UserRoles", "RoleId");
        migration.CreateIndex("EmailIndex", "Users", "NormalizedEmail", unique: true);
        migration.CreateIndex("UserNameIndex", "Users", "NormalizedUserName", unique: true);
    }
}
