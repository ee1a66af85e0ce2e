using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Rounds.Features.Posts;

namespace Rounds.Tests.Posts;

/// <summary>Taking a post into one's own topic: the credit shows on both sides, at once.</summary>
public abstract class ReshareTests(Site site)
{
    [Fact]
    public async Task A_post_is_taken_over_with_an_insight_of_ones_own_and_both_sides_say_so()
    {
        var from = await site.OpenTopicAsync("Where it was first", curator: "noor");
        var original = await site.PublishAsync(from, "Quieter nights", p =>
        {
            p.SetInsight("Noor’s words");
            p.SetTags(["Sleep"]);
            p.Embed([new PostEmbed("youtube", "https://www.youtube.com/watch?v=abc")]);
        });
        var into = await site.OpenTopicAsync("Where it goes", curator: "omar");
        var guest = site.Guest();
        var originalPath = $"/t/{from.Slug}/p/{original.Id}/quieter-nights";
        await guest.GetAsync(originalPath);
        await guest.GetAsync($"/t/{into.Slug}");
        var omar = await site.SignInAsync("omar");

        var form = await omar.GetAsync((await omar.GetAsync(originalPath)).Find("a[href$='/reshare']").GetAttribute("href")!);
        var page = await omar.SubmitAsync(form, "button[value=publish]", new { Into = into.Slug, Insight = "Omar’s own words" });

        Assert.Equal($"/t/{into.Slug}", page.Path);
        var card = await guest.GetAsync($"/t/{into.Slug}");
        Assert.Equal(["Quieter nights"], card.CardTitles());
        Assert.Contains("Omar’s own words", card.TextOf(".card .insight"), StringComparison.Ordinal);
        Assert.DoesNotContain("Noor’s words", card.Text, StringComparison.Ordinal);
        Assert.Contains("from Where it was first by noor", card.TextOf(".card .scooped"), StringComparison.Ordinal);
        Assert.Equal(original.SourceUrl, card.Find(".card h3 a").GetAttribute("href"));
        var reshared = await site.InDbAsync(db => db.Posts.SingleAsync(p => p.ResharedFromId == original.Id));
        Assert.Contains("Reshared from Where it was first by noor", (await guest.GetAsync($"/t/{into.Slug}/p/{reshared.Id}/quieter-nights")).TextOf(".credit"), StringComparison.Ordinal);
        Assert.Contains("Taken into Where it goes by omar", (await guest.GetAsync(originalPath)).TextOf(".credit"), StringComparison.Ordinal);
        Assert.Single(reshared.Embeds);
    }

    [Fact]
    public async Task The_chain_of_credit_goes_back_to_where_it_was_first()
    {
        var first = await site.OpenTopicAsync("First link", curator: "noor");
        var second = await site.OpenTopicAsync("Second link", curator: "omar");
        var third = await site.OpenTopicAsync("Third link", curator: "omar");
        var original = await site.PublishAsync(first, "Handed on");
        var omar = await site.SignInAsync("omar");
        await omar.SubmitAsync(await omar.GetAsync($"/t/{first.Slug}/p/{original.Id}/reshare"), "button[value=publish]", new { Into = second.Slug });
        var middle = await site.InDbAsync(db => db.Posts.SingleAsync(p => p.TopicId == second.Id));
        await omar.SubmitAsync(await omar.GetAsync($"/t/{second.Slug}/p/{middle.Id}/reshare"), "button[value=publish]", new { Into = third.Slug });
        var last = await site.InDbAsync(db => db.Posts.SingleAsync(p => p.TopicId == third.Id));

        var page = await site.Guest().GetAsync($"/t/{third.Slug}/p/{last.Id}/handed-on");

        Assert.Equal("Reshared from Second link by omar, there from First link by noor", page.TextOf(".credit"));
    }

