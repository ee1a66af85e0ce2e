using System.Xml.Linq;

namespace Rounds.Feeds.Tests;

public sealed class WritingTests
{
    private static readonly Feed Sample = new()
    {
        Id = "tag:hospital.example,2026:topic/7", Title = "Wound care & <b>healing</b>", Link = "https://hospital.example/t/wounds",
        SelfLink = "https://hospital.example/t/wounds/feed", Hub = "https://hub.example/", Description = "<p>Picked by nurses &amp; doctors</p>",
        Language = "en-gb", Author = "Ada Example", Rights = "© 2026 Hospital", Image = "https://hospital.example/logo.png",
        Categories = ["wounds", "nursing"], Published = Feeds.Utc(2026, 1, 2, 3, 4, 5), Updated = Feeds.Utc(2026, 2, 3, 4, 5, 6), Generator = "Rounds",
        Items =
        [
            new FeedItem
            {
                Id = "tag:hospital.example,2026:post/1", Title = "AT&T &amp; 5 < 6", Link = "https://hospital.example/p/1?a=1&b=2", Author = "Bo Example",
                Rights = "CC BY", Published = Feeds.Utc(2026, 1, 31, 23, 59, 58), Updated = Feeds.Utc(2026, 2, 1), Summary = "Short <em>text</em>\nin two lines",
                Content = "<p>Long text ]]> with a <a href=\"https://a.example/?x=1&amp;y=2\">link</a></p>", Categories = ["a", "b & c"],
                Enclosures = [new("https://hospital.example/a.mp3", "audio/mpeg", 123), new("https://hospital.example/b.pdf", "application/pdf", 0)],
                Via = "https://source.example/article", Image = "https://hospital.example/1.jpg", Comments = "https://hospital.example/p/1#talk",
            },
            new FeedItem { Id = "https://hospital.example/p/2", Link = "https://hospital.example/p/2", Summary = "Only an excerpt", Updated = Feeds.Utc(2026, 2, 2), Author = "Cy" },
        ],
    };

    public static TheoryData<string> Formats => ["rss20", "atom10", "json11"];

    private static Action<Feed, Stream> Writer(string format) => format switch
    {
        "rss20" => FeedWriter.WriteRss,
        "atom10" => FeedWriter.WriteAtom,
        _ => FeedWriter.WriteJson,
    };

    [Theory, MemberData(nameof(Formats))]
    public void ReadsBackTheSame(string format)
    {
        var read = Feeds.Written(Sample, Writer(format));
        Assert.Null(read.Fault);
        Assert.Equal(format, read.Format);
        Same.Feeds(Sample with { Items = [] }, read with { Items = [] });
        Assert.Equal(2, read.Items.Count);
        Same.Items(Sample.Items[0], read.Items[0]);
        Same.Items(Sample.Items[1], read.Items[1]);
    }

    [Fact]
    public void RssHasWhatItsSpecificationDemands()
    {
        var rss = XDocument.Parse(Feeds.Text(new Feed { SelfLink = "https://a.example/feed", Items = [new FeedItem { Content = "x" }] }, FeedWriter.WriteRss));
        var channel = rss.Root!.Element("channel")!;
        Assert.Equal("2.0", rss.Root.Attribute("version")!.Value);
        Assert.Equal("https://a.example/feed", channel.Element("title")!.Value);
        Assert.Equal("https://a.example/feed", channel.Element("link")!.Value);
        Assert.NotNull(channel.Element("description"));
        Assert.NotNull(channel.Element("item")!.Element("description"));
    }

    [Fact]
    public void AtomHasWhatItsSpecificationDemands()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(Feeds.Text(new Feed { Items = [new FeedItem { Title = "x", Published = Feeds.Utc(2026, 3, 4) }] }, FeedWriter.WriteAtom)).Root!;
        Assert.StartsWith("urn:uuid:", feed.Element(atom + "id")!.Value, StringComparison.Ordinal);
        Assert.Equal("2026-03-04T00:00:00Z", feed.Element(atom + "updated")!.Value);
        var entry = feed.Element(atom + "entry")!;
        Assert.StartsWith("urn:uuid:", entry.Element(atom + "id")!.Value, StringComparison.Ordinal);
        Assert.Equal("2026-03-04T00:00:00Z", entry.Element(atom + "updated")!.Value);
        Assert.NotEmpty(entry.Element(atom + "author")!.Element(atom + "name")!.Value);
    }

    [Theory, MemberData(nameof(Formats))]
    public void WhatXmlForbidsIsLeftOut(string format)
    {
        var read = Feeds.Written(new Feed { Title = "a\u0000b\u001Fc\uD800d\uFFFEe 😀", Link = "https://a.example/" }, Writer(format));
        Assert.Null(read.Fault);
        Assert.Equal("abcde 😀", read.Title);
    }

    [Fact]
    public void TheStreamStaysOpen()
    {
        using var stream = new MemoryStream();
        FeedWriter.WriteRss(Sample, stream);
        Assert.True(stream.CanWrite);
    }
}
