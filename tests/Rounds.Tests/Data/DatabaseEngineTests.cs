using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rounds.Data;
using Rounds.Features.Posts;
using Rounds.Features.Topics;
using Rounds.Platform.Jobs;

namespace Rounds.Tests.Data;

public abstract class DatabaseEngineTests(Site site)
{
    [Fact]
    public async Task A_lost_race_for_a_unique_index_is_a_duplicate()
    {
        await site.OpenTopicAsync("First come");

        Assert.True(await IsDuplicateAsync(db => db.Topics.Add(Topic.Open("First come", "first-come", site.Clock.GetUtcNow()))));
    }

    [Fact]
    public async Task So_is_one_for_a_primary_key()
    {
        var topic = await site.OpenTopicAsync("Members", curator: "noor");
        var noor = await site.PersonAsync("noor");

        Assert.True(await IsDuplicateAsync(db => db.TopicMembers.Add(new TopicMember(topic.Id, noor.Id, TopicRole.Contributor, site.Clock.GetUtcNow()))));
    }

    [Fact]
    public async Task A_missing_owner_is_another_fault()
    {
        var noor = await site.PersonAsync("noor");

        Assert.False(await IsDuplicateAsync(db => db.Posts.Add(Post.Write(4711, PostKind.Note, noor.Id, site.Clock.GetUtcNow()))));
    }

    [Fact]
    public async Task A_missing_value_is_another_fault() =>
        Assert.False(await IsDuplicateAsync(db => db.Jobs.Add(new Job("kind", null!, site.Clock.GetUtcNow()))));

    [Fact]
    public async Task Instants_keep_their_milliseconds_and_order()
    {
        var topic = await site.OpenTopicAsync("Instants");
        var opened = await site.InDbAsync(db => db.Topics.Where(t => t.CreatedAt <= site.Clock.GetUtcNow()).OrderBy(t => t.CreatedAt).Where(t => t.Id == topic.Id).Select(t => t.CreatedAt).SingleAsync());

        Assert.Equal(topic.CreatedAt, opened);
        Assert.Equal(TimeSpan.Zero, opened.Offset);
    }

    private async Task<bool> IsDuplicateAsync(Action<RoundsDb> write)
    {
        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => site.InDbAsync(db =>
        {
            write(db);
            return db.SaveChangesAsync();
        }));
        return site.Services.GetRequiredService<DatabaseEngine>().IsDuplicate(fault);
    }
}

public sealed class DatabaseEngineTestsOnSqlite(SqliteSite site) : DatabaseEngineTests(site), IClassFixture<SqliteSite>;

public sealed class DatabaseEngineTestsOnPostgres(PostgresSite site) : DatabaseEngineTests(site), IClassFixture<PostgresSite>;