    [Fact]
    public async Task A_draft_is_credited_when_it_is_published_and_no_more_when_the_original_is_gone()
    {
        var from = await site.OpenTopicAsync("Original place", curator: "noor");
        var into = await site.OpenTopicAsync("Second place", curator: "omar");
        var original = await site.PublishAsync(from, "Drafted");
        var path = $"/t/{from.Slug}/p/{original.Id}/drafted";
        var guest = site.Guest();
        var omar = await site.SignInAsync("omar");
        await omar.SubmitAsync(await omar.GetAsync($"/t/{from.Slug}/p/{original.Id}/reshare"), "button[value=save]", new { Into = into.Slug });
        Assert.Null((await guest.GetAsync(path)).Html.QuerySelector(".credit"));

        await omar.SubmitAsync(await omar.GetAsync($"/t/{into.Slug}"), "form[action$='/publication'] button");
        Assert.NotNull((await guest.GetAsync(path)).Html.QuerySelector(".credit"));
        Assert.Contains("Original place", (await guest.GetAsync($"/t/{into.Slug}")).TextOf(".card"), StringComparison.Ordinal);

        var noor = await site.SignInAsync("noor");
        await noor.SubmitAsync(await noor.GetAsync($"/t/{from.Slug}/posts/{original.Id}/removal"), "button.danger");
        Assert.DoesNotContain("Original place", (await guest.GetAsync($"/t/{into.Slug}")).TextOf(".card"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renamed_topic_is_renamed_in_the_credit_and_a_closed_one_is_not_named()
    {
        var from = await site.OpenTopicAsync("Old name", curator: "noor");
        var into = await site.OpenTopicAsync("Credits", curator: "omar");
        var original = await site.PublishAsync(from, "Named");
        var guest = site.Guest();
        var omar = await site.SignInAsync("omar");
        await omar.SubmitAsync(await omar.GetAsync($"/t/{from.Slug}/p/{original.Id}/reshare"), "button[value=publish]", new { Into = into.Slug });
        Assert.Contains("Old name", (await guest.GetAsync($"/t/{into.Slug}")).Text, StringComparison.Ordinal);

        var noor = await site.SignInAsync("noor");
        await noor.SubmitAsync(await noor.GetAsync($"/t/{from.Slug}/settings"), "main form", new { Title = "New name" });
        Assert.Contains("New name", (await guest.GetAsync($"/t/{into.Slug}")).Text, StringComparison.Ordinal);
        await noor.SubmitAsync(await noor.GetAsync($"/t/{from.Slug}/settings"), "main form", new { IsPrivate = true });
        Assert.DoesNotContain("New name", (await guest.GetAsync($"/t/{into.Slug}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_the_other_topic_has_is_not_taken_twice_and_nothing_typed_is_lost()
    {
        var from = await site.OpenTopicAsync("Gives", curator: "noor");
        var into = await site.OpenTopicAsync("Has it", curator: "omar");
        var original = await site.PublishAsync(from, "Shared article");
        var note = await site.PublishAsync(from, "A note", p => p.Quote(null, null, null, null, null));
        var omar = await site.SignInAsync("omar");
        foreach (var id in (long[])[original.Id, note.Id])
        {
            var form = await omar.GetAsync($"/t/{from.Slug}/p/{id}/reshare");
            await omar.SubmitAsync(form, "button[value=publish]", new { Into = into.Slug, Insight = "Once" });

            var again = await omar.SubmitAsync(form, "button[value=publish]", new { Into = into.Slug, Insight = "Twice" });

            Assert.Contains("already has this", again.TextOf("[role=alert]"), StringComparison.Ordinal);
            Assert.Equal("Twice", ((IHtmlTextAreaElement)again.Find("[name='Input.Insight']")).Value);
        }

        Assert.Equal(2, await site.InDbAsync(db => db.Posts.CountAsync(p => p.TopicId == into.Id)));
    }

    [Fact]
    public async Task Only_what_is_published_in_public_is_taken_and_only_into_ones_own()
    {
        var from = await site.OpenTopicAsync("Not everything", curator: "noor");
        var mine = await site.OpenTopicAsync("Mine alone", curator: "omar");
        var draft = await site.PublishAsync(from, "Draft");
        await site.EditPostAsync(draft.Id, p => p.Unpublish(site.Clock.GetUtcNow()));
        var published = await site.PublishAsync(from, "Published");
        var noor = await site.SignInAsync("noor");
        var cleo = await site.ContributorAsync(mine, "cleo");

        Assert.Equal(HttpStatusCode.NotFound, (await noor.GetAsync($"/t/{from.Slug}/p/{draft.Id}/reshare")).Status);
        var form = await noor.GetAsync($"/t/{from.Slug}/p/{published.Id}/reshare");
        Assert.DoesNotContain("Mine alone", form.Source, StringComparison.Ordinal);
        var forged = await noor.ForgeAsync(form, $"/t/{from.Slug}/p/{published.Id}/reshare", ("Input.Into", mine.Slug), ("then", "publish"));
        Assert.Equal(HttpStatusCode.OK, forged.Status);
        Assert.Equal(0, await site.InDbAsync(db => db.Posts.CountAsync(p => p.TopicId == mine.Id)));

        await cleo.SubmitAsync(await cleo.GetAsync($"/t/{from.Slug}/p/{published.Id}/reshare"), "button[value=save]", new { Into = mine.Slug });
        Assert.Equal(PostState.Draft, await site.InDbAsync(db => db.Posts.Where(p => p.TopicId == mine.Id).Select(p => p.State).SingleAsync()));
    }
}

public sealed class ReshareTestsOnSqlite(SqliteSite site) : ReshareTests(site), IClassFixture<SqliteSite>;

public sealed class ReshareTestsOnPostgres(PostgresSite site) : ReshareTests(site), IClassFixture<PostgresSite>;
