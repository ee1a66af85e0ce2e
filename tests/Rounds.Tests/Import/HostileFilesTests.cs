using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Rounds.Features.Import;
using static Rounds.Tests.Import.Reading;

namespace Rounds.Tests.Import;

public sealed class HostileFilesTests
{
    private static readonly string[] Pieces =
    [
        "Scooped by A!\n", "Scooped by ", "T | Q |\n", "| |\n", "A's comment, May 1, 2016 9:00 AM\n", "No comment yet.\n", "\n", "words ", "<div class=\"post\" id=\"post_1\">", "</div>",
        "<h2>", "</h2>", "<a href=\"", "\">", "<DT><A HREF=\"", "<DL>", "</DL>", "<!DOCTYPE NETSCAPE-Bookmark-file-1>", "{\"posts\":[", "{\"id\":1,\"title\":\"", "\"}", "]}", "\"", ",", "title,url\n",
        "https://a.example/", "\u0000", "\ud800", "\u202e", "<opml>", "<outline xmlUrl=\"x\"", "<rss><channel><item>", "99999999999999999999", "|", "’",
    ];

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   \n ", "empty")]
    [InlineData("just a sentence", "none of the formats")]
    [InlineData("<html><body>Hello</body></html>", "not a saved Scoop.it topic")]
    [InlineData("{\"name\":1", "broken at line 1")]
    [InlineData("{\"hello\":[]}", "neither a topic")]
    [InlineData("[1,2]", "neither a topic")]
    [InlineData("PK\u0003\u0004rest", "ZIP")]
    [InlineData("GIF89a\u0000\u0000", "not a text file")]
    [InlineData("<opml><body><outline", "broken at line 1")]
    public void What_cannot_be_read_is_refused_with_a_reason(string file, string reason) => Assert.Contains(reason, Refusal(file), StringComparison.Ordinal);

    [Fact]
    public void A_file_over_the_limit_is_refused() =>
        Assert.Contains("50 MB", Assert.Throws<UnreadableFile>(() => ImportFile.Read(new byte[ImportFile.MostBytes + 1])).Message, StringComparison.Ordinal);

    [Fact]
    public void Whatever_a_file_holds_reading_it_ends_in_a_topic_or_a_reason() => Prop.ForAll(
        Gen.Elements(Pieces).ListOf().Select(parts => string.Concat(parts)).ToArbitrary(),
        file =>
        {
            try
            {
                var topic = Read(file);
                return topic.Posts.TrueForAll(p => p.Title.Length > 0 && p.ExternalId.Length > 0);
            }
            catch (UnreadableFile)
            {
                return true;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("<div class=post>")]
    [InlineData("<DL><p>")]
    [InlineData("<p><font color=red>")]
    [InlineData("Scooped by A!\n")]
    [InlineData("\"a\nb\",")]
    [InlineData("A's comment, May 1, 2016 9:00 AM\n")]
    public void A_megabyte_of_one_thing_takes_seconds_not_minutes(string piece)
    {
        var repeated = new StringBuilder();
        while (repeated.Length < 1_000_000)
        {
            repeated.Append(piece);
        }

        foreach (var start in (string[])["", "<html>", "<!DOCTYPE NETSCAPE-Bookmark-file-1>", "title,url\n", "Topic\nScooped by A!\nTitle\n"])
        {
            var watch = Stopwatch.StartNew();
            try
            {
                Read(start + repeated);
            }
            catch (UnreadableFile)
            {
                // Refusing is an answer too.
            }

            // A guard against hanging, not a measure: a busy machine is ten times slower than an idle one.
            Assert.InRange(watch.Elapsed.TotalSeconds, 0, 240);
        }
    }

    [Fact]
    public void Old_files_in_other_charsets_keep_their_letters()
    {
        var western = Encoding.Latin1.GetBytes("title,url\nCafé für alle,https://a.example/\n");
        Assert.Equal("Café für alle", ImportFile.Read(western).Posts.Single().Title);
        var marked = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("title;url\nنوم هادئ;https://a.example/\n")).ToArray();
        Assert.Equal("نوم هادئ", ImportFile.Read(marked).Posts.Single().Title);
    }
}
