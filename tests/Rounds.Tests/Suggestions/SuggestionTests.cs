using System.Net;
using Microsoft.EntityFrameworkCore;
using Rounds.Features.Accounts;
using Rounds.Features.Posts;
using Rounds.Features.Suggestions;
using Rounds.Features.Topics;

namespace Rounds.Tests.Suggestions;

/// <summary>Readers propose articles; the topic's members take or drop them.</summary>
public abstract class SuggestionTests(Site site)
{
    [Fact]
    public async Task A_reader_suggests_an_article_from_the_topics_page()
    {
        var topic = await site.OpenTopicAsync("Reading list");
        var guest = site.Guest();
        var form = await guest.GetAsync((await guest.GetAsync($"/t/{topic.Slug}")).Find("a[href$='/suggest']").GetAttribute("href")!);
        site.Clock.Advance(TimeSpan.FromSeconds(20));

        var thanks = await guest.SubmitAsync(form, "main form", new { Url = "https://journal.example/soap?utm_source=x", Note = "Short and good.", Name = "Ines" });

        Assert.Contains("The curators have it", thanks.Text);
        var suggestion = Assert.Single(await AllAsync(topic));
        Assert.Equal(("https://journal.example/soap", "Short and good.", "Ines"), (suggestion.Url, suggestion.Note, suggestion.SenderName));
        Assert.Empty(guest.Cookies.Names);
    }

    [Theory]
    [InlineData("", "Paste the address")]
    [InlineData("javascript:alert(1)", "must begin with http")]
    [InlineData("http://10.0.0.1/", "Copy the article's address")]
    [InlineData("http://intranet/page", "local network")]
    public async Task An_address_that_will_not_do_is_explained_and_the_note_kept(string url, string problem)
    {
        var topic = await site.OpenTopicAsync("Odd addresses");
        var guest = site.Guest();
        var form = await guest.GetAsync($"/t/{topic.Slug}/suggest");
        site.Clock.Advance(TimeSpan.FromSeconds(20));

        var again = await guest.SubmitAsync(form, "main form", new { Url = url, Note = "Please look." });

        Assert.Contains(problem, again.TextOf(".form-errors"));
        Assert.Equal("Please look.", again.TextOf("textarea"));
        Assert.Empty(await AllAsync(topic));
    }

    [Fact]
    public async Task An_article_that_is_here_already_is_pointed_to()
    {
        var topic = await site.OpenTopicAsync("Known");
        var post = await site.PublishAsync(topic, "Seen before", p => p.Quote("https://www.paper.example/soap/", "Paper", null, null, "Soap."));
        var guest = site.Guest();
        var form = await guest.GetAsync($"/t/{topic.Slug}/suggest");
        site.Clock.Advance(TimeSpan.FromSeconds(20));

        var page = await guest.SubmitAsync(form, "main form", new { Url = "http://paper.example/soap?fbclid=1#top" });

        Assert.Contains("already here", page.TextOf(".notice"));
        Assert.Contains($"/p/{post.Id}/", page.Find(".notice a").GetAttribute("href"));
        Assert.Empty(await AllAsync(topic));
    }

    [Fact]
    public async Task A_draft_is_not_given_away()
    {
        var topic = await site.OpenTopicAsync("Secret plans");
        var post = await site.PublishAsync(topic, "Not yet shown", p => p.Quote("https://paper.example/plans", "Paper", null, null, "Plans."));
        await site.InDbAsync(db => db.Posts.Where(p => p.Id == post.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.State, PostState.Draft)));
        var guest = site.Guest();
        var form = await guest.GetAsync($"/t/{topic.Slug}/suggest");
        site.Clock.Advance(TimeSpan.FromSeconds(20));

        var page = await guest.SubmitAsync(form, "main form", new { Url = "https://paper.example/plans" });

