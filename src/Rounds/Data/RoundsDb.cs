using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Rounds.Features.Accounts;
using Rounds.Features.Leads;
using Rounds.Features.Measure;
using Rounds.Features.Posts;
using Rounds.Features.Site;
using Rounds.Features.Suggestions;
using Rounds.Features.Talk;
using Rounds.Features.Topics;
using Rounds.Platform.Images;
using Rounds.Platform.Jobs;

namespace Rounds.Data;

/// <summary>The one model of the one database. Each noun maps itself in its feature's folder.</summary>
public sealed class RoundsDb(DbContextOptions<RoundsDb> options) : IdentityDbContext<User, IdentityRole<long>, long>(options)
{
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Topic> Topics => Set<Topic>();
    public DbSet<TopicMember> TopicMembers => Set<TopicMember>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<PostAddress> PostAddresses => Set<PostAddress>();
    public DbSet<PostTag> PostTags => Set<PostTag>();
    public DbSet<PostVersion> PostVersions => Set<PostVersion>();
    public DbSet<Features.Capture.Capture> Captures => Set<Features.Capture.Capture>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<Thanks> Thanks => Set<Thanks>();
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<ModerationEntry> ModerationEntries => Set<ModerationEntry>();
    public DbSet<Suggestion> Suggestions => Set<Suggestion>();
    public DbSet<ContactForm> ContactForms => Set<ContactForm>();
    public DbSet<Lead> Leads => Set<Lead>();
    public DbSet<DayViews> DayViews => Set<DayViews>();
    public DbSet<SiteProfile> SiteProfiles => Set<SiteProfile>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<StoredImage> Images => Set<StoredImage>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        // Unix milliseconds on both engines: SQLite has no type that orders instants, and one form makes moving easy.
        conventions.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.ApplyConfigurationsFromAssembly(typeof(RoundsDb).Assembly);
        NameIdentityTables(model);
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.ClrType == typeof(string)))
        {
            // Lengths are rules of the forms; a column that refuses is an error page.
            property.SetMaxLength(null);
        }
    }

    private static void NameIdentityTables(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } name && name.StartsWith("AspNet", StringComparison.Ordinal))
            {
                entity.SetTableName(name["AspNet".Length..]);
            }
        }
    }
}
