namespace Rounds.Feeds.Tests;

public sealed class OpmlTests
{
    [Fact]
    public void IsReadWithItsFolders()
    {
        var list = OpmlReader.Read("""
            <?xml version="1.0"?><opml version="2.0"><head><title>My &amp; yours</title><ownerName>Ada</ownerName><dateCreated>Thu, 01 Jan 2004 00:00:00 GMT</dateCreated></head>
            <body><outline text="Folder"><outline text="t" title="Ward" type="rss" xmlUrl="http://a.example/rss?x=1&amp;y=2" htmlUrl="http://a.example/" category="/a/b,c"/></outline>
            <outline text="Loose" xmlurl="http://b.example/rss"></outline><outline text="evil" xmlUrl="javascript:x"/></body></opml>
            """);
        Assert.Equal(("My & yours", "Ada", Feeds.Utc(2004, 1, 1), null), (list.Title, list.Owner, list.Created!.Value, list.Fault));
        Assert.Equal(["Folder", "Loose", "evil"], list.Outlines.Select(o => o.Title));
        var ward = Assert.Single(list.Outlines[0].Children);
        Assert.Equal(("Ward", "http://a.example/rss?x=1&y=2", "http://a.example/"), (ward.Title, ward.XmlUrl, ward.HtmlUrl));
        Assert.Equal(["a/b", "c"], ward.Categories);
        Assert.Equal(["http://a.example/rss?x=1&y=2", "http://b.example/rss"], list.Feeds().Select(f => f.XmlUrl));
    }

    [Fact]
    public void IsReadBackTheSame()
    {
        var list = new Opml
        {
            Title = "L <1>", Created = Feeds.Utc(2026, 1, 2),
            Outlines = [new("A & \"B\"", null, null, [new("C", "https://c.example/f", "https://c.example/", []) { Description = "d", Language = "fr", Categories = ["x"] }]), new("D", "https://d.example/", null, [])],
        };
        using var stream = new MemoryStream();
        OpmlWriter.Write(list, stream);
        var read = OpmlReader.Read(stream.ToArray());
        Assert.Equal((list.Title, list.Created, null), (read.Title, read.Created, read.Fault));
        Assert.Equal("A & \"B\"", read.Outlines[0].Title);
        Assert.Equal(list.Outlines[0].Children[0] with { Categories = [] , Children = [] }, read.Outlines[0].Children[0] with { Categories = [], Children = [] });
        Assert.Equal(["x"], read.Outlines[0].Children[0].Categories);
        Assert.Equal("https://d.example/", read.Outlines[1].XmlUrl);
    }

    [Fact]
    public void ABrokenListIsReadAsFarAsItCanBe()
    {
        var list = OpmlReader.Read("<opml><body><outline text='A'><outline text='B & C' xmlUrl='http://b.example/'>");
        Assert.Equal("B & C", list.Outlines[0].Children[0].Title);
        Assert.NotNull(list.Fault);
        Assert.Contains("not an OPML", OpmlReader.Read("<rss/>").Fault, StringComparison.Ordinal);
        Assert.NotEmpty(OpmlReader.Read("<opml>" + string.Concat(Enumerable.Repeat("<outline text='x'>", 100_000))).Outlines);
    }
}
