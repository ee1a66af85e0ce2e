namespace Rounds.Feeds.Tests;

/// <summary>Compares what the writers promise to keep.</summary>
internal static class Same
{
    public static void Feeds(Feed expected, Feed actual)
    {
        Assert.Equal(expected.Categories, actual.Categories);
        Assert.Equal(expected.Items.Count, actual.Items.Count);
        var clear = (Feed feed) => feed with { Categories = [], Items = [], Format = null, Encoding = null, TitleHtml = null };
        Assert.Equal(clear(expected), clear(actual));
        for (var i = 0; i < expected.Items.Count; i++)
            Items(expected.Items[i], actual.Items[i]);
    }

    public static void Items(FeedItem expected, FeedItem actual)
    {
        Assert.Equal(expected.Categories, actual.Categories);
        Assert.Equal(expected.Enclosures, actual.Enclosures);
        var clear = (FeedItem item) => item with { Categories = [], Enclosures = [], TitleHtml = null };
        Assert.Equal(clear(expected), clear(actual));
    }
}
