using Rounds.Features.Import;
using static Rounds.Tests.Import.Reading;

namespace Rounds.Tests.Import;

public sealed class ScoopitPageTests
{
    [Fact]
    public void The_head_of_a_page_names_topic_audiences_views_and_curator()
    {
        var topic = Read(TopicPage.Text);
        Assert.Equal("scoopit-text", topic.Format);
        Assert.Equal("Quiet Wards", topic.Title);
        Assert.Equal("Reading on noise, light and sleep in hospitals.", topic.Description);
        Assert.Equal(["Nurses", "Night Managers", "Architects'", "Patients", "Families"], topic.Audiences);
        Assert.Equal(12_300, topic.Views);
        Assert.Equal("Odalys", topic.Curator);
    }

    [Theory]
    [InlineData("514.4K views | +255 today", 514_400)]
    [InlineData("1.2M views", 1_200_000)]
    [InlineData("514,4K views | +1K today", 514_400)]
    [InlineData("12,345 views", 12_345)]
    [InlineData("1 view", 1)]
    [InlineData("3 views on one matter", null)]
    public void Counters_are_read_as_pages_shorten_them(string line, int? views) =>
        Assert.Equal(views, Read(TopicPage.Text.Replace("12.3K views | +41 today", line, StringComparison.Ordinal)).Views);

    [Fact]
    public void Posts_come_in_the_order_of_the_page_with_whoever_put_them_there()
    {
        var topic = Read(TopicPage.Text);
        Assert.True(topic.KeepsOrder);
        Assert.Equal(
            [
                "Rubber wheels before rules", "The bell nobody hears: a study of call systems", "Slides from the lighting workshop",
                "were the curtains closed before anybody asked whether the patients would like…", "Posts about earplugs", "For and against white noise",
            ], topic.Posts.Select(p => p.Title));
        Assert.Equal(["Odalys", "Nightwatch", "Nightwatch", "Nightwatch", "Nightwatch", "Nightwatch"], topic.Posts.Select(p => p.Curator));
        Assert.Equal(6, topic.Posts.Select(p => p.ExternalId).Distinct().Count());
        Assert.Empty(topic.Rejected);
    }

