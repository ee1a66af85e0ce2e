using System.Net;
using Microsoft.EntityFrameworkCore;
using Rounds.Features.Posts;
using Rounds.Features.Topics;

namespace Rounds.Tests.Posts;

/// <summary>The buttons on a card, and who may press them.</summary>
public abstract class RowActionTests(Site site)
{
    [Fact]
    public async Task Posts_are_moved_up_down_and_to_the_top()
    {
        var (topic, noor) = await BeginAsync("In my order");
        foreach (var title in (string[])["One", "Two", "Three", "Four"])
        {
            await site.PublishAsync(topic, title);
        }

        var guest = site.Guest();
        Assert.Equal(["Four", "Three", "Two", "One"], (await guest.GetAsync($"/t/{topic.Slug}")).CardTitles());
        Assert.Equal(["Four", "Two", "Three", "One"], await MoveAsync("Two", "up"));
        Assert.Equal(["Two", "Four", "Three", "One"], await MoveAsync("Four", "down"));
        Assert.Equal(["One", "Two", "Four", "Three"], await MoveAsync("One", "top"));
        Assert.Equal(["One", "Two", "Four", "Three"], await MoveAsync("One", "up"));
        Assert.Equal(["One", "Two", "Four", "Three"], await MoveAsync("Three", "down"));
        Assert.Equal(["One", "Two", "Four", "Three"], (await guest.GetAsync($"/t/{topic.Slug}")).CardTitles());
        await site.PublishAsync(topic, "Five");
        Assert.Equal("Five", (await guest.GetAsync($"/t/{topic.Slug}")).CardTitles()[0]);

        async Task<IReadOnlyList<string>> MoveAsync(string title, string where)
        {
            var page = await noor.GetAsync($"/t/{topic.Slug}");
            var id = page.Html.QuerySelectorAll(".card").Single(c => c.QuerySelector("h3")!.TextContent.Trim() == title).Id;
            return (await noor.SubmitAsync(page, $"#{id} button[value={where}]")).CardTitles();
        }
    }

    [Fact]
    public async Task Posts_of_the_same_moment_can_be_moved_past_each_other_too()
    {
        var (topic, noor) = await BeginAsync("Same moment");
        var position = site.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var title in (string[])["One", "Two", "Three"])
        {
            var post = await site.PublishAsync(topic, title);
            await site.EditPostAsync(post.Id, p => p.PlaceAt(position));
        }

