using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Rounds.Tests.Topics;

/// <summary>Opening a topic and saying what it is.</summary>
public abstract class TopicSettingsTests(Site site)
{
    [Fact]
    public async Task A_curator_opens_a_topic_and_is_its_curator()
    {
        var noor = await site.SignInAsync("noor");

        var page = await noor.SubmitAsync(await noor.GetAsync("/topics/new"), "main form", new
        {
            Title = "Social Media & Healthcare",
            Description = "What works, what harms.",
            Audiences = "Nurses, Clinic managers,, nurses , Patients",
        });

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("/t/social-media-healthcare", page.Path);
        Assert.Equal("Social Media & Healthcare", page.TextOf("h1"));
        Assert.Equal("What works, what harms.", page.TextOf(".masthead .lead"));
        Assert.Equal("For Nurses, Clinic managers, Patients", page.TextOf(".audiences"));
        Assert.Contains("Curated by noor", page.TextOf(".byline"), StringComparison.Ordinal);
        Assert.NotNull(page.Find("a[href='/t/social-media-healthcare/settings']"));
    }

    [Fact]
    public async Task A_taken_address_is_refused_and_what_was_typed_stays()
    {
        await site.OpenTopicAsync("Taken already");
        var noor = await site.SignInAsync("noor");

        var page = await noor.SubmitAsync(await noor.GetAsync("/topics/new"), "main form", new
        {
            Title = "Quite another", Slug = "Taken Already", Description = "Mine & yours", Audiences = "Everyone", Language = "de",
        });

        Assert.Contains("Another topic has this address", page.TextOf(".form-errors"), StringComparison.Ordinal);
        Assert.True(page.Find(".form-errors").HasAttribute("autofocus"));
        Assert.Contains("Another topic has this address", page.TextOf("[data-valmsg-for='Input.Slug']"), StringComparison.Ordinal);
        Assert.Equal("Quite another", Value(page, "Input.Title"));
        Assert.Equal("Taken Already", Value(page, "Input.Slug"));
        Assert.Equal("Mine & yours", ((IHtmlTextAreaElement)page.Find("[name='Input.Description']")).Value);
        Assert.Equal("de", Value(page, "Input.Language"));
        Assert.False(await site.InDbAsync(db => db.Topics.AnyAsync(t => t.Title == "Quite another")));
    }

    [Fact]
    public async Task Without_a_wish_a_free_address_is_made_from_the_title()
    {
        var noor = await site.SignInAsync("noor");
        var paths = new List<string>();
        for (var n = 0; n < 3; n++)
        {
            paths.Add((await noor.SubmitAsync(await noor.GetAsync("/topics/new"), "main form", new { Title = "Same again" })).Path);
        }

        Assert.Equal(["/t/same-again", "/t/same-again-2", "/t/same-again-3"], paths);
        Assert.Equal("/t/topic", (await noor.SubmitAsync(await noor.GetAsync("/topics/new"), "main form", new { Title = "!!!" })).Path);
        var arabic = await noor.SubmitAsync(await noor.GetAsync("/topics/new"), "main form", new { Title = "صحة الأسرة", Language = "ar" });
        Assert.Equal("صحة الأسرة", arabic.TextOf("h1"));
    }

    [Theory]
    [InlineData("", "en", "Give the topic a title.")]
    [InlineData("   ", "en", "Give the topic a title.")]
    [InlineData("Fine", "klingon language", "A language is written like en, de or pt-BR.")]
    public async Task Wrong_input_is_shown_again_with_what_to_do(string title, string language, string sentence)
    {
        var noor = await site.SignInAsync("noor");

        var page = await noor.SubmitAsync(await noor.GetAsync("/topics/new"), "main form", new { Title = title, Language = language, Description = "Kept" });

        Assert.Equal("/topics/new", page.Path);
        Assert.Contains(sentence, page.TextOf(".form-errors"), StringComparison.Ordinal);
        Assert.Equal("Kept", ((IHtmlTextAreaElement)page.Find("[name='Input.Description']")).Value);
    }

    [Fact]
    public async Task A_title_that_is_too_long_is_refused_with_a_sentence()
    {
        var noor = await site.SignInAsync("noor");

        var page = await noor.SubmitAsync(await noor.GetAsync("/topics/new"), "main form", new { Title = new string('x', 141) });

        Assert.Contains("at most 140 characters", page.TextOf(".form-errors"), StringComparison.Ordinal);
        Assert.Equal(141, Value(page, "Input.Title")!.Length);
    }

