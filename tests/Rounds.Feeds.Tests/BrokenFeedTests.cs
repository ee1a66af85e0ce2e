namespace Rounds.Feeds.Tests;

public sealed class BrokenFeedTests
{
    [Theory]
    [InlineData("&eacute;&nbsp;&hellip;&Zcaron;", "é\u00A0…Ž")]
    [InlineData("&apos;&quot;&amp;lt;", "'\"<")]
    [InlineData("&#233;&#xE9;&#XE9;", "ééé")]
    [InlineData("&#128512;", "😀")]
    [InlineData("&#xD800;&#0;&#99999999;x", "\uFFFD\uFFFDx")]
    [InlineData("AT&T & more", "AT&T & more")]
    [InlineData("a &nosuch; b", "a &nosuch; b")]
    [InlineData("&thetasym;&clubs;&lang;", "ϑ♣⟨")]
    [InlineData("1 < 2 and 3 > 2", "1 < 2 and 3 > 2")]
    public void ReferencesAreResolvedEvenWhereXmlForbidsThem(string written, string expected) => Assert.Equal(expected, Feeds.Rss($"<title>{written}</title>").Title);

    [Fact]
    public void EntitiesOfTheDocumentAreResolved()
    {
        var feed = FeedReader.Read("""
            <!DOCTYPE rss [ <!ENTITY clinic "The &amp; Clinic"> <!-- > --> <!ENTITY both '&clinic; &#169;'> <!ENTITY file SYSTEM "file:///etc/hostname"> <!ELEMENT x (y)> ]>
            <rss version="0.91"><channel><title>&clinic;|&both;|&file;</title></channel></rss>
            """, null);
        Assert.Equal("The & Clinic|The & Clinic ©|&file;", feed.Title);
        Assert.Equal("rss091u", feed.Format);
    }

