using System.Diagnostics;
using System.Text;

namespace Rounds.Feeds.Tests;

public sealed class HostileFeedTests
{
    private static Feed ReadInTime(string text)
    {
        var watch = Stopwatch.StartNew();
        var feed = FeedReader.Read(text, Feeds.Home);
        // Each takes well under a second; the limit tells linear from quadratic on a busy machine.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
        return feed;
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    [Fact]
    public void EntityBombsStaySmall()
    {
        var dtd = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"" + new string('x', 4_000) + "\">");
        for (var i = 1; i < 20; i++)
            dtd.Append($"<!ENTITY a{i} \"{Repeat($"&a{i - 1};", 10)}\">");
        var feed = ReadInTime(dtd + $"]><rss version='2.0'><channel><title>{Repeat("&a3;", 100_000)}</title><description>{Repeat("&a19;", 100)}</description></channel></rss>");
        Assert.True(feed.Title!.Length < 3_000_000);
        Assert.NotNull(feed.Fault);
    }

    [Fact]
    public void SelfContainingEntitiesEnd() =>
        Assert.NotNull(ReadInTime("<!DOCTYPE rss [<!ENTITY a '&b;'><!ENTITY b '&a;'>]><rss version='2.0'><channel><title>x&a;</title></channel></rss>").Title);

    [Theory]
    [InlineData("<a>"), InlineData("<a><b>"), InlineData("</a>"), InlineData("<"), InlineData("<a "), InlineData("<a b=\""), InlineData("<a b='></x"), InlineData("<!--"), InlineData("<![CDATA[")]
    [InlineData("<?"), InlineData("<!"), InlineData("&"), InlineData("&a"), InlineData("&#"), InlineData("]]>"), InlineData("<item>"), InlineData("<description>"), InlineData("<x xmlns:a='b'>")]
    [InlineData("<!DOCTYPE x ["), InlineData("<!DOCTYPE '"), InlineData("<p xml:base='a/'>"), InlineData("<title><b"), InlineData("\" ' = "), InlineData("<author>"), InlineData("<x a b c d e f/>")]
    public void RepetitionTakesLinearTime(string piece)
    {
        var times = 3_000_000 / piece.Length;
        Assert.NotNull(ReadInTime(Repeat(piece, times)).Fault);
        Assert.NotNull(ReadInTime("<rss version='2.0'><channel><item><description>" + Repeat(piece, times)).Fault);
        Assert.NotNull(ReadInTime("<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>" + Repeat(piece, times)).Fault);
    }

    [Fact]
    public void ManyAttributesAreBounded() => Assert.NotNull(ReadInTime("<rss version='2.0'><channel><item " + Repeat("a='b' xmlns:q='r' ", 200_000) + "/></channel></rss>"));

    [Fact]
    public void DeepNestingIsBounded()
    {
        var feed = ReadInTime($"<rss version='2.0'><channel>{Repeat("<a>", 100_000)}{Repeat("</a>", 100_000)}<item><title>after</title></item></channel></rss>");
        Assert.Equal("after", Assert.Single(feed.Items).Title);
        Assert.Contains("deep", feed.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void ItemsAreCapped()
    {
        var bytes = Encoding.UTF8.GetBytes("<rss version='2.0'><channel>" + Repeat("<item><title>x</title></item>", 50) + "</channel></rss>");
        var feed = FeedReader.Read(bytes, null, null, new FeedLimits { Items = 7 });
        Assert.Equal(7, feed.Items.Count);
        Assert.Contains("more than 7", feed.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void SizeIsCapped()
    {
        var bytes = Encoding.UTF8.GetBytes("<rss version='2.0'><channel>" + Repeat("<item><title>x</title></item>", 50) + "</channel></rss>");
        var feed = FeedReader.Read(bytes, null, null, new FeedLimits { Size = 200 });
        Assert.InRange(feed.Items.Count, 1, 8);
        Assert.Contains("larger", feed.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)"), InlineData(" JaVaScRiPt:alert(1)"), InlineData("java\nscript:alert(1)"), InlineData("data:text/html,x"), InlineData("file:///etc/passwd"), InlineData("vbscript:x")]
    public void LinksThatRunOrReadAreDropped(string link)
    {
        var item = Feeds.RssItem($"<link>{link}</link><guid>{link}</guid><enclosure url='{link}'/><comments>{link}</comments><media:thumbnail url='{link}'/>");
        Assert.Equal((null, null, null), (item.Link, item.Comments, item.Image));
        Assert.Empty(item.Enclosures);
    }

    [Fact]
    public void ABaseCannotMakeScripts() => Assert.Equal("http://news.example/feeds/x", Feeds.Atom("<entry xml:base='javascript://a.example/%0A'><link href='x'/></entry>").Items[0].Link);
}