        var page = await noor.GetAsync($"/t/{topic.Slug}");
        Assert.Equal(["Three", "Two", "One"], page.CardTitles());
        page = await noor.SubmitAsync(page, ".card:nth-of-type(3) button[value=up]");
        Assert.Equal(["Three", "One", "Two"], page.CardTitles());
        page = await noor.SubmitAsync(page, ".card:nth-of-type(1) button[value=down]");
        Assert.Equal(["One", "Three", "Two"], page.CardTitles());
    }

    [Fact]
    public async Task A_post_is_pinned_and_unpinned()
    {
        var (topic, noor) = await BeginAsync("Pins");
        var old = await site.PublishAsync(topic, "Old");
        await site.PublishAsync(topic, "New");
        var guest = site.Guest();
        await guest.GetAsync($"/t/{topic.Slug}");

        var page = await noor.SubmitAsync(await noor.GetAsync($"/t/{topic.Slug}"), $"#post-{old.Id} form[action$='/pin'] button");
        Assert.Equal(["Old", "New"], page.CardTitles());
        Assert.Equal(["Old", "New"], (await guest.GetAsync($"/t/{topic.Slug}")).CardTitles());
        page = await noor.SubmitAsync(page, $"#post-{old.Id} form[action$='/pin'] button");
        Assert.Equal(["New", "Old"], page.CardTitles());
        Assert.Equal(["New", "Old"], (await guest.GetAsync($"/t/{topic.Slug}")).CardTitles());
    }

    [Fact]
    public async Task A_post_goes_back_to_draft_and_out_again_in_its_old_place()
    {
        var (topic, noor) = await BeginAsync("Withdrawn");
        var first = await site.PublishAsync(topic, "First");
        await site.PublishAsync(topic, "Second");
        var guest = site.Guest();
        await guest.GetAsync($"/t/{topic.Slug}");

        var page = await noor.SubmitAsync(await noor.GetAsync($"/t/{topic.Slug}"), $"#post-{first.Id} form[action$='/withdrawal'] button");
        Assert.Equal(["Second"], (await guest.GetAsync($"/t/{topic.Slug}")).CardTitles());
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/t/{topic.Slug}/p/{first.Id}/first")).Status);
        site.Clock.Advance(TimeSpan.FromHours(1));

        page = await noor.SubmitAsync(page, $"#post-{first.Id} form[action$='/publication'] button");
        Assert.Equal("First", page.TextOf("h1"));
        Assert.Equal(["Second", "First"], (await guest.GetAsync($"/t/{topic.Slug}")).CardTitles());
        Assert.Equal(first.PublishedAt, (await site.FindPostAsync(first.Id)).PublishedAt);
    }

    [Fact]
    public async Task Deleting_asks_first_and_takes_everything_along()
    {
        var (topic, noor) = await BeginAsync("Deleted");
        var post = await site.PublishAsync(topic, "Regretted", p => p.SetTags(["Regret"]));
        await site.EditTopicAsync(topic.Id, t => t.Pin(post.Id, site.Clock.GetUtcNow()));
        var guest = site.Guest();
        await guest.GetAsync($"/t/{topic.Slug}");
        var page = await noor.GetAsync($"/t/{topic.Slug}");

        var asked = await noor.GetAsync(page.Find(".card-tools a[href$='/removal']").GetAttribute("href")!);
        Assert.Contains("Delete “Regretted”?", asked.TextOf("h1"), StringComparison.Ordinal);
        Assert.Equal(["Regretted"], (await guest.GetAsync($"/t/{topic.Slug}")).CardTitles());
        page = await noor.SubmitAsync(asked, "button.danger");

        Assert.Equal($"/t/{topic.Slug}", page.Path);
        Assert.Empty(page.CardTitles());
        Assert.Empty((await guest.GetAsync($"/t/{topic.Slug}")).CardTitles());
        Assert.Equal(0, await site.InDbAsync(db => db.PostTags.CountAsync(t => t.PostId == post.Id)) + await site.InDbAsync(db => db.PostAddresses.CountAsync(a => a.PostId == post.Id)));
        Assert.Null((await site.FindTopicAsync(topic.Id)).PinnedPostId);
    }

    [Fact]
    public async Task Everything_works_in_a_topic_whose_address_is_in_another_script()
    {
        var (topic, noor) = await BeginAsync("صحة الأسرة");
        var slug = Uri.EscapeDataString(topic.Slug);
        var page = await noor.SubmitAsync(await noor.GetAsync($"/t/{slug}/posts/new?kind=note"), "button[value=save]", new { Title = "مقال عن النوم", Tags = "نوم" });
        Assert.Equal(["مقال عن النوم"], page.CardTitles());
        page = await noor.SubmitAsync(page, "form[action$='/publication'] button");
        Assert.Equal("مقال عن النوم", page.TextOf("h1"));
        foreach (var action in (string[])["/pin", "/place", "/withdrawal"])
        {
            page = await noor.SubmitAsync(await noor.GetAsync($"/t/{slug}"), $".card form[action$='{action}'] button");
            Assert.Equal(HttpStatusCode.OK, page.Status);
        }

        page = await noor.SubmitAsync(await noor.GetAsync($"/t/{slug}/settings"), "main form", new { Description = "كل أسبوع" });
        Assert.Equal("Saved.", page.TextOf("[role=status]"));
        page = await noor.SubmitAsync(await noor.GetAsync($"/t/{slug}"), $"form[action$='/captures']", new { url = "not an address" });
        Assert.Contains("not a web address", page.TextOf(".form-errors"), StringComparison.Ordinal);
        page = await noor.SubmitAsync(await noor.GetAsync($"/t/{slug}"), $"form[action$='/captures']", new { url = "https://10.0.0.1/" });
        Assert.Equal(2, page.Html.QuerySelectorAll(".card").Length);
        var id = await site.InDbAsync(db => db.Posts.Where(p => p.TopicId == topic.Id && p.Kind == PostKind.Note).Select(p => p.Id).SingleAsync());
        page = await noor.SubmitAsync(await noor.GetAsync($"/t/{slug}/posts/{id}/removal"), "button.danger");
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task A_contributor_writes_drafts_and_leaves_publishing_to_the_curator()
    {
        var topic = await site.OpenTopicAsync("With contributors", curator: "noor");
        var published = await site.PublishAsync(topic, "Published");
        var cleo = await site.ContributorAsync(topic, "cleo");

        var compose = await cleo.GetAsync($"/t/{topic.Slug}/posts/new?kind=note");
        Assert.Null(compose.Html.QuerySelector("button[value=publish]"));
        var page = await cleo.SubmitAsync(compose, "button[value=save]", new { Title = "Mine", Insight = "Draft" });
        var mine = await site.InDbAsync(db => db.Posts.SingleAsync(p => p.Title == "Mine"));
        Assert.Equal(PostState.Draft, mine.State);
        Assert.Null(page.Html.QuerySelector("form[action$='/publication'], form[action$='/pin'], form[action$='/place'], a[href$='/settings']"));
        Assert.NotNull(page.Find($"#post-{mine.Id} a[href$='/edit']"));
        Assert.Null(page.Html.QuerySelector($"#post-{published.Id} .card-tools"));
        Assert.NotNull(page.Find("#capture-url"));

        foreach (var id in (long[])[mine.Id, published.Id])
        {
            foreach (var action in (string[])["publication", "withdrawal", "place", "pin"])
            {
                Assert.Equal(HttpStatusCode.NotFound, (await cleo.ForgeAsync(page, $"/t/{topic.Slug}/posts/{id}/{action}", ("where", "top"))).Status);
            }
        }

        Assert.Equal(HttpStatusCode.NotFound, (await cleo.GetAsync($"/t/{topic.Slug}/posts/{published.Id}/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await cleo.GetAsync($"/t/{topic.Slug}/posts/{published.Id}/removal")).Status);
        var sent = await cleo.ForgeAsync(page, $"/t/{topic.Slug}/posts/{mine.Id}/edit", ("Input.Kind", "Note"), ("Input.Title", "Mine"), ("then", "publish"));
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Equal(PostState.Draft, (await site.FindPostAsync(mine.Id)).State);

        var noor = await site.SignInAsync("noor");
        await noor.SubmitAsync(await noor.GetAsync($"/t/{topic.Slug}"), $"#post-{mine.Id} form[action$='/publication'] button");
        Assert.Equal(HttpStatusCode.NotFound, (await cleo.GetAsync($"/t/{topic.Slug}/posts/{mine.Id}/edit")).Status);
    }

    [Fact]
    public async Task Strangers_forgers_and_guests_press_nothing()
    {
        var topic = await site.OpenTopicAsync("Guarded", curator: "noor");
        var post = await site.PublishAsync(topic, "Guarded post");
        var other = await site.SignInAsync("omar");
        var seen = await other.GetAsync($"/t/{topic.Slug}");
        var noor = await site.SignInAsync("noor");
        foreach (var action in (string[])["publication", "withdrawal", "place", "pin", "capture"])
        {
            var path = $"/t/{topic.Slug}/posts/{post.Id}/{action}";
            Assert.Equal(HttpStatusCode.NotFound, (await other.ForgeAsync(seen, path)).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await noor.PostAsync(path, new FormUrlEncodedContent([]), "cross-site")).Status);
            var asked = await site.Guest().Http.PostAsync(path, new FormUrlEncodedContent([]));
            Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
            Assert.Contains("/sign-in", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await other.ForgeAsync(seen, $"/t/{topic.Slug}/captures", ("url", "https://a.example/"))).Status);
        Assert.Null(seen.Html.QuerySelector(".card-tools, #capture-url"));
        Assert.Equal(PostState.Published, (await site.FindPostAsync(post.Id)).State);
    }

    private async Task<(Topic Topic, Visitor Noor)> BeginAsync(string title) =>
        (await site.OpenTopicAsync(title, curator: "noor"), await site.SignInAsync("noor"));
}

public sealed class RowActionTestsOnSqlite(SqliteSite site) : RowActionTests(site), IClassFixture<SqliteSite>;

public sealed class RowActionTestsOnPostgres(PostgresSite site) : RowActionTests(site), IClassFixture<PostgresSite>;
