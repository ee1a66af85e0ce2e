using Microsoft.EntityFrameworkCore.Migrations;

namespace Rounds.Data.Migrations;

/// <summary>What happens around posts: talk, suggestions, leads, counting; and what the platform keeps.</summary>
public sealed partial class First
{
    private static void CreateAround(MigrationBuilder migration)
    {
        migration.CreateTable("Images", table => new
        {
            Id = table.Key(),
            Hash = table.Is<string>(),
            ContentType = table.Is<string>(),
            Width = table.Is<int>(),
            Height = table.Is<int>(),
            Bytes = table.Is<long>(),
            StoredAt = table.Is<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Images", t => t.Id);
        });

        migration.CreateTable("Jobs", table => new
        {
            Id = table.Key(),
            Kind = table.Is<string>(),
            Subject = table.Is<string>(),
            DueAt = table.Is<long>(),
            Attempts = table.Is<int>(),
            LeasedUntil = table.Maybe<long>(),
            LastFault = table.Maybe<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Jobs", t => t.Id);
        });

        migration.CreateTable("ModerationEntries", table => new
        {
            Id = table.Key(),
            TopicId = table.Is<long>(),
            CommentId = table.Maybe<long>(),
            ReportId = table.Maybe<long>(),
            Decision = table.Is<string>(),
            Reason = table.Is<string>(),
            ModeratorId = table.Is<long>(),
            DecidedAt = table.Is<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_ModerationEntries", t => t.Id);
        });

        migration.CreateTable("SiteProfiles", table => new
        {
            Id = table.Is<long>(),
            Name = table.Is<string>(),
            Tagline = table.Is<string>(),
            HouseRules = table.Is<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_SiteProfiles", t => t.Id);
        });

        migration.CreateTable("ContactForms", table => new
        {
            TopicId = table.Is<long>(),
            IsOpen = table.Is<bool>(),
            Heading = table.Is<string>(),
            Intro = table.Is<string>(),
            Consent = table.Is<string>(),
            ConsentVersion = table.Is<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_ContactForms", t => t.TopicId);
            table.ForeignKey("FK_ContactForms_Topics_TopicId", t => t.TopicId, "Topics", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("DayViews", table => new
        {
            TopicId = table.Is<long>(),
            PostId = table.Is<long>(),
            Day = table.Is<DateOnly>(),
            Views = table.Is<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_DayViews", t => new { t.TopicId, t.Day, t.PostId });
            table.ForeignKey("FK_DayViews_Topics_TopicId", t => t.TopicId, "Topics", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("Leads", table => new
        {
            Id = table.Key(),
            TopicId = table.Is<long>(),
            Name = table.Is<string>(),
            Email = table.Is<string>(),
            Message = table.Is<string>(),
            Consent = table.Is<string>(),
            ConsentVersion = table.Is<int>(),
            State = table.Is<string>(),
            ReceivedAt = table.Is<long>(),
            DecidedAt = table.Maybe<long>(),
            DecidedById = table.Maybe<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Leads", t => t.Id);
            table.ForeignKey("FK_Leads_Topics_TopicId", t => t.TopicId, "Topics", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("Suggestions", table => new
        {
            Id = table.Key(),
            TopicId = table.Is<long>(),
            Url = table.Is<string>(),
            Note = table.Is<string>(),
            SenderName = table.Is<string>(),
            State = table.Is<string>(),
            PostId = table.Maybe<long>(),
            SentAt = table.Is<long>(),
            DecidedAt = table.Maybe<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Suggestions", t => t.Id);
            table.ForeignKey("FK_Suggestions_Topics_TopicId", t => t.TopicId, "Topics", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("Comments", table => new
        {
            Id = table.Key(),
            TopicId = table.Is<long>(),
            PostId = table.Is<long>(),
            ParentId = table.Maybe<long>(),
            AuthorId = table.Maybe<long>(),
            AuthorName = table.Is<string>(),
            IsInsight = table.Is<bool>(),
            Body = table.Is<string>(),
            BodyHtml = table.Is<string>(),
            State = table.Is<string>(),
            WrittenAt = table.Is<long>(),
            ExternalId = table.Maybe<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Comments", t => t.Id);
            table.ForeignKey("FK_Comments_Posts_PostId", t => t.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("Reports", table => new
        {
            Id = table.Key(),
            TopicId = table.Is<long>(),
            PostId = table.Is<long>(),
            CommentId = table.Maybe<long>(),
            Reason = table.Is<string>(),
            Detail = table.Is<string>(),
            Snapshot = table.Is<string>(),
            ReporterId = table.Maybe<long>(),
            State = table.Is<string>(),
            ReportedAt = table.Is<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Reports", t => t.Id);
            table.ForeignKey("FK_Reports_Posts_PostId", t => t.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("Thanks", table => new
        {
            PostId = table.Is<long>(),
            Giver = table.Is<string>(),
            GivenAt = table.Is<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Thanks", t => new { t.PostId, t.Giver });
            table.ForeignKey("FK_Thanks_Posts_PostId", t => t.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateIndex("IX_Comments_PostId_State", "Comments", ["PostId", "State"]);
        migration.CreateIndex("IX_Comments_TopicId_State", "Comments", ["TopicId", "State"]);
        migration.CreateIndex("IX_Images_Hash", "Images", "Hash", unique: true);
        migration.CreateIndex("IX_Jobs_DueAt", "Jobs", "DueAt");
        migration.CreateIndex("IX_Jobs_Kind_Subject", "Jobs", ["Kind", "Subject"], unique: true);
        migration.CreateIndex("IX_Leads_TopicId_State_ReceivedAt", "Leads", ["TopicId", "State", "ReceivedAt"]);
        migration.CreateIndex("IX_ModerationEntries_TopicId_DecidedAt", "ModerationEntries", ["TopicId", "DecidedAt"]);
        migration.CreateIndex("IX_Reports_PostId", "Reports", "PostId");
        migration.CreateIndex("IX_Reports_TopicId_State", "Reports", ["TopicId", "State"]);
        migration.CreateIndex("IX_Suggestions_TopicId_State_SentAt", "Suggestions", ["TopicId", "State", "SentAt"]);
    }
}
