namespace Rounds.Feeds.Tests;

public sealed class DiscoveryTests
{
    private static readonly Uri Page = new("https://ward.example/news/");

    [Fact]
    public void DeclaredFeedsComeInOrder()
    {
        var found = FeedDiscovery.Find("""
            <!DOCTYPE html><html><head><script>document.write("<link rel='alternate' type='application/rss+xml' href='/no'>")</script>
            <!-- <link rel="alternate" type="application/rss+xml" href="/no2"> -->
            <link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet alternate" type="text/css" href="x.css">
            <LINK REL="Alternate" TYPE="application/atom+xml; charset=utf-8" TITLE="News &amp; more" HREF="../atom">
            <link rel=alternate type=application/feed+json href=feed.json><link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
            </head><body><a href="/other/rss">rss</a></body>
            """, Page);
        Assert.Equal([new FeedLink("https://ward.example/atom", "News & more", "application/atom+xml; charset=utf-8"), new FeedLink("https://ward.example/news/feed.json", null, "application/feed+json")], found);
    }

    [Fact]
    public void LinksInTheTextAreTheLastResort()
    {
        var found = FeedDiscovery.Find("<base href='/x/'><a href='feed.xml'>a</a><a href='http://b.example/blog?feed=rss2'>b</a><a href='feed://c.example/f'>c</a><a href='/about'>d</a><a href='feed.xml'>again</a>", Page);
        Assert.Equal(["https://ward.example/x/feed.xml", "http://b.example/blog?feed=rss2", "http://c.example/f"], found.Select(f => f.Url));
    }

    [Theory, InlineData(""), InlineData("<"), InlineData("<link rel=alternate type=application/rss+xml href='javascript:x'>"), InlineData("<script>")]
    public void APageWithoutFeedsHasNone(string html) => Assert.Empty(FeedDiscovery.Find(html, Page));
}
