namespace Rounds.Feeds.Tests;

public sealed class ReadingTests
{
    [Fact]
    public void Rss()
    {
        var feed = FeedReader.Read("""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
              <channel>
                <title>Ward news</title><link>http://ward.example/</link><description>News &amp; notes</description>
                <language>en-us</language><managingEditor>ed@ward.example (Ed)</managingEditor><copyright>Ward</copyright>
                <pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate><lastBuildDate>Fri, 02 Jan 2004 00:00:00 +0100</lastBuildDate>
                <image><url>/logo.png</url><title>Not the title</title><link>http://not.example/</link></image>
                <textInput><title>Search</title><link>http://search.example/</link></textInput>
                <atom:link rel="self" href="http://ward.example/rss"/>
                <item>
                  <title>First</title><link>http://ward.example/1?a=1&amp;b=2</link><guid isPermaLink="false">one</guid>
                  <description>&lt;p&gt;Short&lt;/p&gt;</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded>
                  <dc:creator>Di</dc:creator><author>di@ward.example</author><category>x</category><category>y</category>
                  <pubDate>01 Feb 04 10:00 EST</pubDate><enclosure url="a.mp3" type="audio/mpeg" length="42"/>
                  <source url="http://other.example/rss">Other</source><comments>/1/talk</comments>
                </item>
              </channel>
            </rss>
            """, Feeds.Home);
        Assert.Null(feed.Fault);
        Assert.Equal(("rss20", "Ward news", "http://ward.example/", "News & notes"), (feed.Format, feed.Title, feed.Link, feed.Description));
        Assert.Equal(("en-us", "ed@ward.example (Ed)", "Ward"), (feed.Language, feed.Author, feed.Rights));
        Assert.Equal(("http://news.example/logo.png", "http://ward.example/rss"), (feed.Image, feed.SelfLink));
        Assert.Equal((Feeds.Utc(2004, 1, 1, 19, 48, 21), Feeds.Utc(2004, 1, 1, 23)), (feed.Published!.Value, feed.Updated!.Value));
        var item = Assert.Single(feed.Items);
        Assert.Equal(("one", "First", "http://ward.example/1?a=1&b=2", "Di"), (item.Id, item.Title, item.Link, item.Author));
        Assert.Equal(("<p>Short</p>", "<p>Long</p>"), (item.Summary, item.Content));
        Assert.Equal(["x", "y"], item.Categories);
        Assert.Equal(Feeds.Utc(2004, 2, 1, 15), item.Published);
        Assert.Equal(new FeedEnclosure("http://news.example/feeds/a.mp3", "audio/mpeg", 42), Assert.Single(item.Enclosures));
        Assert.Equal(("http://other.example/rss", "http://news.example/1/talk"), (item.Via, item.Comments));
    }

