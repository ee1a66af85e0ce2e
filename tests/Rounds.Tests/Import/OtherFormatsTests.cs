using Rounds.Features.Posts;
using static Rounds.Tests.Import.Reading;

namespace Rounds.Tests.Import;

public sealed class OtherFormatsTests
{
    private const string Answer = """
        {"success":true,"topic":{"id":77,"name":"Quiet Wards","shortName":"quiet-wards","lang":"en","isPrivate":false,
         "description":"Reading on noise. Relevant to Nurses, Architects.","creator":{"id":5,"name":"Odalys","shortName":"odalys"},
         "stats":{"uv":900,"uvp":3,"v":12345,"vp":9},"pinnedPost":{"id":2,"title":"Pinned"},
         "curatedPosts":[
          {"id":1,"title":"Wheels","htmlContent":"<p>Louder than talk.</p><p>So they say.</p>","htmlInsight":"<p>Start here.</p><p>Then oil.</p>","url":"https://trolleys.example/wheels",
           "scoopUrl":"https://www.scoop.example/p/1","tags":["Noise",{"tag":"Wheels","postCount":4}],"largeImageUrl":"https://img.trolleys.example/w.jpg","thanksCount":7,"pageViews":120,
           "author":{"name":"Odalys"},"suggestedBy":{"name":"Bram"},"publicationDate":1425283800000,"curationDate":1425370200000,
           "comments":[{"author":{"name":"Wilhelmina"},"text":"True.","date":1425900000000}]},
          {"id":2,"title":"Pinned","content":"Words.","curationDate":1425460200000},
          {"id":3,"title":"","content":"","insight":null,"curationDate":1},
          "nonsense"]}}
        """;

