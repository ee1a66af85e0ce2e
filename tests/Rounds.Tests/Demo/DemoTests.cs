using System.Net;
using Microsoft.EntityFrameworkCore;
using Rounds.Features.Accounts;
using Rounds.Features.Demo;
using Rounds.Features.Posts;

namespace Rounds.Tests.Demo;

public abstract class DemoTests(Site site)
{
    [Fact]
    public async Task The_demo_fills_three_topics_whose_figures_add_up_and_twice_it_is_the_same()
    {
        await DemoContent.FillAsync(site.Services, CancellationToken.None);
        var before = await CountsAsync();
        await DemoContent.FillAsync(site.Services, CancellationToken.None);
        Assert.Equal(before, await CountsAsync());

        var topics = await site.InDbAsync(db => db.Topics.OrderBy(t => t.Slug).ToListAsync());
        Assert.Equal(["everyday-diabetes", "medicine-in-public", "safer-systems"], topics.Select(t => t.Slug));
        Assert.Equal(40, await site.InDbAsync(db => db.Posts.CountAsync(p => p.State == PostState.Published)));
        Assert.Equal([PostKind.Link, PostKind.Note, PostKind.Document, PostKind.Image],
            (await site.InDbAsync(db => db.Posts.Select(p => p.Kind).Distinct().ToListAsync())).Order());
        Assert.Equal(2, await site.InDbAsync(db => db.Posts.CountAsync(p => p.ResharedFromId != null)));
        Assert.Equal(10, await site.InDbAsync(db => db.Users.CountAsync(u => u.IsPlaceholder)));

        var days = await site.InDbAsync(db => db.DayViews.ToListAsync());
        var today = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime);
        Assert.All(days, d => Assert.True(d.Views > 0 && d.Day <= today));
        foreach (var topic in topics)
        {
            Assert.NotNull(topic.CoverImageId);
            Assert.NotNull(topic.PinnedPostId);
            Assert.Equal(days.Where(d => d.TopicId == topic.Id).Sum(d => d.Views), topic.CountedViews);
            Assert.Equal(days.Where(d => d.TopicId == topic.Id && d.Day == today).Sum(d => d.Views), topic.ViewsOn(today));
            Assert.InRange(days.Where(d => d.TopicId == topic.Id).Select(d => d.Day).Distinct().Count(), 50, 70);
        }

        var posts = await site.InDbAsync(db => db.Posts.ToListAsync());
        Assert.All(posts, p => Assert.Equal(days.Where(d => d.PostId == p.Id).Sum(d => d.Views), p.Views));
        var comments = await site.InDbAsync(db => db.Comments.ToListAsync());
        Assert.All(posts, p => Assert.Equal(comments.Count(c => c.PostId == p.Id && !c.IsInsight), p.CommentCount));
        Assert.Contains(comments, c => c.ParentId is not null);
        Assert.All(comments, c => Assert.True(c.WrittenAt <= site.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task The_owner_fills_it_in_from_the_empty_first_page_and_nobody_else_can()
    {
        var curator = await site.SignInAsync("corvina");
        Assert.Equal(HttpStatusCode.NotFound, (await curator.PostAsync("/demo")).Status);
        var owner = await site.SignInAsync("olympe", SiteRoles.Owner);
        var page = await owner.GetAsync("/");
        if (page.Html.QuerySelector("form[action='/demo']") is not null)
        {
            page = await owner.SubmitAsync(page, "form[action='/demo']");
        }

        Assert.Contains("Medicine in Public", page.Text, StringComparison.Ordinal);
        var guest = await site.Guest().GetAsync("/t/medicine-in-public");
        Assert.Equal(HttpStatusCode.OK, guest.Status);
        Assert.Contains("Caption everything", guest.Text, StringComparison.Ordinal);
        var image = guest.Html.QuerySelector("main img[src*='/media/']")!;
        Assert.Equal("image/svg+xml", (await site.Guest().Http.GetAsync(image.GetAttribute("src"))).Content.Headers.ContentType!.MediaType);
    }

    private async Task<string> CountsAsync() => await site.InDbAsync(async db => string.Join(' ',
        await db.Topics.CountAsync(), await db.Posts.CountAsync(), await db.Comments.CountAsync(), await db.PostTags.CountAsync(), await db.PostAddresses.CountAsync(),
        await db.DayViews.SumAsync(d => d.Views), await db.Users.CountAsync(u => u.IsPlaceholder), await db.Images.CountAsync(), await db.TopicMembers.CountAsync(), await db.ContactForms.CountAsync()));
}

public sealed class DemoTestsOnSqlite(SqliteSite site) : DemoTests(site), IClassFixture<SqliteSite>;

public sealed class DemoTestsOnPostgres(PostgresSite site) : DemoTests(site), IClassFixture<PostgresSite>;
