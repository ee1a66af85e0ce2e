using FsCheck;
using FsCheck.Fluent;

namespace Rounds.Feeds.Tests;

public sealed class PropertyTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true);

    private static readonly string[] Words =
        ["Wound", "care", "&", "<b>", "</b>", "&amp;", "&lt;", "é", "日本", "😀", "]]>", "\"", "'", "<script>", "5 < 6", "AT&T", "%", "—", "<!--", "&#8217;", "\u00A0", "{", "ÿ"];

    private static Gen<string> Text => Gen.Elements(Words).NonEmptyListOf().Select(w => string.Join(' ', w.Take(12)));

    private static Gen<string> Html => Gen.Elements("<p>One</p>", "two &amp; three", "<a href=\"https://a.example/?x=1&amp;y=2\">l</a>", "line\nbreak", "4 < 5", "<br />", "é", "]]>", "plain")
        .NonEmptyListOf().Select(w => string.Join(' ', w.Take(12)));

    private static Gen<string> Url => Gen.Choose(1, 1_000_000).Select(n => $"https://site{n % 7}.example/p/{n}?a={n % 3}&b=ü#f");

    private static Gen<DateTimeOffset?> Date => Maybe(Gen.Choose(0, int.MaxValue).Select(s => DateTimeOffset.UnixEpoch.AddSeconds(s)));

    private static Gen<T?> Maybe<T>(Gen<T> value) where T : struct => Gen.OneOf(value.Select(v => (T?)v), Gen.Constant((T?)null));

    private static Gen<string?> Perhaps(Gen<string> value) => Gen.OneOf(value.Select(v => (string?)v), value.Select(v => (string?)v), Gen.Constant((string?)null));

    private static Gen<List<T>> Few<T>(Gen<T> value) => Gen.Choose(0, 3).SelectMany(n => value.ListOf(n)).Select(l => l.ToList());

    private static Gen<FeedItem> Item =>
        from id in Url
        from title in Text
        from link in Url
        from author in Perhaps(Gen.Elements("Ada", "Bo <b> Co", "Ç & D"))
        from rights in Perhaps(Html)
        from published in Date
        from updated in Date
        from summary in Perhaps(Html)
        from content in Perhaps(Html)
        from enclosures in Few(Url.SelectMany(u => Gen.Choose(0, 9_999).Select(n => new FeedEnclosure(u, "audio/mpeg", n))))
        from categories in Few(Text)
        from via in Perhaps(Url)
        from image in Perhaps(Url)
        select new FeedItem
        {
            // Atom demands a date and an author of every entry; the writer fills them in, so here they are given.
            Id = id, Title = title, Link = link, Author = author ?? "Eve", Rights = rights, Published = published, Updated = updated ?? DateTimeOffset.UnixEpoch,
            Summary = summary, Content = content, Enclosures = enclosures.DistinctBy(e => e.Url).ToList(), Categories = categories.Distinct().ToList(), Via = via, Image = image,
        };

    private static Gen<Feed> Whole =>
        from title in Text
        from link in Url
        from description in Perhaps(Html)
        from rights in Perhaps(Html)
        from image in Perhaps(Url)
        from published in Date
        from updated in Date
        from self in Perhaps(Url)
        from hub in Perhaps(Url)
        from categories in Few(Text)
        from items in Few(Item)
        select new Feed
        {
            Id = "tag:a.example,2026:" + title.Length, Title = title, Link = link, Description = description, Language = "de", Author = "Ada", Rights = rights, Image = image,
            Published = published, Updated = updated ?? DateTimeOffset.UnixEpoch, SelfLink = self, Hub = hub, Generator = "Rounds", Categories = categories.Distinct().ToList(), Items = items,
        };

    [Theory, InlineData("rss"), InlineData("atom"), InlineData("json")]
    public void WhatIsWrittenIsReadBackTheSame(string format)
    {
        Action<Feed, Stream> write = format switch { "rss" => FeedWriter.WriteRss, "atom" => FeedWriter.WriteAtom, _ => FeedWriter.WriteJson };
        Prop.ForAll(Arb.From(Whole), feed =>
        {
            var read = Feeds.Written(feed, write);
            Assert.Null(read.Fault);
            Same.Feeds(feed, read);
        }).Check(Many);
    }

    [Fact]
    public void RandomBytesNeverThrow() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<string?>(), (bytes, type) => Assert.NotNull(FeedReader.Read(bytes, type, Feeds.Home))).Check(Many);

    [Fact]
    public void MutatedFeedsNeverThrow()
    {
        var seeds = new[] { "rss", "atom", "json" }.Zip(new Action<Feed, Stream>[] { FeedWriter.WriteRss, FeedWriter.WriteAtom, FeedWriter.WriteJson }).Select(p => p.Second).ToArray();
        var mutated =
            from feed in Whole
            from writer in Gen.Elements(seeds)
            from edits in Gen.Choose(1, 12)
            from spots in Gen.Choose(0, int.MaxValue).ListOf(edits)
            from pieces in Gen.Elements("<", ">", "\"", "&", "]]>", "<![CDATA[", "<!--", "</item>", "<item>", "\0", "\u0085", "=", "/", "'", "<!DOCTYPE x [", "&#x", "{", "}", "\uD800").ListOf(edits)
            select (feed, writer, spots, pieces);
        Prop.ForAll(Arb.From(mutated), m =>
        {
            var text = Feeds.Text(m.feed, m.writer);
            foreach (var (spot, piece) in m.spots.Zip(m.pieces))
            {
                var at = spot % (text.Length + 1);
                text = spot % 3 == 0 ? text[..at] + text[Math.Min(text.Length, at + spot % 40)..] : text.Insert(at, piece);
            }
            Assert.NotNull(FeedReader.Read(text, Feeds.Home));
            Assert.NotNull(FeedReader.Read(System.Text.Encoding.Latin1.GetBytes(text), null, null));
            Assert.NotNull(OpmlReader.Read(text));
            Assert.NotNull(FeedDiscovery.Find(text, Feeds.Home));
        }).Check(Many);
    }

    [Fact]
    public void EveryPrefixOfAFeedIsRead()
    {
        var text = Feeds.Text(new Feed { Title = "T", Link = "https://a.example/", Items = [new FeedItem { Title = "<b>", Content = "<p>x</p>", Id = "1" }] }, FeedWriter.WriteAtom);
        for (var length = 0; length < text.Length; length++)
            Assert.NotNull(FeedReader.Read(text[..length], null).Fault);
    }

    [Fact]
    public void RandomDatesNeverThrow() =>
        Prop.ForAll(Arb.From(Gen.Elements("2004", "-", "31", ":", " ", "T", "Z", "+", "99", "Jan", "juil", "PM", "오후", "年", ".", "0", "12", "EST", "/", "W53", "366").NonEmptyListOf()),
            parts => { _ = Rounds.Feeds.Dates.FeedDates.Parse(string.Concat(parts)); }).Check(Many.WithMaxTest(3_000));
}