        Assert.Contains("already have this article", page.Text);
        Assert.DoesNotContain("Not yet shown", page.Text);
    }

    [Fact]
    public async Task The_same_wish_twice_is_one_entry_and_two_thanks()
    {
        var topic = await site.OpenTopicAsync("Twice wished");
        for (var n = 0; n < 2; n++)
        {
            Assert.Contains("The curators have it", (await SuggestAsync(topic, "https://journal.example/twice")).Text);
        }

        Assert.Single(await AllAsync(topic));
    }

    [Fact]
    public async Task An_address_without_https_is_understood()
    {
        var topic = await site.OpenTopicAsync("Copied by eye");

        await SuggestAsync(topic, "journal.example/by-eye");

        Assert.Equal("https://journal.example/by-eye", Assert.Single(await AllAsync(topic)).Url);
    }

    [Fact]
    public async Task A_robot_is_asked_to_check()
    {
        var topic = await site.OpenTopicAsync("Robots");
        var robot = site.Guest();

        var check = await robot.SubmitAsync(await robot.GetAsync($"/t/{topic.Slug}/suggest"), "main form", new { Url = "https://pills.example/", Note = "nice" });

        Assert.Equal("Check and send", check.TextOf("h1"));
        Assert.Equal("https://pills.example/", check.Find("[name='Input.Url']").GetAttribute("value"));
        Assert.Empty(await AllAsync(topic));
        site.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Contains("The curators have it", (await robot.SubmitAsync(check, "main form")).Text);
    }

    [Fact]
    public async Task A_member_takes_a_suggestion_and_its_sender_is_credited()
    {
        var topic = await site.OpenTopicAsync("Taken", curator: "noor");
        site.Web.Serve("/taken", "<title>Taken well</title><p>A page with a sentence that is long enough to quote.</p>");
        var suggestion = await AddAsync(topic, new Uri(site.Web.Address, "/taken").AbsoluteUri, "Ines");
        var noor = await site.SignInAsync("noor");

        var after = await noor.SubmitAsync(await noor.GetAsync($"/t/{topic.Slug}/suggestions"), "form[action$='/taking']");

        Assert.Equal($"/t/{topic.Slug}", after.Path);
        var taken = Assert.Single(await AllAsync(topic));
        Assert.Equal((suggestion, SuggestionState.Taken), (taken.Id, taken.State));
        var post = await site.InDbAsync(db => db.Posts.SingleAsync(p => p.Id == taken.PostId));
        Assert.Equal("Ines", post.SuggestedBy);
        var inbox = await noor.GetAsync($"/t/{topic.Slug}/suggestions?state=taken");
        Assert.Contains($"/p/{post.Id}/", inbox.Find(".case p:last-of-type a").GetAttribute("href"));
    }

    [Fact]
    public async Task Taking_what_the_topic_has_by_now_leads_to_that_post()
    {
        var topic = await site.OpenTopicAsync("Came first", curator: "noor");
        await AddAsync(topic, "https://paper.example/first", "");
        var post = await site.PublishAsync(topic, "First", p => p.Quote("https://paper.example/first", "Paper", null, null, "First."));
        var noor = await site.SignInAsync("noor");

        var inbox = await noor.GetAsync($"/t/{topic.Slug}/suggestions");
        Assert.Contains("The topic has it by now", inbox.Text);
        var after = await noor.SubmitAsync(inbox, "form[action$='/taking']");

        Assert.Equal($"/t/{topic.Slug}/suggestions", after.Path);
        var taken = Assert.Single(await AllAsync(topic));
        Assert.Equal((SuggestionState.Taken, post.Id), (taken.State, taken.PostId));
        Assert.Equal(1, await site.InDbAsync(db => db.Posts.CountAsync(p => p.TopicId == topic.Id)));
    }

    [Fact]
    public async Task A_dropped_suggestion_comes_back_with_undo()
    {
        var topic = await site.OpenTopicAsync("Dropped", curator: "noor");
        await AddAsync(topic, "https://paper.example/dull", "");
        var noor = await site.SignInAsync("noor");

        var after = await noor.SubmitAsync(await noor.GetAsync($"/t/{topic.Slug}/suggestions"), "form[action$='/dismissal']");
        Assert.Contains("No suggestion waits", after.Text);
        var dropped = await noor.GetAsync($"/t/{topic.Slug}/suggestions?state=dropped");
        Assert.Contains("https://paper.example/dull", dropped.Text);
        await noor.SubmitAsync(dropped, "form[action$='/reopening']");

        Assert.Equal(SuggestionState.Waiting, Assert.Single(await AllAsync(topic)).State);
    }

    [Fact]
    public async Task Only_the_topics_members_see_and_settle_suggestions()
    {
        var topic = await site.OpenTopicAsync("Members", curator: "noor");
        var id = await AddAsync(topic, "https://paper.example/members", "");
        var olu = await site.SignInAsync("olu");

        Assert.Equal(HttpStatusCode.NotFound, (await olu.GetAsync($"/t/{topic.Slug}/suggestions")).Status);
        var token = (await olu.GetAsync($"/t/{topic.Slug}")).Find("[name=form-token]").GetAttribute("value")!;
        var refused = await olu.PostAsync($"/t/{topic.Slug}/suggestions/{id}/dismissal", new FormUrlEncodedContent(new Dictionary<string, string> { ["form-token"] = token }));
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.StartsWith("/sign-in", (await site.Guest().GetAsync($"/t/{topic.Slug}/suggestions")).Path);

        // A number of another topic's.
        var other = await site.OpenTopicAsync("Olu's own", curator: "olu");
        refused = await olu.PostAsync($"/t/{other.Slug}/suggestions/{id}/dismissal", new FormUrlEncodedContent(new Dictionary<string, string> { ["form-token"] = token }));
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.Equal(SuggestionState.Waiting, Assert.Single(await AllAsync(topic)).State);
    }

    [Fact]
    public async Task A_private_topic_takes_suggestions_from_members_only()
    {
        var topic = await site.OpenTopicAsync("Behind the door", curator: "noor", isPrivate: true);

        Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().GetAsync($"/t/{topic.Slug}/suggest")).Status);
        var noor = await site.SignInAsync("noor", SiteRoles.Curator);
        Assert.Equal(HttpStatusCode.OK, (await noor.GetAsync($"/t/{topic.Slug}/suggest")).Status);
    }

    private async Task<VisitedPage> SuggestAsync(Topic topic, string url)
    {
        var guest = site.Guest();
        var form = await guest.GetAsync($"/t/{topic.Slug}/suggest");
        site.Clock.Advance(TimeSpan.FromSeconds(20));
        return await guest.SubmitAsync(form, "main form", new { Url = url });
    }

    private Task<long> AddAsync(Topic topic, string url, string name) => site.InDbAsync(async db =>
    {
        var suggestion = Suggestion.Send(topic.Id, url, null, name, site.Clock.GetUtcNow());
        db.Suggestions.Add(suggestion);
        await db.SaveChangesAsync();
        return suggestion.Id;
    });

    private Task<List<Suggestion>> AllAsync(Topic topic) => site.InDbAsync(db => db.Suggestions.Where(s => s.TopicId == topic.Id).ToListAsync());
}

public sealed class SuggestionTestsOnSqlite(SqliteSite site) : SuggestionTests(site), IClassFixture<SqliteSite>;

public sealed class SuggestionTestsOnPostgres(PostgresSite site) : SuggestionTests(site), IClassFixture<PostgresSite>;
