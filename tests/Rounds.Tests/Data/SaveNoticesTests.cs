using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rounds.Data;
using Rounds.Features.Topics;

namespace Rounds.Tests.Data;

public abstract class SaveNoticesTests(Site site)
{
    [Fact]
    public async Task Tells_what_was_added_changed_and_removed_once_it_is_there()
    {
        var told = new List<string>();
        void Hear(IReadOnlyList<object> written) => told.AddRange(written.OfType<Topic>().Select(t => $"{t.Title}"));
        var notices = site.Services.GetRequiredService<SaveNotices>();
        notices.Saved += Hear;
        try
        {
            await site.InDbAsync(async db =>
            {
                var topic = Topic.Open("Notices", "notices", site.Clock.GetUtcNow());
                db.Topics.Add(topic);
                await db.SaveChangesAsync();
                topic.Describe("Notices again", "", [], "en", false, site.Clock.GetUtcNow());
                await db.SaveChangesAsync();
                await db.SaveChangesAsync();
                db.Topics.Remove(topic);
                return await db.SaveChangesAsync();
            });
        }
        finally
        {
            notices.Saved -= Hear;
        }

        Assert.Equal(["Notices", "Notices again", "Notices again"], told);
    }

    [Fact]
    public async Task Says_nothing_of_what_was_not_saved()
    {
        await site.OpenTopicAsync("Taken");
        var told = 0;
        void Hear(IReadOnlyList<object> written) => told++;
        var notices = site.Services.GetRequiredService<SaveNotices>();
        await Assert.ThrowsAsync<DbUpdateException>(() => site.InDbAsync(db =>
        {
            notices.Saved += Hear;
            db.Topics.Add(Topic.Open("Taken", "taken", site.Clock.GetUtcNow()));
            return db.SaveChangesAsync();
        }));
        notices.Saved -= Hear;

        Assert.Equal(0, told);
    }

    [Fact]
    public async Task Waits_for_the_end_of_a_transaction()
    {
        var told = new List<string>();
        void Hear(IReadOnlyList<object> written) => told.AddRange(written.OfType<Topic>().Select(t => t.Title));
        var notices = site.Services.GetRequiredService<SaveNotices>();
        notices.Saved += Hear;
        try
        {
            await site.InDbAsync(async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                db.Topics.Add(Topic.Open("In two steps", "in-two-steps", site.Clock.GetUtcNow()));
                await db.SaveChangesAsync();

                // Whoever reads now still sees the old state: a page copied now would be stale.
                Assert.Empty(told);
                db.Topics.Add(Topic.Open("Second step", "second-step", site.Clock.GetUtcNow()));
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
                return 0;
            });
            Assert.Equal(["In two steps", "Second step"], told);

            await site.InDbAsync(async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                db.Topics.Add(Topic.Open("Thought better of", "thought-better-of", site.Clock.GetUtcNow()));
                await db.SaveChangesAsync();
                await transaction.RollbackAsync();
                return 0;
            });
            Assert.Equal(["In two steps", "Second step"], told);
        }
        finally
        {
            notices.Saved -= Hear;
        }
    }
}

public sealed class SaveNoticesTestsOnSqlite(SqliteSite site) : SaveNoticesTests(site), IClassFixture<SqliteSite>;

public sealed class SaveNoticesTestsOnPostgres(PostgresSite site) : SaveNoticesTests(site), IClassFixture<PostgresSite>;
