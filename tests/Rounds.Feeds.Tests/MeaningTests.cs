namespace Rounds.Feeds.Tests;

/// <summary>What elements mean, one rule a test.</summary>
public sealed class MeaningTests
{
    [Theory]
    [InlineData("<rss version='0.91'><channel/></rss>", "rss091u")]
    [InlineData("<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.example/rss-0.91.dtd\"><rss version='0.91'><channel/></rss>", "rss091n")]
    [InlineData("<rss version='0.92'><channel/></rss>", "rss092")]
    [InlineData("<rss version='0.93'><channel/></rss>", "rss093")]
    [InlineData("<rss version='0.94'><channel/></rss>", "rss094")]
    [InlineData("<rss version='2.0'><channel/></rss>", "rss20")]
    [InlineData("<rss version='2.1'><channel/></rss>", "rss20")]
    [InlineData("<rss version='2.0' xmlns:a='http://www.w3.org/2005/Atom'><channel/></rss>", "rss20")]
    [InlineData("<rss><channel/></rss>", "rss")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel/></rdf:RDF>", "rss090")]
    [InlineData("<rdf:RDF xmlns:atom='http://www.w3.org/2005/Atom' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel/></rdf:RDF>", "rss10")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'/>", "atom10")]
    [InlineData("<feed version='0.3' xmlns='http://purl.org/atom/ns#'/>", "atom03")]
    [InlineData("<feed version='0.1'/>", "atom01")]
    [InlineData("<feed/>", "atom")]
    [InlineData("<entry xmlns='http://www.w3.org/2005/Atom'><title>x</title></entry>", "atom10")]
    [InlineData("<CHANNEL HREF='http://a.example/'><TITLE>x</TITLE></CHANNEL>", "cdf")]
    public void TheFormatIsNamed(string text, string format) => Assert.Equal((format, null), (FeedReader.Read(text, null).Format, FeedReader.Read(text, null).Fault));

    [Fact]
    public void Cdf()
    {
        var feed = FeedReader.Read("""
            <CHANNEL HREF="http://a.example/" LASTMOD="2003-12-31T10:14"><TITLE>T</TITLE><ABSTRACT>A</ABSTRACT><LOGO HREF="l.gif" STYLE="IMAGE"/>
            <ITEM HREF="one.html" LASTMOD="2003-12-30T10:14"><TITLE>One</TITLE><ABSTRACT>First</ABSTRACT></ITEM></CHANNEL>
            """, Feeds.Home);
        Assert.Equal(("T", "A", "http://a.example/", "http://news.example/feeds/l.gif", Feeds.Utc(2003, 12, 31, 10, 14)), (feed.Title, feed.Description, feed.Link, feed.Image, feed.Updated!.Value));
        var item = Assert.Single(feed.Items);
        Assert.Equal(("One", "First", "http://news.example/feeds/one.html", Feeds.Utc(2003, 12, 30, 10, 14)), (item.Title, item.Summary, item.Link, item.Updated!.Value));
    }

    [Theory]
    [InlineData("<title>Plain</title>", "Plain", null)]
    [InlineData("<title>&lt;b&gt;Bold&lt;/b&gt; &amp;amp; x</title>", "Bold & x", "<b>Bold</b> &amp; x")]
    [InlineData("<title><![CDATA[Caf&eacute; <i>x</i>]]></title>", "Café x", "Caf&eacute; <i>x</i>")]
    [InlineData("<title>A <em>naked</em> one</title>", "A naked one", "A <em>naked</em> one")]
    [InlineData("<title>x &lt;y&gt; z &lt; 3</title>", "x <y> z < 3", null)]
    [InlineData("<title>\n  Two\n   lines </title>", "Two lines", null)]
    [InlineData("<title/>", null, null)]
    public void RssTitlesAreReadAsWhatTheyLookLike(string title, string? text, string? html)
    {
        var item = Feeds.RssItem(title);
        Assert.Equal((text, html), (item.Title, item.TitleHtml));
    }

    [Theory]
    [InlineData("<title type='text'>The &lt;b&gt; tag &amp;amp; more</title>", "The <b> tag &amp; more")]
    [InlineData("<title type='html'>The &lt;b&gt;bold&lt;/b&gt; &amp;amp; more</title>", "The bold & more")]
    [InlineData("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>The <b>bold</b> &amp; &lt;more></div></title>", "The bold & <more>")]
    [InlineData("<title type='xhtml' xmlns:h='http://www.w3.org/1999/xhtml'><h:div>The <h:b>bold</h:b></h:div></title>", "The bold")]
    [InlineData("<title mode='base64' type='text/html'>VGhlIDxiPmJvbGQ8L2I+</title>", "The bold")]
    [InlineData("<title mode='escaped' type='application/xhtml+xml'>The &lt;b&gt;bold&lt;/b&gt;</title>", "The bold")]
    [InlineData("<title mode='xml' type='text/html'>The <b>bold</b></title>", "The bold")]
    public void AtomTitlesAreReadAsTheySay(string title, string text) => Assert.Equal(text, Feeds.Entry(title).Title);

    [Theory]
    [InlineData("<content type='text'>1 &lt;b> 2</content>", "1 &lt;b&gt; 2")]
    [InlineData("<content type='text'>AT&amp;T</content>", "AT&T")]
    [InlineData("<content type='html'>&lt;p>x&lt;/p></content>", "<p>x</p>")]
    [InlineData("<content>&lt;p>who forgets the type means HTML&lt;/p></content>", "<p>who forgets the type means HTML</p>")]
    [InlineData("<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p class='a&quot;b'>1 &lt; 2 &amp;amp; <img src='/i.png'/><br/><i></i></p></div></content>",
        "<p class=\"a&quot;b\">1 &lt; 2 &amp;amp; <img src=\"http://news.example/i.png\" /><br /><i></i></p>")]
    [InlineData("<content type='xhtml'><div>a</div> b <div>c</div></content>", "<div>a</div> b <div>c</div>")]
    [InlineData("<content type='application/octet-stream'>PHA+eDwvcD4=</content>", "<p>x</p>")]
    [InlineData("<content type='image/png'>iVBORw0KGgoAAAANSUhEUg==</content>", null)]
    [InlineData("<content type='text/html' mode='base64'>PGEgaHJlZj0ieCI+eDwvYT4=</content>", "<a href=\"http://news.example/feeds/x\">x</a>")]
    public void AtomContentIsHtml(string content, string? html) => Assert.Equal(html, Feeds.Entry(content).Content);

    [Theory]
    [InlineData("<guid>http://a.example/1</guid>", "http://a.example/1", "http://a.example/1")]
    [InlineData("<guid isPermaLink='false'>http://a.example/1</guid>", "http://a.example/1", null)]
    [InlineData("<guid isPermaLink='true'>/1</guid>", "http://news.example/1", "http://news.example/1")]
    [InlineData("<guid>12345</guid>", "12345", null)]
    [InlineData("<guid>http://a.example/1</guid><link>http://b.example/2</link>", "http://a.example/1", "http://b.example/2")]
    [InlineData("<link>http://b.example/2</link><feedburner:origLink>http://c.example/3</feedburner:origLink>", null, "http://c.example/3")]
    [InlineData("<link>\nhttp://a.example/?a=1\n&amp;b=2\n</link>", null, "http://a.example/?a=1&b=2")]
    [InlineData("<link>http://a.example/?a=1&b=2&copy=3</link>", null, "http://a.example/?a=1&b=2&copy=3")]
    [InlineData("<atom:link rel='alternate' href='/x'/>", null, "http://news.example/x")]
    [InlineData("<id>http://a.example/1</id>", "http://a.example/1", "http://a.example/1")]
    public void IdsAndLinks(string elements, string? id, string? link)
    {
        var item = Feeds.RssItem(elements);
        Assert.Equal((id, link), (item.Id, item.Link));
    }

    [Theory]
    [InlineData("<author><name>Ada</name></author>", "Ada")]
    [InlineData("<author><name>Ada</name><email>a@a.example</email><uri>http://a.example/</uri></author>", "Ada (a@a.example)")]
    [InlineData("<author><email>a@a.example</email></author>", "a@a.example")]
    [InlineData("<author><name>Ada</name></author><author><name>Bo</name></author><contributor><name>Cy</name></contributor>", "Ada, Bo")]
    [InlineData("<author>Ada</author>", "Ada")]
    [InlineData("<source><title>S</title><author><name>Sam</name></author></source>", "Sam")]
    [InlineData("<dc:creator>Di</dc:creator><author><name>Ada</name></author>", "Di")]
    [InlineData("<title>x</title>", null)]
    public void Authors(string elements, string? author) => Assert.Equal(author, Feeds.Entry(elements).Author);

    [Fact]
    public void ElementsFurtherInsideDoNotReplaceTheItemsOwn()
    {
        var item = Feeds.Entry("""
            <ext:other xmlns:ext="urn:x"><title>inner</title><id>inner</id><updated>2001-01-01</updated></ext:other><title>outer</title><id>outer</id><updated>2002-01-01</updated>
            <source><title>source</title><id>source</id><updated>2003-01-01</updated><link href="http://s.example/"/><category term="no"/></source>
            """);
        Assert.Equal(("outer", "outer", Feeds.Utc(2002, 1, 1), "http://s.example/"), (item.Title, item.Id, item.Updated!.Value, item.Via));
        Assert.Empty(item.Categories);
    }

    [Fact]
    public void BasesNest()
    {
        var feed = Feeds.Atom("""
            <link href="x"/><entry xml:base="/a/"><link href="b"/><content type="html" xml:base="c/d">&lt;a href="e"&gt;&lt;img src='../f' alt="g"&gt;&lt;a href=#h&gt;&lt;a href="mailto:i@i.example"&gt;</content></entry>
            <entry xml:base=""><link href="y"/></entry>
            """);
        Assert.Equal(("http://news.example/feeds/x", "http://news.example/a/b", "http://news.example/feeds/y"), (feed.Link, feed.Items[0].Link, feed.Items[1].Link));
        Assert.Equal("<a href=\"http://news.example/a/c/e\"><img src='http://news.example/a/f' alt=\"g\"><a href=http://news.example/a/c/d#h><a href=\"mailto:i@i.example\">", feed.Items[0].Content);
    }

    [Fact]
    public void AFeedWithoutAnAddressLendsItsPage() =>
        Assert.Equal("http://a.example/1", FeedReader.Read("<rss version='2.0'><channel><link>http://a.example/</link><item><link>/1</link></item></channel></rss>", null).Items[0].Link);

    [Fact]
    public void Podcasts()
    {
        var feed = Feeds.Rss("""
            <itunes:author>Radio Ward</itunes:author><itunes:image href="cover.jpg"/><itunes:summary>About</itunes:summary><itunes:category text="Health"><itunes:category text="Medicine"/></itunes:category>
            <itunes:owner><itunes:name>Owner</itunes:name><itunes:email>o@o.example</itunes:email></itunes:owner>
            <item><itunes:title>short</itunes:title><title>One</title><enclosure url="1.mp3" length="unknown" type="audio/mpeg"/><itunes:duration>1:02:03</itunes:duration><itunes:image href="1.jpg"/>
            <itunes:keywords>a, b,c</itunes:keywords><itunes:summary>S</itunes:summary><itunes:author>Host</itunes:author></item>
            """);
        Assert.Equal(("Radio Ward", "http://news.example/feeds/cover.jpg", "About"), (feed.Author, feed.Image, feed.Description));
        Assert.Equal(["Health", "Medicine"], feed.Categories);
        var item = Assert.Single(feed.Items);
        Assert.Equal(("One", "S", "Host", TimeSpan.FromSeconds(3723), "http://news.example/feeds/1.jpg"), (item.Title, item.Summary, item.Author, item.Duration, item.Image));
        Assert.Equal(["a", "b", "c"], item.Categories);
        Assert.Null(Assert.Single(item.Enclosures).Length);
    }

    [Fact]
    public void MediaThreadsAndPlaces()
    {
        var item = Feeds.RssItem("""
            <media:group><media:content url="http://a.example/v.mp4" type="video/mp4" fileSize="9"><media:title>not it</media:title></media:content><media:thumbnail url="t.jpg"/></media:group>
            <title>It</title><slash:comments>12</slash:comments><thr:in-reply-to ref="urn:1"/><georss:point>45.5 -71.25</georss:point>
            """);
        Assert.Equal(("It", "http://news.example/feeds/t.jpg", 12, "urn:1", new FeedPlace(45.5, -71.25)), (item.Title, item.Image, item.CommentCount!.Value, item.InReplyTo, item.Place));
        Assert.Equal(new FeedEnclosure("http://a.example/v.mp4", "video/mp4", 9), Assert.Single(item.Enclosures));
        Assert.Equal(new FeedPlace(1.5, 2), Feeds.RssItem("<geo:lat>1.5</geo:lat><geo:long>2</geo:long>").Place);
        Assert.Null(Feeds.RssItem("<georss:point>145.5 -71.25</georss:point>").Place);
    }

    [Fact]
    public void SummariesAndTexts()
    {
        var item = Feeds.RssItem("<description>short</description><content:encoded>long</content:encoded>");
        Assert.Equal(("short", "long"), (item.Summary, item.Content));
        item = Feeds.RssItem("<description>short</description><summary>second</summary>");
        Assert.Equal(("short", "second"), (item.Summary, item.Content));
        item = Feeds.RssItem("<xhtml:body><p>Naked <b>text</b></p></xhtml:body>");
        Assert.Equal((null, "<p>Naked <b>text</b></p>"), (item.Summary, item.Content));
        item = Feeds.RssItem("<description>Some <b>naked</b> text<br>here &amp; there</description>");
        Assert.Equal("Some <b>naked</b> text<br />here &amp; there", item.Summary);
        item = Feeds.RssItem("<description><![CDATA[a]]> &lt;b&gt;b&lt;/b&gt; <![CDATA[<i>c</i>]]></description>");
        Assert.Equal("a <b>b</b> <i>c</i>", item.Summary);
    }

    [Fact]
    public void DatesOfItems()
    {
        var item = Feeds.RssItem("<dc:date>2004-01-02</dc:date><pubDate>Thu, 01 Jan 2004 00:00:00 GMT</pubDate>");
        Assert.Equal((Feeds.Utc(2004, 1, 1), Feeds.Utc(2004, 1, 2)), (item.Published!.Value, item.Updated!.Value));
        item = Feeds.Entry("<issued>2004-01-01</issued><modified>2004-01-02</modified><created>2003-01-01</created>");
        Assert.Equal((Feeds.Utc(2004, 1, 1), Feeds.Utc(2004, 1, 2)), (item.Published!.Value, item.Updated!.Value));
        item = Feeds.RssItem("<pubDate>soon</pubDate>");
        Assert.Equal((null, null), (item.Published, item.Updated));
    }

    [Fact]
    public void AnImageOrSearchBoxIsNotTheFeed()
    {
        var feed = Feeds.Rss("<image><title>I</title><url>u.gif</url><link>http://i.example/</link></image><textInput><title>S</title><description>D</description><name>q</name><link>http://s.example/</link></textInput><title>T</title><category domain='x'>c</category>");
        Assert.Equal(("T", null, null, "http://news.example/feeds/u.gif"), (feed.Title, feed.Description, feed.Link, feed.Image));
        Assert.Equal(["c"], feed.Categories);
    }

    [Theory, InlineData("en_GB", "en-GB"), InlineData("de", "de")]
    public void TheLanguageOfTheRootIsTheFeeds(string written, string language) =>
        Assert.Equal(language, FeedReader.Read($"<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='{written}'><title>x</title></feed>", null).Language);
}
