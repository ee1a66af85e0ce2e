using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rounds.Data;
using Rounds.Features.Posts;

namespace Rounds.Tests.Data;

public abstract class SearchTests(Site site)
{
    [Theory]
    [InlineData("quarantine")]
    [InlineData("QUARANTINE")]
    [InlineData("quar")]
    [InlineData("lemonade")]
    [InlineData("pelican")]
    [InlineData("marigold")]
    [InlineData("ferrous")]
    [InlineData("tungsten")]
    [InlineData("quarantine tungsten pelican")]
    [InlineData("tungsten quarantine")]
    public async Task Finds_a_post_by_words_from_anywhere_in_it(string words)
    {
        var post = await PublishAsync("Quarantine lessons", p =>
        {
            p.Quote("https://one.example/a", "Pelican Gazette", "Marigold Ferrous", null, "They served lemonade.");
            p.SetInsight("Read this with *tungsten* gloves.");
        });

        Assert.Contains(post, await FindAsync(words));
    }

    [Theory]
    [InlineData("Zebra crossing", "zebra")]
    [InlineData("Händehygiene", "händehygiene")]
    [InlineData("سلامة", "سلامة")]
    public async Task Finds_a_post_by_its_tags(string tag, string words)
    {
        var post = await PublishAsync("Untitled", p => p.SetTags([tag]));

        Assert.Contains(post, await FindAsync(words));
    }

    [Fact]
    public async Task All_the_words_have_to_be_there()
    {
        await PublishAsync("Harp and violin");

        Assert.Empty(await FindAsync("harp trombone"));
    }

    [Theory]
    [InlineData("COVID-19 wards", "covid")]
    [InlineData("COVID-19 wards", "COVID-19")]
    [InlineData("COVID-19 wards", "covid 19")]
    [InlineData("Radiology/oncology board", "oncology")]
    [InlineData("Radiology/oncology board", "radiology/oncology")]
    [InlineData("Write to clinic.north@mail.example today", "north")]
    [InlineData("How WardNotes.example began", "wardnotes")]
    [InlineData("Don't panic: the nurse's guide", "nurse's guide")]
    [InlineData("Impfung für Ältere", "ältere")]
    [InlineData("نظافة اليدين تنقذ الأرواح", "اليدين")]
    [InlineData("#MedTwitter is not a ward round", "medtwitter")]
    public async Task Words_are_what_a_reader_takes_for_words(string title, string words)
    {
        var post = await PublishAsync(title);

        Assert.Contains(post, await FindAsync(words));
    }

    [Fact]
    public async Task The_index_follows_edits_and_removals()
    {
        var id = await PublishAsync("Aardvark on call", p => p.Quote(null, null, null, null, "Ferrets"));
        await site.InDbAsync(async db =>
        {
            var post = await db.Posts.SingleAsync(p => p.Id == id);
            post.Entitle("Badger on call");
            return await db.SaveChangesAsync();
        });

        Assert.DoesNotContain(id, await FindAsync("aardvark"));
        Assert.Contains(id, await FindAsync("badger"));

        // In one statement and past the change tracker too.
        await site.InDbAsync(db => db.Posts.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Excerpt, "Weasels")));
        Assert.Contains(id, await FindAsync("weasels"));
        Assert.DoesNotContain(id, await FindAsync("ferrets"));

        await site.InDbAsync(db => db.Posts.Where(p => p.Id == id).ExecuteDeleteAsync());
        Assert.DoesNotContain(id, await FindAsync("badger"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!!! ??? ***")]
    [InlineData("\"")]
    [InlineData("'")]
    public async Task Nothing_to_search_for_finds_nothing(string words) => Assert.Empty(await FindAsync(words));

    [Theory]
    [InlineData("walrus OR harp")]
    [InlineData("walrus NOT harp")]
    [InlineData("NEAR(walrus harp)")]
    [InlineData("title : walrus")]
    [InlineData("{Title} : walrus")]
    [InlineData("walrus & !harp")]
    [InlineData("walrus | harp")]
    [InlineData("walrus <-> harp")]
    [InlineData("'walrus':*A")]
    [InlineData("walrus\"; DROP TABLE \"Posts\"; --")]
    [InlineData("walrus') OR 1=1 --")]
    [InlineData("walrus\\")]
    [InlineData("walrus\0nul")]
    [InlineData("walrus \ud83d\ude00 \ud83e")]
    public async Task No_operator_gets_through(string words)
    {
        await PublishAsync("Walrus without company");
        var harp = await PublishAsync("Harp alone");

        Assert.DoesNotContain(harp, await FindAsync(words));
    }

    [Fact]
    public async Task Search_goes_on_with_filters_and_order()
    {
        var first = await PublishAsync("Otter report, part one");
        var second = await PublishAsync("Otter report, part two");

        var newest = await SearchAsync("otter", q => q.Where(p => p.State == PostState.Published).OrderByDescending(p => p.Position).Take(5));

        Assert.Equal([second, first], newest);
    }

    private async Task<long> PublishAsync(string title, Action<Post>? adjust = null)
    {
        var topic = await site.OpenTopicAsync("Search " + Guid.NewGuid().ToString("n"));
        return (await site.PublishAsync(topic, title, adjust)).Id;
    }

    private Task<List<long>> FindAsync(string words) => SearchAsync(words, q => q);

    private Task<List<long>> SearchAsync(string words, Func<IQueryable<Post>, IQueryable<Post>> narrow) => site.InDbAsync(db =>
        narrow(site.Services.GetRequiredService<DatabaseEngine>().SearchPosts(db, words)).Select(p => p.Id).ToListAsync());
}

public sealed class SearchTestsOnSqlite(SqliteSite site) : SearchTests(site), IClassFixture<SqliteSite>;

public sealed class SearchTestsOnPostgres(PostgresSite site) : SearchTests(site), IClassFixture<PostgresSite>;
