using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rounds.Data;
using Rounds.Features.Import;
using Rounds.Features.Posts;
using Rounds.Features.Topics;

namespace Rounds.Tests.Import;

public abstract class ImportDeskTests(Site site)
{
    [Fact]
    public async Task A_saved_page_becomes_a_topic_in_its_order_and_again_it_changes_nothing()
    {
        var report = await TakeAsync(TopicPage.Text);
        Assert.Equal((6, 6, 0, 0), (report.Read, report.Created, report.Skipped, report.Rejected.Count));
        Assert.Equal("quiet-wards", report.Topic);
        var before = await site.InDbAsync(SnapshotAsync);
        site.Clock.Advance(TimeSpan.FromHours(3));
        var again = await TakeAsync(TopicPage.Text);
        Assert.Equal((6, 0, 6), (again.Read, again.Created, again.Skipped));
        Assert.Equal(before, await site.InDbAsync(SnapshotAsync));

        var topic = await site.InDbAsync(db => db.Topics.SingleAsync(t => t.Slug == "quiet-wards"));
        Assert.Equal(12_300, topic.ImportedViews);
        Assert.Equal(5, topic.Audiences.Count);
        var posts = await site.InDbAsync(db => db.Posts.Where(p => p.TopicId == topic.Id).OrderByDescending(p => p.Position).ToListAsync());
        Assert.Equal("Rubber wheels before rules", posts[0].Title);
        Assert.Equal("For and against white noise", posts[5].Title);
        Assert.All(posts, p => Assert.Equal((PostState.Published, p.PublishedAt!.Value.Year * 100 + p.PublishedAt.Value.Month), (p.State, p.PublishedMonth)));
        Assert.All(posts.Zip(posts.Skip(1)), pair => Assert.Equal(TimeSpan.FromSeconds(1), pair.First.PublishedAt - pair.Second.PublishedAt));
        Assert.Equal(1, posts[0].CommentCount);
        var talk = await site.InDbAsync(db => db.Comments.Where(c => c.PostId == posts[0].Id).OrderBy(c => c.WrittenAt).ToListAsync());
        Assert.Equal([(true, "Bram"), (false, "Wilhelmina"), (true, "ODO")], talk.Select(c => (c.IsInsight, c.AuthorName)));
        Assert.Equal("", talk[1].Body);

        var members = await site.InDbAsync(db => db.TopicMembers.Where(m => m.TopicId == topic.Id)
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { u.DisplayName, u.UserName, u.IsPlaceholder, m.Role }).OrderBy(m => m.DisplayName).ToListAsync());
        Assert.Equal([("Nightwatch", TopicRole.Contributor), ("Odalys", TopicRole.Curator)], members.Select(m => (m.DisplayName, m.Role)));
        Assert.All(members, m => Assert.True(m.IsPlaceholder));
    }

    [Fact]
    public async Task A_later_copy_of_the_page_adds_only_what_is_new()
    {
        await TakeAsync(TopicPage.Text.Replace("Quiet Wards", "Quieter Wards", StringComparison.Ordinal));
        site.Clock.Advance(TimeSpan.FromDays(400));
        var later = await TakeAsync(TopicPage.Later.Replace("Quiet Wards", "Quieter Wards", StringComparison.Ordinal));
        Assert.Equal((7, 1, 6), (later.Read, later.Created, later.Skipped));
        var topic = await site.InDbAsync(db => db.Topics.SingleAsync(t => t.Slug == "quieter-wards"));
        Assert.Equal(13_100, topic.ImportedViews);
        var posts = await site.InDbAsync(db => db.Posts.Where(p => p.TopicId == topic.Id).OrderByDescending(p => p.Position).ToListAsync());
        Assert.Equal("Soft shoes", posts[0].Title);
        Assert.Equal(2, posts[1].CommentCount);
    }

    [Fact]
    public async Task One_article_under_two_addresses_comes_once()
    {
        var report = await TakeAsync("title,url,date\nOne,https://www.news.example/story/?utm_source=x,2020-01-02\nSame,http://news.example/story,2020-01-03\nOther,https://news.example/other,2020-01-04\n", "one-article");
        Assert.Equal((3, 2, 1), (report.Read, report.Created, report.Skipped));
        var posts = await site.InDbAsync(db => db.Posts.Where(p => db.Topics.Any(t => t.Id == p.TopicId && t.Slug == "one-article")).OrderByDescending(p => p.Position).ToListAsync());
        Assert.Equal(["Other", "One"], posts.Select(p => p.Title));
        Assert.Equal(202001, posts[0].PublishedMonth);
        Assert.Equal(2, await site.InDbAsync(db => db.PostAddresses.CountAsync(a => a.TopicId == posts[0].TopicId)));
    }

    [Fact]
    public async Task A_page_saved_as_text_and_then_as_html_gives_each_post_once()
    {
        var text = await TakeAsync("Wheels Weekly\nScooped by Odalys!\n\nRubber wheels before rules\n\nA trolley is louder than a conversation.\nThe ward changed its wheels.\n\nNo comment yet.\n", "wheels");
        var html = await TakeAsync(TopicPage.Html, "wheels");
        Assert.Equal((1, 2, 1, 1), (text.Created, html.Read, html.Created, html.Skipped));
    }

    [Fact]
    public async Task The_order_of_the_file_wins_over_its_dates_where_somebody_chose_it()
    {
        await TakeAsync("""[{"id":1,"title":"Old but first","scoopUrl":"s","curationDate":1335370200000},{"id":2,"title":"New but second","scoopUrl":"s","curationDate":1425370200000,"tags":["Sleep Aids"],"thanksCount":3,"pageViews":50}]""", "chosen");
        var posts = await site.InDbAsync(db => db.Posts.Where(p => db.Topics.Any(t => t.Id == p.TopicId && t.Slug == "chosen")).OrderByDescending(p => p.Position).ToListAsync());
        Assert.Equal(["Old but first", "New but second"], posts.Select(p => p.Title));
        Assert.Equal([2012, 2015], posts.Select(p => p.PublishedAt!.Value.Year));
        Assert.Equal((3, 50L), (posts[1].ThanksCount, posts[1].Views));
        Assert.Equal("sleep-aids", await site.InDbAsync(db => db.PostTags.Where(t => t.PostId == posts[1].Id).Select(t => t.Slug).SingleAsync()));
    }

    [Fact]
    public async Task A_name_in_a_file_does_not_speak_for_somebodys_account()
    {
        var real = await site.PersonAsync("Hortensia");
        await TakeAsync("title,curator\nWords put into a mouth,Hortensia\n", "impostor");
        var post = await site.InDbAsync(db => db.Posts.SingleAsync(p => p.Title == "Words put into a mouth"));
        Assert.NotEqual(real.Id, post.CuratorId);
        Assert.True(await site.InDbAsync(db => db.Users.Where(u => u.Id == post.CuratorId).Select(u => u.IsPlaceholder).SingleAsync()));
    }

    [Fact]
    public async Task Many_posts_come_in_batches_and_none_is_lost()
    {
        var rows = string.Concat(Enumerable.Range(1, 950).Select(n => $"Post {n},https://many.example/{n},2019-01-01,tag {n % 7}\n"));
        var report = await TakeAsync("title,url,date,tags\n" + rows, "many");
        Assert.Equal((950, 950), (report.Read, report.Created));
        var places = await site.InDbAsync(db => db.Posts.Where(p => db.Topics.Any(t => t.Id == p.TopicId && t.Slug == "many")).OrderByDescending(p => p.Position).Select(p => new { p.Title, p.Position }).ToListAsync());
        Assert.Equal(950, places.Select(p => p.Position).Distinct().Count());
        Assert.Equal(["Post 1", "Post 950"], [places[0].Title, places[^1].Title]);
        Assert.Equal(950, (await TakeAsync("title,url,date,tags\n" + rows, "many")).Skipped);
    }

    [Fact]
    public async Task Characters_that_a_database_refuses_do_not_stop_a_file()
    {
        var feed = await TakeAsync("<rss version=\"2.0\"><channel><title>Odd</title><item><title>One&#0;&#xD800;&#xFFFF; odd</title><description>a&amp;#0;b</description></item></channel></rss>", "odd");
        var json = await TakeAsync("[{\"id\":1,\"title\":\"Nul\\u0000 and half \",\"scoopUrl\":\"s\",\"author\":{\"name\":\"N\\u0000\"}},{\"id\":2,\"title\":\"\\ud800\",\"content\":\"Words\",\"scoopUrl\":\"s\"}]", "odd");
        Assert.Equal((1, 2), (feed.Created, json.Created));
    }

    [Fact]
    public async Task A_picture_that_the_file_names_is_fetched_afterwards()
    {
        var picture = site.Web.Serve("/wheels.png", Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), "image/png");
        await TakeAsync($"title,url,image\nIllustrated,https://pictures.example/1,{picture}\n", "pictures");
        await site.WaitAsync(() => site.InDbAsync(db => db.Posts.AnyAsync(p => p.Title == "Illustrated" && p.ImageId != null)));
    }

    private async Task<ImportReport> TakeAsync(string file, string? slug = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportDesk>()
            .TakeAsync("file", Encoding.UTF8.GetBytes(file), ImportTarget.OnTheCommandLine(slug), CancellationToken.None);
    }

    /// <summary>Everything an import writes, as one text.</summary>
    private static async Task<string> SnapshotAsync(RoundsDb db)
    {
        var topics = await db.Topics.OrderBy(t => t.Id).Select(t => $"{t.Id} {t.Title} {t.Description} {t.ImportedViews} {t.UpdatedAt}").ToListAsync();
        var posts = await db.Posts.OrderBy(p => p.Id).Select(p => $"{p.Id} {p.Title} {p.Position} {p.UpdatedAt} {p.CommentCount} {p.Version}").ToListAsync();
        int[] counts =
        [
            await db.Users.CountAsync(), await db.TopicMembers.CountAsync(), await db.Comments.CountAsync(), await db.PostTags.CountAsync(), await db.PostAddresses.CountAsync(),
            await db.Captures.CountAsync(),
        ];
        return string.Join('\n', [.. topics, .. posts, string.Join(' ', counts)]);
    }
}

public sealed class ImportDeskTestsOnSqlite(SqliteSite site) : ImportDeskTests(site), IClassFixture<SqliteSite>;

public sealed class ImportDeskTestsOnPostgres(PostgresSite site) : ImportDeskTests(site), IClassFixture<PostgresSite>;
