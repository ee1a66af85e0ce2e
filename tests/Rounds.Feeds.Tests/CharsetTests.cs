using System.Text;
using Rounds.Feeds.Text;

namespace Rounds.Feeds.Tests;

public sealed class CharsetTests
{
    private static Encoding Page(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);

    private static byte[] Document(Encoding encoding, string? declared, string title, string language = "") =>
        encoding.GetBytes($"<?xml version=\"1.0\"{(declared is null ? "" : $" encoding=\"{declared}\"")}?><rss version=\"2.0\"><channel>{language}<title>{title}</title></channel></rss>");

    [Theory]
    [InlineData("utf-8", 65001, "Grüße 日本")]
    [InlineData("ISO-8859-1", 28591, "Grüße")]
    [InlineData("iso-8859-2", 28592, "Zażółć")]
    [InlineData("ISO_8859-15", 28605, "10 € Œuvre")]
    [InlineData("windows-1251", 1251, "Привет")]
    [InlineData("cp1252", 1252, "“Grüße”")]
    [InlineData("koi8-r", 20866, "Привет")]
    [InlineData("koi8_u", 21866, "Привіт")]
    [InlineData("Shift_JIS", 932, "日本語")]
    [InlineData("sjis", 932, "日本語")]
    [InlineData("EUC-JP", 51932, "日本語")]
    [InlineData("iso-2022-jp", 50220, "日本語")]
    [InlineData("gb2312", 936, "简体中文")]
    [InlineData("gb18030", 54936, "简体中文")]
    [InlineData("big5", 950, "繁體中文")]
    [InlineData("euc-kr", 949, "한국어")]
    [InlineData("ks_c_5601-1987", 949, "한국어")]
    [InlineData("tis-620", 874, "ไทย")]
    [InlineData("x-mac-roman", 10000, "Grüße")]
    [InlineData("ibm437", 437, "Grüße")]
    [InlineData("cp037", 37, "Gruesse")]
    [InlineData("ebcdic-cp-be", 500, "Gruesse")]
    public void TheDeclaredCharsetIsUsed(string name, int page, string title)
    {
        var feed = Feeds.Bytes(Document(Page(page), name, title));
        Assert.Equal((title, name.ToLowerInvariant(), null), (feed.Title, feed.Encoding, feed.Fault));
    }

    [Theory]
    [InlineData("utf-16le", true), InlineData("utf-16be", true), InlineData("utf-32le", true), InlineData("utf-32be", true)]
    [InlineData("utf-16le", false), InlineData("utf-16be", false), InlineData("utf-32le", false), InlineData("utf-32be", false)]
    public void WideCharsetsAreSeenInTheBytes(string name, bool mark)
    {
        Encoding encoding = name switch
        {
            "utf-16le" => new UnicodeEncoding(false, mark), "utf-16be" => new UnicodeEncoding(true, mark),
            "utf-32le" => new UTF32Encoding(false, mark), _ => new UTF32Encoding(true, mark),
        };
        foreach (var declared in new[] { null, name[..6], name, "u" + name[4..6] })
        {
            var feed = Feeds.Bytes([.. encoding.GetPreamble(), .. Document(encoding, declared, "Grüße")]);
            Assert.Equal(("Grüße", name, null), (feed.Title, feed.Encoding, feed.Fault));
        }
    }

    [Theory]
    [InlineData("application/xml", "windows-1251", "windows-1251")]
    [InlineData("application/rss+xml; charset=windows-1251", null, "windows-1251")]
    [InlineData("text/xml;charset='windows-1251'", "utf-8", "windows-1251")]
    [InlineData("text/xml; foo=bar; charset=\"Windows-1251\"; x", "iso-8859-1", "windows-1251")]
    [InlineData("text/xml; charset=no-such", "windows-1251", "windows-1251")]
    [InlineData("text/xml; charset=utf-8", "windows-1251", "windows-1251")]
    [InlineData("text/html", "windows-1251", "windows-1251")]
    [InlineData("text/xml; charset=", "windows-1251", "windows-1251")]
    [InlineData(";;;", "windows-1251", "windows-1251")]
    public void TheServerIsBelievedFirst(string contentType, string? declared, string expected)
    {
        var feed = Feeds.Bytes(Document(Page(1251), declared, "Привет, мир"), contentType);
        Assert.Equal(("Привет, мир", expected), (feed.Title, feed.Encoding));
    }

    [Fact]
    public void AByteOrderMarkIsBelievedBeforeTheServer()
    {
        var feed = Feeds.Bytes([0xEF, 0xBB, 0xBF, .. Document(Encoding.UTF8, "iso-8859-1", "Grüße")], "text/xml; charset=windows-1251");
        Assert.Equal(("Grüße", "utf-8"), (feed.Title, feed.Encoding));
    }

    [Fact]
    public void AServerThatCallsEverythingLatinIsNotBelievedOverUtf8()
    {
        var feed = Feeds.Bytes(Document(Encoding.UTF8, "utf-8", "Grüße"), "text/xml; charset=iso-8859-1");
        Assert.Equal(("Grüße", "utf-8"), (feed.Title, feed.Encoding));
    }

    [Theory]
    [InlineData("text/xml", "utf-8", "us-ascii"), InlineData("application/xml", null, "utf-8"), InlineData(null, "ISO-8859-1", "iso-8859-1"), InlineData(null, null, "utf-8")]
    [InlineData("text/xml; charset=utf-8", "iso-8859-1", "utf-8")]
    public void PureAsciiIsNamedByTheRules(string? contentType, string? declared, string expected) =>
        Assert.Equal(expected, Feeds.Bytes(Document(Encoding.ASCII, declared, "x"), contentType).Encoding);

    [Theory]
    [InlineData("utf-8", 1252, "“Grüße” aus Köln", "windows-1252")]
    [InlineData(null, 1252, "Café", "windows-1252")]
    [InlineData(null, 1251, "Новости медицины и здоровья сегодня", "windows-1251")]
    [InlineData("utf-8", 20866, "Новости медицины и здоровья сегодня", "koi8-r")]
    [InlineData(null, 932, "これは日本語のニュースです。病院からのお知らせ", "shift_jis")]
    [InlineData(null, 51932, "これは日本語のニュースです。病院からのお知らせ", "euc-jp")]
    [InlineData(null, 949, "병원에서 알려 드립니다 한국어 뉴스", "euc-kr")]
    [InlineData(null, 936, "这是我们的新闻，我们在这里说中国的事", "gb18030")]
    [InlineData(null, 950, "這是我們的新聞，我們在這裡說中國的事", "big5")]
    public void UndeclaredBytesAreGuessed(string? declared, int page, string title, string expected)
    {
        var feed = Feeds.Bytes(Document(Page(page), declared, title));
        Assert.Equal((title, expected), (feed.Title, feed.Encoding));
        Assert.NotNull(feed.Fault);
    }

    [Theory]
    [InlineData("el", 1253, "Νέα"), InlineData("he", 1255, "חדשות"), InlineData("tr", 1254, "İğne"), InlineData("pl", 1250, "Żółw"), InlineData("ru", 1251, "Да")]
    public void TheLanguageHelpsToGuess(string language, int page, string title) =>
        Assert.Equal(title, Feeds.Bytes(Document(Page(page), null, title, $"<language>{language}</language>")).Title);

    [Fact]
    public void AFewWrongBytesDoNotSpoilUtf8()
    {
        byte[] bytes = [.. "<rss version='2.0'><channel><title>Žluťoučký kůň úpěl ďábelské ódy "u8, 0x93, .. "x"u8, 0x94, .. "</title></channel></rss>"u8];
        var feed = Feeds.Bytes(bytes);
        Assert.Equal(("Žluťoučký kůň úpěl ďábelské ódy “x”", "utf-8"), (feed.Title, feed.Encoding));
        Assert.NotNull(feed.Fault);
    }

    [Theory]
    [InlineData("GrÃ¼ÃŸe", "Grüße"), InlineData("donâ€™t", "don’t"), InlineData("Ã la carte", "Ã la carte"), InlineData("&#147;x&#148;", "“x”"), InlineData("São Paulo", "São Paulo")]
    public void TwiceEncodedTextIsRepaired(string written, string expected) => Assert.Equal(expected, Feeds.Rss($"<title>{written}</title>").Title);

    [Theory]
    [InlineData("latin10"), InlineData("iso-8859-10"), InlineData("ISO_8859-14"), InlineData("hp-roman8"), InlineData("PTCP154"), InlineData("kz1048"), InlineData("cp1125")]
    public void CharsetsUnknownToTheFrameworkAreRead(string name)
    {
        var upper = CharsetNames.UpperHalf(name)!;
        Assert.Equal(128, upper.Length);
        byte[] bytes = [.. Document(Encoding.ASCII, name, "@")];
        bytes[Array.IndexOf(bytes, (byte)'@')] = 0xE0;
        Assert.Equal(upper[0xE0 - 0x80].ToString(), Feeds.Bytes(bytes).Title);
    }

    [Fact]
    public void EveryNamedCodePageExists()
    {
        var known = new[] { 37, 437, 500, 708, 720, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 866, 869, 870, 874, 875, 932, 949, 950, 1026, 1047,
            1140, 1149, 1361, 10000, 10004, 10010, 10021, 10029, 10079, 10081, 10082, 20273, 20424, 20880, 21025, 28603, 38598, 50220, 50225, 51932, 52936, 54936 };
        foreach (var page in known)
            Assert.NotNull(Page(page));
    }
}