    [Fact]
    public void Atom()
    {
        var feed = FeedReader.Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="http://klinik.example/a/">
              <id>urn:x</id><title type="html">Die &lt;b&gt;Klinik&lt;/b&gt;</title><subtitle>Neues</subtitle><updated>2005-07-31T12:29:29Z</updated>
              <link href="."/><link rel="self" href="atom.xml"/><link rel="hub" href="http://hub.example/"/><logo>l.png</logo><icon>i.png</icon>
              <author><name>Eva</name><email>eva@klinik.example</email></author><rights>Frei</rights><generator>G</generator><category term="t"/>
              <entry>
                <id>urn:1</id><title>Eins</title><link rel="alternate" type="text/html" href="1.html"/><link rel="enclosure" href="1.pdf" type="application/pdf" length="9"/>
                <link rel="via" href="http://quelle.example/"/><published>2005-07-30T00:00:00+02:00</published><updated>2005-07-31T12:29:29Z</updated>
                <summary>a &lt;b c</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Gut <a href="x?a&amp;b">hier</a> &amp; da<br/></p></div></content>
              </entry>
            </feed>
            """, null);
        Assert.Null(feed.Fault);
        Assert.Equal(("atom10", "urn:x", "Die Klinik", "Die <b>Klinik</b>", "Neues"), (feed.Format, feed.Id, feed.Title, feed.TitleHtml, feed.Description));
        Assert.Equal(("http://klinik.example/a/", "http://klinik.example/a/atom.xml", "http://hub.example/"), (feed.Link, feed.SelfLink, feed.Hub));
        Assert.Equal(("http://klinik.example/a/l.png", "Eva (eva@klinik.example)", "Frei", "de"), (feed.Image, feed.Author, feed.Rights, feed.Language));
        var item = Assert.Single(feed.Items);
        Assert.Equal(("urn:1", "Eins", "http://klinik.example/a/1.html", "http://quelle.example/"), (item.Id, item.Title, item.Link, item.Via));
        Assert.Equal("a &lt;b c", item.Summary);
        Assert.Equal("<p>Gut <a href=\"http://klinik.example/a/x?a&amp;b\">hier</a> &amp; da<br /></p>", item.Content);
        Assert.Equal(new FeedEnclosure("http://klinik.example/a/1.pdf", "application/pdf", 9), Assert.Single(item.Enclosures));
        Assert.Equal((Feeds.Utc(2005, 7, 29, 22), Feeds.Utc(2005, 7, 31, 12, 29, 29)), (item.Published!.Value, item.Updated!.Value));
    }

    [Fact]
    public void Json()
    {
        var feed = Feeds.Json("""
            "title":"T","home_page_url":"http://j.example/","feed_url":"feed.json","description":"D","icon":"i.png","language":"fr","authors":[{"name":"A"},{"name":"B"}],
            "items":[{"id":7,"url":"/7","title":"Sept","content_html":"<a href='x'>y</a>","summary":"S","date_published":"2020-01-02T03:04:05+01:00","tags":["q"],
              "image":"7.jpg","external_url":"http://o.example/","attachments":[{"url":"7.mp3","mime_type":"audio/mpeg","size_in_bytes":5}]},
              {"id":"8","content_text":"1 <b> 2"}]
            """);
        Assert.Null(feed.Fault);
        Assert.Equal(("json11", "T", "http://j.example/", "http://news.example/feeds/feed.json", "D"), (feed.Format, feed.Title, feed.Link, feed.SelfLink, feed.Description));
        Assert.Equal(("A, B", "fr", "http://news.example/feeds/i.png"), (feed.Author, feed.Language, feed.Image));
        var item = feed.Items[0];
        Assert.Equal(("7", "http://news.example/7", "Sept", "S", "<a href='http://news.example/feeds/x'>y</a>"), (item.Id, item.Link, item.Title, item.Summary, item.Content));
        Assert.Equal(("http://o.example/", "http://news.example/feeds/7.jpg"), (item.Via, item.Image));
        Assert.Equal(Feeds.Utc(2020, 1, 2, 2, 4, 5), item.Published);
        Assert.Equal(new FeedEnclosure("http://news.example/feeds/7.mp3", "audio/mpeg", 5), Assert.Single(item.Enclosures));
        Assert.Equal("1 &lt;b&gt; 2", feed.Items[1].Content);
    }

    [Fact]
    public void Rss10()
    {
        var feed = FeedReader.Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="http://r.example/rss"><title>R</title><link>http://r.example/</link><description>D</description>
                <items><rdf:Seq><rdf:li rdf:resource="http://r.example/1"/></rdf:Seq></items></channel>
              <image rdf:about="x"><title>no</title><url>http://r.example/i.gif</url><link>http://no.example/</link></image>
              <item rdf:about="http://r.example/1"><title>One</title><link>http://r.example/1</link><dc:date>2003-12-31T10:14:55Z</dc:date><dc:subject>s</dc:subject></item>
            </rdf:RDF>
            """, null);
        Assert.Null(feed.Fault);
        Assert.Equal(("rss10", "R", "http://r.example/", "http://r.example/i.gif"), (feed.Format, feed.Title, feed.Link, feed.Image));
        var item = Assert.Single(feed.Items);
        Assert.Equal(("http://r.example/1", "One"), (item.Id, item.Title));
        Assert.Equal((Feeds.Utc(2003, 12, 31, 10, 14, 55), Feeds.Utc(2003, 12, 31, 10, 14, 55)), (item.Published!.Value, item.Updated!.Value));
        Assert.Equal(["s"], item.Categories);
    }
}