    [Fact]
    public void An_answer_of_scoopits_api_is_read_whole()
    {
        var topic = Read(Answer);
        Assert.Equal("scoopit-json", topic.Format);
        Assert.Equal(("Quiet Wards", "quiet-wards", "Reading on noise.", "Odalys", 12345L), (topic.Title, topic.Slug, topic.Description, topic.Curator, topic.Views));
        Assert.Equal(["Nurses", "Architects"], topic.Audiences);
        var post = topic.Posts[0];
        Assert.Equal("scoopit:1", post.ExternalId);
        Assert.Equal("Louder than talk.\nSo they say.", post.Excerpt);
        Assert.Equal("Start here.\n\nThen oil.", post.Insight);
        Assert.Equal(["Noise", "Wheels"], post.Tags);
        Assert.Equal((7, 120L, "Bram", "trolleys.example"), (post.Thanks, post.Views, post.SuggestedBy, post.SiteName));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1425370200000), post.PublishedAt);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1425283800000), post.SourceDate);
        Assert.Equal(("Wilhelmina", "True."), (post.Talk[0].Author, post.Talk[0].Body));
        Assert.True(topic.Posts[1].IsPinned);
        Assert.Equal([3, 4], topic.Rejected.Select(r => r.Line));
        Assert.Equal(4, topic.Read);
    }

    [Theory]
    [InlineData("""[{"id":9,"title":"Alone","scoopUrl":"https://s.example/9","url":"https://a.example/"}]""")]
    [InlineData("""{"posts":[{"id":9,"title":"Alone","curationDate":1425370200000}]}""")]
    public void Lists_of_posts_are_read_without_a_topic(string json)
    {
        var topic = Read(json);
        Assert.Null(topic.Title);
        Assert.Equal("Alone", Assert.Single(topic.Posts).Title);
    }

    [Fact]
    public void A_feeds_items_become_posts_quoted_by_their_beginning()
    {
        var words = string.Join(' ', Enumerable.Range(1, 200).Select(n => n % 60 == 0 ? $"word{n}." : $"word{n}"));
        var topic = Read($"""
            <?xml version="1.0"?><rss version="2.0"><channel><title>Night Notes</title><link>https://notes.example/</link><description>About nights.</description>
            <item><guid>n1</guid><title>First</title><link>https://notes.example/1</link><pubDate>Mon, 02 Mar 2015 08:00:00 GMT</pubDate><category>Sleep</category><description>&lt;p&gt;{words}&lt;/p&gt;</description></item>
            <item><title>Second</title></item></channel></rss>
            """);
        Assert.Equal("rss20", topic.Format);
        Assert.Equal(("Night Notes", "About nights."), (topic.Title, topic.Description));
        var post = topic.Posts[0];
        Assert.Equal(("First", "https://notes.example/1", "notes.example"), (post.Title, post.Url, post.SiteName));
        Assert.Equal(["Sleep"], post.Tags);
        Assert.EndsWith("word60.", post.Excerpt, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2015, 3, 2, 8, 0, 0, TimeSpan.Zero), post.PublishedAt);
    }

    [Fact]
    public void A_scoopit_feed_is_read_with_source_and_insight()
    {
        var post = Read("""
            <rss version="2.0"><channel><title>Quiet Wards</title><link>https://www.scoop.it/t/quiet-wards</link>
            <item><title>Wheels</title><link>https://www.scoop.it/t/quiet-wards/p/1</link>
            <description>&lt;a href="https://trolleys.example/wheels"&gt;Source&lt;/a&gt;&lt;p&gt;Louder than talk.&lt;/p&gt;&lt;p&gt;Odalys's insight:&lt;/p&gt;&lt;p&gt;Start here.&lt;/p&gt;&lt;p&gt;Via Bram&lt;/p&gt;</description></item></channel></rss>
            """).Posts.Single();
        Assert.Equal("https://trolleys.example/wheels", post.Url);
        Assert.Equal("Start here.", post.Insight);
        Assert.Equal("Bram", post.SuggestedBy);
    }

    [Fact]
    public void Bookmarks_keep_folders_tags_notes_and_dates_and_leave_out_what_is_private()
    {
        var topic = Read("""
            <!DOCTYPE NETSCAPE-Bookmark-file-1>
            <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
            <TITLE>Bookmarks</TITLE>
            <H1>Bookmarks</H1>
            <DL><p>
                <DT><H3 PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
                <DL><p>
                    <DT><H3>Noise</H3>
                    <DL><p>
                        <DT><A HREF="https://trolleys.example/wheels?a=1&amp;b=2" ADD_DATE="1425283800" TAGS="wheels,&quot;oil&quot;">Wheels &amp; rules</A>
                        <DD>Read the second half.
                        <DT><A HREF="javascript:alert(1)">Trick</A>
                    </DL><p>
                    <DT><A HREF="https://plain.example/" PRIVATE="1">Mine alone</A>
                    <DT><A HREF="https://plain.example/2" ADD_DATE="0">Plain</A>
                </DL><p>
            </DL><p>
            """);
        Assert.Equal("bookmarks", topic.Format);
        Assert.Null(topic.Title);
        var post = topic.Posts[0];
        Assert.Equal(("Wheels & rules", "https://trolleys.example/wheels?a=1&b=2", "Read the second half."), (post.Title, post.Url, post.Insight));
        Assert.Equal(["wheels", "\"oil\"", "Noise"], post.Tags);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1425283800), post.PublishedAt);
        Assert.Equal(("Plain", null), (topic.Posts[1].Title, topic.Posts[1].PublishedAt));
        Assert.Empty(topic.Posts[1].Tags);
        Assert.Equal([12, 14], topic.Rejected.Select(r => r.Line));
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void A_table_is_read_by_the_names_of_its_columns(string mark)
    {
        var topic = Read(string.Join('\n',
            string.Join(mark, "Headline", "Source URL", "time_added", "Tags", "My Insight", "Excerpt", "Byline", "Colour"),
            string.Join(mark, "Wheels", "https://trolleys.example/w", "1425283800", "noise|wheels", "\"Start\nhere\"", "\"Louder, they \"\"say\"\"\"", "A. Porter", "teal"),
            string.Join(mark, "No address", "", "2015-03-04", "", "", "", "", ""),
            string.Join(mark, "", "trolleys.example/bare", "someday", "", "", "", "", ""),
            string.Join(mark, "Bad", "ftp://x.example/", "", "", "", "", "", ""),
            string.Join(mark, "", "", "2015-03-04", "", "", "", "", "")));
        Assert.Equal("csv", topic.Format);
        var post = topic.Posts[0];
        Assert.Equal(("Wheels", "https://trolleys.example/w", "A. Porter", "Start\n\nhere"), (post.Title, post.Url, post.Author, post.Insight));
        Assert.Equal("Louder, they \"say\"", post.Excerpt);
        Assert.Equal(["noise", "wheels"], post.Tags);
        Assert.Equal(PostKind.Note, topic.Posts[1].Kind);
        Assert.Equal(("https://trolleys.example/bare", "https://trolleys.example/bare"), (topic.Posts[2].Title, topic.Posts[2].Url));
        Assert.Equal([6, 7], topic.Rejected.Select(r => r.Line));
        Assert.Contains(topic.Notes, n => n.Contains("Colour", StringComparison.Ordinal));
        Assert.Contains(topic.Notes, n => n.Contains("“someday” is not a date", StringComparison.Ordinal));
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_said_and_takes_no_row_with_it_silently()
    {
        var topic = Read("title,url\nGood,https://a.example/1\n\"Open,https://a.example/2\nLost,https://a.example/3\n");
        Assert.Equal("Good", Assert.Single(topic.Posts).Title);
        Assert.Contains("quotation mark", Assert.Single(topic.Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_feeds_is_recognised_and_each_feed_is_named()
    {
        var topic = Read("""
            <?xml version="1.0"?>
            <opml version="2.0"><head><title>Feeds</title></head><body>
            <outline text="Nights"><outline type="rss" text="Notes" xmlUrl="https://notes.example/feed"/>
            <outline type="rss" text="Wheels" xmlUrl="https://trolleys.example/feed"/></outline></body></opml>
            """);
        Assert.Equal("opml", topic.Format);
        Assert.Empty(topic.Posts);
        Assert.Equal([3, 4], topic.Rejected.Select(r => r.Line));
        Assert.Contains("2 feeds", Assert.Single(topic.Notes), StringComparison.Ordinal);
    }
}