    [Fact]
    public void A_quotation_keeps_its_paragraphs_and_nothing_of_the_page_around_it()
    {
        var topic = Read(TopicPage.Text);
        Assert.Equal("One paragraph about bells.\nAnother one, with a list:\n• ring once\n• wait\n\"We counted,\" said the author.", topic.Posts[1].Excerpt);
        Assert.Equal("Forty slides on amber light.", topic.Posts[2].Excerpt);
        Assert.DoesNotContain("quiet ward?", topic.Posts[5].Excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public void Insights_and_comments_have_their_dates_even_when_their_words_are_lost()
    {
        var talk = Read(TopicPage.Text).Posts[0].Talk;
        Assert.Equal(
            [
                new ImportedTalk("Bram", true, "Ours squeaked on linoleum.\nWe oiled them too.", new DateTimeOffset(2015, 3, 3, 16, 5, 0, TimeSpan.Zero)),
                new ImportedTalk("Wilhelmina", false, "", new DateTimeOffset(2015, 3, 9, 10, 36, 0, TimeSpan.Zero)),
                new ImportedTalk("ODO", true, "Listen at three in the morning", new DateTimeOffset(2015, 4, 30, 17, 15, 0, TimeSpan.Zero)),
            ], talk);
    }

    [Fact]
    public void What_was_lost_or_damaged_in_saving_is_said_with_its_line()
    {
        var notes = Read(TopicPage.Text).Notes;
        var lines = TopicPage.Text.Split('\n');
        var lost = Array.FindIndex(lines, l => l.StartsWith("were the curtains", StringComparison.Ordinal)) - 4;
        Assert.Contains(notes, n => n.StartsWith($"Line {lost}: the headline of a post by Nightwatch was lost", StringComparison.Ordinal));
        Assert.Contains(notes, n => n.Contains("“Posts about earplugs”: 2 counters", StringComparison.Ordinal) && n.Contains("11 Retweet", StringComparison.Ordinal));
        Assert.Contains(notes, n => n.Contains("“For and against white noise”: a table has collapsed", StringComparison.Ordinal));
        Assert.Contains(notes, n => n.Contains("Would you like a quiet ward? Please fill this form", StringComparison.Ordinal));
        Assert.Contains(notes, n => n.Contains("none of the 6 posts has its source's address", StringComparison.Ordinal));
    }

    [Fact]
    public void The_curators_own_insight_is_kept_apart_from_what_others_add()
    {
        var post = Read("""
            Sleep
            Scooped by Odalys onto Sleep
            A title
            A title | Sleep | Scoop.it
            From pillows.example - May 4, 2014 7:00 AM
            The quotation.
            Odalys's insight:
            My own words.
            Bram's curator insight, May 5, 2014 7:00 AM
            His words.
            """).Posts.Single();
        Assert.Equal("The quotation.", post.Excerpt);
        Assert.Equal("My own words.", post.Insight);
        Assert.Equal("pillows.example", post.SiteName);
        Assert.Equal(new DateTimeOffset(2014, 5, 4, 7, 0, 0, TimeSpan.Zero), post.PublishedAt);
        Assert.Equal("His words.", Assert.Single(post.Talk).Body);
    }

    [Fact]
    public void A_page_without_blank_lines_is_told_apart_all_the_same()
    {
        var squeezed = string.Join('\n', TopicPage.Text.Split('\n').Where(l => l.Trim().Length > 0));
        var topic = Read(squeezed);
        Assert.Equal(6, topic.Posts.Count);
        Assert.Equal("Slides from the lighting workshop", topic.Posts[2].Title);
    }

    [Fact]
    public void Saved_as_html_the_page_gives_links_pictures_tags_and_dates_too()
    {
        var topic = Read(TopicPage.Html);
        Assert.Equal("scoopit-html", topic.Format);
        Assert.Equal("Quiet Wards", topic.Title);
        Assert.Equal("Reading on noise, light and sleep in hospitals.", topic.Description);
        Assert.Equal(["Nurses", "Architects"], topic.Audiences);
        Assert.Equal(12_300, topic.Views);
        Assert.Equal("Odalys", topic.Curator);
        var post = topic.Posts[0];
        Assert.Equal("scoopit:4001", post.ExternalId);
        Assert.Equal("Rubber wheels before rules", post.Title);
        Assert.Equal("https://trolleys.example/wheels?utm_source=x", post.Url);
        Assert.Equal("A trolley is louder than a conversation.\nThe ward changed its wheels.", post.Excerpt);
        Assert.Equal("Start with the wheels.", post.Insight);
        Assert.Equal(["Noise", "Trolleys"], post.Tags);
        Assert.Equal("https://img.trolleys.example/wheels.jpg", post.ImageUrl);
        Assert.Equal(new DateTimeOffset(2015, 3, 2, 8, 10, 0, TimeSpan.Zero), post.PublishedAt);
        Assert.Equal("Odalys", post.Curator);
        Assert.Equal("Ours squeaked.", Assert.Single(post.Talk).Body);
        Assert.Equal(("A note without a link", null, "Nightwatch", "Words only."), (topic.Posts[1].Title, topic.Posts[1].Url, topic.Posts[1].Curator, topic.Posts[1].Excerpt));
    }

    [Fact]
    public void Html_of_a_structure_we_do_not_know_is_read_by_its_lines()
    {
        var html = "<html><body>" + string.Concat(TopicPage.Text.Split('\n').Select(l => $"<div>{l}</div>")) + "</body></html>";
        var topic = Read(html);
        Assert.Equal("scoopit-text", topic.Format);
        Assert.Equal(6, topic.Posts.Count);
        Assert.Equal(3, topic.Posts[0].Talk.Count);
    }
}