    [Fact]
    public void UndeclaredPrefixesMeanWhatTheyUsuallyMean()
    {
        var item = Feeds.RssItem("<dc:creator>Ada</dc:creator><content:encoded>&lt;p&gt;x&lt;/p&gt;</content:encoded><media:thumbnail url='/t.jpg'/>");
        Assert.Equal(("Ada", "<p>x</p>", "http://news.example/t.jpg"), (item.Author, item.Content, item.Image));
        Assert.Contains("prefix", Feeds.Rss("<dc:date>2004</dc:date>").Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void PrefixesCountByTheirNamespace()
    {
        var feed = FeedReader.Read("""
            <x:feed xmlns:x="http://www.w3.org/2005/Atom" xmlns:q="http://purl.org/dc/elements/1.1/"><x:title>T</x:title>
              <x:entry><x:title>E</x:title><q:creator>C</q:creator></x:entry></x:feed>
            """, null);
        Assert.Equal(("atom10", "T", "E", "C", null), (feed.Format, feed.Title, feed.Items[0].Title, feed.Items[0].Author, feed.Fault));
    }

    [Theory]
    [InlineData("<item><title>One</title><item><title>Two</title></item>")]
    [InlineData("<item><title>One<link>http://a.example/</link></item><item><title>Two</title></item>")]
    [InlineData("<item><title>One</title><description><b>bold<p>open</description></item><item><title>Two</title></item>")]
    [InlineData("<item><title>One</title><description>never closed<pubDate>01 Jan 2004</pubDate></item><item><title>Two</title></item>")]
    [InlineData("<item><title>One</title></b></p></item><item><title>Two</title></item>")]
    [InlineData("<item><title>One</Title></ITEM><Item><TITLE>Two</TITLE></Item>")]
    [InlineData("<item><title>One</title><!-- never closed ></item><item><title>Two</title></item>")]
    [InlineData("<item><title>One</title><description><![CDATA[never closed</description></item><item><title>Two</title></item>")]
    [InlineData("<item><title>One</title><enclosure url=http://a.example/x length=5 checked></item><item><title>Two</title></item>")]
    [InlineData("<item><title>One</title><enclosure url=\"http://a.example/x></enclosure></item><item><title>Two</title></item>")]
    [InlineData("<item><title>One</title></item><item><title>Two</title>")]
    [InlineData("<item><title>One</title></item><item><title>Two")]
    [InlineData("<item>\u0001\u0008<title>O\u0002ne</title></item><item><title>Two</title></item>")]
    public void ABrokenFeedIsReadAsFarAsItCanBe(string channel)
    {
        var feed = Feeds.Rss(channel);
        Assert.Equal(["One", "Two"], feed.Items.Select(i => i.Title));
        Assert.NotNull(feed.Fault);
    }

    [Theory, InlineData("<br>"), InlineData("<p>"), InlineData("<hr><li>")]
    public void HtmlWithoutEndTagsDoesNotSwallowTheNextItem(string piece)
    {
        var feed = Feeds.Rss($"<item><title>One</title><description>{string.Concat(Enumerable.Repeat(piece + "x", 2_000))}</description></item><item><title>Two</title></item>");
        Assert.Equal(["One", "Two"], feed.Items.Select(i => i.Title));
    }

    [Fact]
    public void TheFaultNamesTheLine() => Assert.Contains("line 3", FeedReader.Read("<rss version='2.0'>\n<channel>\n<title>a</b></title></channel></rss>", null).Fault, StringComparison.Ordinal);

    [Theory]
    [InlineData("\n\n  <?xml version='1.0'?>"), InlineData("<br />\n<b>Warning</b>: something in <b>x.php</b><br />\n<?xml version='1.0'?>"), InlineData("\uFEFF"), InlineData("Status: 200\n\n")]
    public void WhatStandsBeforeTheFeedIsPassedOver(string before)
    {
        var feed = FeedReader.Read(before + "<rss version='2.0'><channel><title>T</title><item><title>I</title></item></channel></rss>", null);
        Assert.Equal(("rss20", "T", "I"), (feed.Format, feed.Title, Assert.Single(feed.Items).Title));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><head><title>Clinic</title></head><body><p>Hello</body></html>", "web page")]
    [InlineData("<opml version='2.0'><body/></opml>", "OPML")]
    [InlineData("<note><title>x</title></note>", "not a feed")]
    [InlineData("just words", "not a feed")]
    [InlineData("<!-- x", "not a feed")]
    [InlineData("", "empty")]
    [InlineData("   ", "empty")]
    [InlineData("{\"a\":1}", "JSON")]
    [InlineData("[1,2", "JSON")]
    public void WhatIsNoFeedIsSaidToBeNone(string text, string word)
    {
        var feed = FeedReader.Read(text, Feeds.Home);
        Assert.Null(feed.Format);
        Assert.Empty(feed.Items);
        Assert.Contains(word, feed.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"title\":\"a\\ud83d\"", "a\uFFFD"), InlineData("\"title\":\"a\\ud83d\\ude00\"", "a😀"), InlineData("\"title\":\"\\ude00\\ud83d\"", "\uFFFD\uFFFD")]
    [InlineData("\"\\uD800\":1,\"title\":\"x\"", "x"), InlineData("\"title\":\"\\\\ud800\"", "\\ud800"), InlineData("\"title\":\"a\",\"x\":\"\\ud8", "a")]
    public void HalfCharactersInJsonAreReplaced(string member, string title) =>
        Assert.Equal(title, FeedReader.Read($$"""{"version":"https://jsonfeed.org/version/1.1",{{member}},"items":[{"id":"1","\uDC00":2}]}""", null).Title);

    [Fact]
    public void BrokenJsonKeepsTheItemsBefore()
    {
        var feed = FeedReader.Read("""{"version":"https://jsonfeed.org/version/1","items":[{"id":"1"},{"id":"2"},{"id":""", null);
        Assert.Equal(("json1", 2), (feed.Format, feed.Items.Count));
        Assert.NotNull(feed.Fault);
    }
}
