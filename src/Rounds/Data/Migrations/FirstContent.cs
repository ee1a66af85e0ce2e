using Microsoft.EntityFrameworkCore.Migrations;

namespace Rounds.Data.Migrations;

/// <summary>Topics, their posts, and captures.</summary>
public sealed partial class First
{
    private static void CreateContent(MigrationBuilder migration)
    {
        migration.CreateTable("Topics", table => new
        {
            Id = table.Key(),
            Slug = table.Is<string>(),
            Title = table.Is<string>(),
            Description = table.Is<string>(),
            Audiences = table.Is<string>(),
            Language = table.Is<string>(),
            IsPrivate = table.Is<bool>(),
            CoverImageId = table.Maybe<long>(),
            PinnedPostId = table.Maybe<long>(),
            ImportedViews = table.Is<long>(),
            CountedViews = table.Is<long>(),
            ViewsDay = table.Maybe<DateOnly>(),
            ViewsThatDay = table.Is<long>(),
            CreatedAt = table.Is<long>(),
            UpdatedAt = table.Is<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Topics", t => t.Id);
        });

        migration.CreateTable("Posts", table => new
        {
            Id = table.Key(),
            TopicId = table.Is<long>(),
            Kind = table.Is<string>(),
            State = table.Is<string>(),
            Title = table.Is<string>(),
            Slug = table.Is<string>(),
            SourceUrl = table.Maybe<string>(),
            SiteName = table.Maybe<string>(),
            Author = table.Maybe<string>(),
            SourceDate = table.Maybe<long>(),
            Language = table.Maybe<string>(),
            Excerpt = table.Is<string>(),
            Insight = table.Is<string>(),
            InsightHtml = table.Is<string>(),
            Tags = table.Is<string>(),
            ImageId = table.Maybe<long>(),
            ImageAlt = table.Is<string>(),
            Embeds = table.Is<string>(),
            CuratorId = table.Is<long>(),
            ResharedFromId = table.Maybe<long>(),
            SuggestedBy = table.Maybe<string>(),
            ExternalId = table.Maybe<string>(),
            CreatedAt = table.Is<long>(),
            UpdatedAt = table.Is<long>(),
            PublishedAt = table.Maybe<long>(),
            PublishedMonth = table.Maybe<int>(),
            Position = table.Is<long>(),
            Version = table.Is<int>(),
            ThanksCount = table.Is<int>(),
            CommentCount = table.Is<int>(),
            Views = table.Is<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Posts", t => t.Id);
            table.ForeignKey("FK_Posts_Topics_TopicId", t => t.TopicId, "Topics", "Id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_Posts_Users_CuratorId", t => t.CuratorId, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });

        migration.CreateTable("TopicMembers", table => new
        {
            TopicId = table.Is<long>(),
            UserId = table.Is<long>(),
            Role = table.Is<string>(),
            Since = table.Is<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_TopicMembers", t => new { t.TopicId, t.UserId });
            table.ForeignKey("FK_TopicMembers_Topics_TopicId", t => t.TopicId, "Topics", "Id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_TopicMembers_Users_UserId", t => t.UserId, "Users", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("Captures", table => new
        {
            PostId = table.Is<long>(),
            Url = table.Is<string>(),
            AskedById = table.Is<long>(),
            AskedAt = table.Is<long>(),
            FinishedAt = table.Maybe<long>(),
            Failure = table.Maybe<string>(),
            DuplicateOfId = table.Maybe<long>(),
            Images = table.Is<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Captures", t => t.PostId);
            table.ForeignKey("FK_Captures_Posts_PostId", t => t.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("PostAddresses", table => new
        {
            TopicId = table.Is<long>(),
            Key = table.Is<string>(),
            PostId = table.Is<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_PostAddresses", t => new { t.TopicId, t.Key });
            table.ForeignKey("FK_PostAddresses_Posts_PostId", t => t.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_PostAddresses_Topics_TopicId", t => t.TopicId, "Topics", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("PostTags", table => new
        {
            PostId = table.Is<long>(),
            Slug = table.Is<string>(),
            TopicId = table.Is<long>(),
            Label = table.Is<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_PostTags", t => new { t.PostId, t.Slug });
            table.ForeignKey("FK_PostTags_Posts_PostId", t => t.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("PostVersions", table => new
        {
            PostId = table.Is<long>(),
            Number = table.Is<int>(),
            EditedById = table.Is<long>(),
            EditedAt = table.Is<long>(),
            Title = table.Is<string>(),
            Excerpt = table.Is<string>(),
            Insight = table.Is<string>(),
            Tags = table.Is<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_PostVersions", t => new { t.PostId, t.Number });
            table.ForeignKey("FK_PostVersions_Posts_PostId", t => t.PostId, "Posts", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateIndex("IX_PostAddresses_PostId", "PostAddresses", "PostId");
        migration.CreateIndex("IX_PostTags_TopicId_Slug", "PostTags", ["TopicId", "Slug"]);
        migration.CreateIndex("IX_Posts_CuratorId", "Posts", "CuratorId");
        migration.CreateIndex("IX_Posts_ResharedFromId", "Posts", "ResharedFromId");
        migration.CreateIndex("IX_Posts_TopicId_ExternalId", "Posts", ["TopicId", "ExternalId"], unique: true);
        migration.CreateIndex("IX_Posts_TopicId_PublishedMonth", "Posts", ["TopicId", "PublishedMonth"]);
        migration.CreateIndex("IX_Posts_TopicId_State_Position", "Posts", ["TopicId", "State", "Position"]);
        migration.CreateIndex("IX_TopicMembers_UserId", "TopicMembers", "UserId");
        migration.CreateIndex("IX_Topics_Slug", "Topics", "Slug", unique: true);
    }
}
