using System.Net;
using System.Net.Sockets;
using FsCheck;
using FsCheck.Fluent;
using Rounds.Extraction.Gates;

namespace Rounds.Extraction.Tests.Gates;

public class UrlPropertyTests
{
    private static readonly Gen<string> Host = Gen.Elements(
        "news.example", "www.news.example", "m.news.example", "mobile.m.news.example", "amp.www.m.news.example", "en.m.wikipedia.org", "www.google.com", "l.facebook.com", "youtu.be",
        "www.youtube.com", "twitter.com", "www.amazon.com", "bücher.example", "ｎｅｗｓ。example", "news.example.", "news-example.cdn.ampproject.org", "93.184.215.14", "[2606:4700::1111]", "old.reddit.com",
        "127.0.0.1", "localhost", "[::1]", "0x7f.1", "xn--bcher-kva.example", "xn--a.example", "xn--.example", "xn--99999999999.example", "ß.example", "a_b.example", "-.example", "٣.example", "\u0301.example", "news\u200d.example");

    private static readonly Gen<string> Part = Gen.OneOf(
        Gen.Elements(
            "/", "/a", "/A", "//", "/.", "/..", "/%2e%2E/", "/amp", "/amp/", "/amp/story-12345", "/story-12345.amp.html", "/story-12345", "/amp/amp", ".amp.amp", "/index.html", "/index.php", ";jsessionid=1", "%7e", "%zz", "%", "%C3%A9", "é", " ", "\\",
            "/l.php?u=https%3A%2F%2Fnews.example%2Fa", "/url?q=https://www.google.com/url?q=http://127.0.0.1/", "/url?url=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fm.news.example", "/c/s/news.example/a/amp", "/watch?v=abcdefghijk", "/shorts/abcdefghijk", "/dp/B000000001/ref=x",
            "?", "&", "?id=1", "&id=2", "&utm_source=x", "?fbclid=1", "&amp=1", "&amp", "&a[]=1", "&=", "&&", "&x=%26y", "&q=a+b", "#", "#a", "#!/b", "#/c", "#!", "?q=#x", "\u202e", "𝒳", "\ud800", ":", "@", "[", "]", "|", "<", ">", "\"", "'", "`", "{", "}", "^"),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get));

    private static readonly Arbitrary<string> Url = (
        from scheme in Gen.Elements("http://", "https://", "HTTPS://")
        from host in Host
        from port in Gen.Elements("", "", "", ":80", ":443", ":8080", ":22", ":0", ":")
        from parts in Part.ListOf()
        select scheme + host + port + string.Concat(parts)).ToArbitrary();

    [Fact]
    public void Every_address_is_judged_and_what_is_allowed_has_one_form() => Prop.ForAll(Url, url =>
    {
        var verdict = UrlPolicy.Check(url);
        if (!verdict.Allowed)
        {
            Assert.NotEmpty(verdict.Reason!);
            return;
        }
        var opened = CanonicalUrl.Of(verdict.Url!);
        Assert.Equal(opened, CanonicalUrl.Of(new Uri(opened)));
        Assert.Equal(CanonicalUrl.Key(verdict.Url!), CanonicalUrl.Key(new Uri(opened)));
        Assert.Equal(verdict.Canonical, UrlPolicy.Check(verdict.Canonical!).Canonical);
        Assert.True(UrlPolicy.Check(opened).Allowed, $"{url} is allowed and opens {opened}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Any_uri_has_a_form_and_a_key() => Prop.ForAll(Url, url =>
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return;
        var opened = CanonicalUrl.Of(uri);
        Assert.Equal(opened, CanonicalUrl.Of(new Uri(opened)));
        Assert.NotEmpty(CanonicalUrl.Key(uri));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void No_text_makes_the_policy_throw() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        Assert.NotNull(UrlPolicy.Check(text.Get));
        Assert.NotNull(UrlPolicy.Check("http://" + text.Get));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void A_private_ipv4_address_is_private_in_every_ipv6_dress()
    {
        string[] prefixes = ["::", "::ffff:", "::ffff:0:", "64:ff9b::", "64:ff9b:1::", "64:ff9b:1:ffff:ffff:ffff:", "2606:4700::5efe:", "2606:4700::200:5efe:", "fe80::5efe:"];
        foreach (var text in CorpusFile.Lines("not-public-addresses.txt").Where(a => a.Contains('.') && !a.Contains(':')))
        {
            foreach (var prefix in prefixes) Assert.False(UrlPolicy.IsPublic(IPAddress.Parse(prefix + text)), prefix + text);
            var bytes = IPAddress.Parse(text).GetAddressBytes();
            var sixToFour = new IPAddress([0x20, 0x02, .. bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
            var teredo = new IPAddress([0x20, 0x01, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, .. bytes.Select(b => (byte)~b)]);
            Assert.Equal(AddressFamily.InterNetworkV6, sixToFour.AddressFamily);
            Assert.False(UrlPolicy.IsPublic(sixToFour), text);
            Assert.False(UrlPolicy.IsPublic(teredo), text);
        }
    }

    [Fact]
    public void Ipv4_numbers_are_refused_however_they_are_written()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var number = (uint)random.NextInt64(1L << 32);
            var (a, b, c, d) = (number >> 24, (number >> 16) & 255, (number >> 8) & 255, number & 255);
            string[] disguises =
            [
                $"{number}", $"0x{number:x}", $"0x{number:X8}", "0" + Convert.ToString(number, 8), $"0x{a:x}.{b}.{c}.{d}", $"0{Convert.ToString(a, 8)}.{b}.{c}.{d}",
                $"{a}.{number & 0xffffff}", $"{a}.{b}.{number & 0xffff}", $"{a}.{b}.{c}.0x{d:x}", $"{a}.{b}.{c}.{d}.0", $"0{a}.{b}.{c}.{d}", $"[::ffff:{a}.{b}.{c}.{d}]", $"[::{a}.{b}.{c}.{d}]",
            ];
            foreach (var host in disguises) Assert.False(UrlPolicy.Check($"http://{host}/").Allowed, host);
        }
    }
}