    [Fact]
    public async Task Settings_show_on_the_page_at_once()
    {
        var topic = await site.OpenTopicAsync("To be settled", curator: "noor");
        var guest = site.Guest();
        await guest.GetAsync($"/t/{topic.Slug}");
        var noor = await site.SignInAsync("noor");

        var settings = await noor.GetAsync($"/t/{topic.Slug}/settings");
        var saved = await noor.SubmitAsync(settings, "main form", new
        {
            Title = "Settled at last", Slug = "settled", Description = "New words", Audiences = "Nurses", Language = "fr", Upload = Pictures.Picked("cover.jpg"),
        });

        Assert.Equal("/t/settled/settings", saved.Path);
        Assert.Equal("Saved.", saved.TextOf("[role=status]"));
        Assert.Equal("Settled at last", Value(saved, "Input.Title"));
        var page = await guest.GetAsync("/t/settled");
        Assert.Equal("Settled at last", page.TextOf("h1"));
        Assert.Equal("fr", page.Find("html").GetAttribute("lang"));
        var cover = page.Find(".masthead-cover").GetAttribute("src")!;
        Assert.Equal(HttpStatusCode.OK, (await guest.AskAsync(cover)).StatusCode);
        Assert.Contains(cover, page.Find("meta[property='og:image']").GetAttribute("content"), StringComparison.Ordinal);

        var bare = await noor.SubmitAsync(saved, "main form", new { DropCover = true });
        Assert.Null(bare.Html.QuerySelector(".cover-preview"));
        Assert.Null((await guest.GetAsync("/t/settled")).Html.QuerySelector(".masthead-cover"));
    }

    [Fact]
    public async Task A_topic_that_moved_is_found_at_its_new_address_only()
    {
        var topic = await site.OpenTopicAsync("Moving house", curator: "noor");
        var guest = site.Guest();
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync($"/t/{topic.Slug}")).Status);
        var noor = await site.SignInAsync("noor");

        await noor.SubmitAsync(await noor.GetAsync($"/t/{topic.Slug}/settings"), "main form", new { Slug = "moved-house" });

        Assert.NotEqual(HttpStatusCode.OK, (await guest.AskAsync($"/t/{topic.Slug}")).StatusCode);
        Assert.Equal("Moving house", (await guest.GetAsync("/t/moved-house")).TextOf("h1"));
    }

    [Fact]
    public async Task A_cover_that_is_no_image_is_refused()
    {
        var topic = await site.OpenTopicAsync("Wrong cover", curator: "noor");
        var noor = await site.SignInAsync("noor");

        var page = await noor.SubmitAsync(await noor.GetAsync($"/t/{topic.Slug}/settings"), "main form", new
        {
            Description = "Kept", Upload = new PickedFile("cover.jpg", "image/jpeg", "<svg onload=alert(1)>"u8.ToArray()),
        });

        Assert.Contains("not an image we can show", page.TextOf(".form-errors"), StringComparison.Ordinal);
        Assert.Equal("Kept", ((IHtmlTextAreaElement)page.Find("[name='Input.Description']")).Value);
        Assert.Null((await site.FindTopicAsync(topic.Id)).CoverImageId);
    }

    [Fact]
    public async Task Only_curators_of_the_site_open_topics_and_only_its_own_settle_one()
    {
        var topic = await site.OpenTopicAsync("Not yours", curator: "noor");
        var reader = await site.SignInAsync("ruth", "reader");
        var other = await site.SignInAsync("omar");
        var contributor = await site.ContributorAsync(topic, "cleo");
        var owner = await site.SignInAsync("olga", "owner");

        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/topics/new")).Status);
        foreach (var visitor in (Visitor[])[reader, other, contributor])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/t/{topic.Slug}/settings")).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync($"/t/{topic.Slug}/settings")).Status);
        var answer = await site.Guest().AskAsync($"/t/{topic.Slug}/settings");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static string? Value(VisitedPage page, string name) => ((IHtmlInputElement)page.Find($"[name='{name}']")).Value;
}

public sealed class TopicSettingsTestsOnSqlite(SqliteSite site) : TopicSettingsTests(site), IClassFixture<SqliteSite>;

public sealed class TopicSettingsTestsOnPostgres(PostgresSite site) : TopicSettingsTests(site), IClassFixture<PostgresSite>;
