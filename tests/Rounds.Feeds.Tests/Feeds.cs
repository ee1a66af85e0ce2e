using System.Text;

namespace Rounds.Feeds.Tests;

/// <summary>Short ways to the reader for tests.</summary>
internal static class Feeds
{
    public static readonly Uri Home = new("http://news.example/feeds/all.xml");

    public static Feed Rss(string channel) => FeedReader.Read($"""<?xml version="1.0"?><rss version="2.0"><channel>{channel}</channel></rss>""", Home);

    public static FeedItem RssItem(string item) => Assert.Single(Rss($"<item>{item}</item>").Items);

    public static Feed Atom(string content) => FeedReader.Read($"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{content}</feed>""", Home);

    public static FeedItem Entry(string content) => Assert.Single(Atom($"<entry>{content}</entry>").Items);

    public static Feed Json(string members) => FeedReader.Read($$"""{"version":"https://jsonfeed.org/version/1.1",{{members}}}""", Home);

    public static Feed Bytes(byte[] bytes, string? contentType = null) => FeedReader.Read(bytes, contentType, Home);

    public static Feed Written(Feed feed, Action<Feed, Stream> write)
    {
        using var stream = new MemoryStream();
        write(feed, stream);
        return FeedReader.Read(stream.ToArray(), null, null);
    }

    public static string Text(Feed feed, Action<Feed, Stream> write)
    {
        using var stream = new MemoryStream();
        write(feed, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static DateTimeOffset Utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) =>
        new(year, month, day, hour, minute, second, TimeSpan.Zero);
}
