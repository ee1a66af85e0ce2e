using FsCheck;
using FsCheck.Fluent;
using Rounds.Extraction.Gates;

namespace Rounds.Extraction.Tests.Gates;

public class HtmlSanitizerCorpusTests
{
    private static readonly Uri Base = new("https://news.example/2024/story");
    private static readonly SanitizerProfile[] Marked = [SanitizerProfile.Article, SanitizerProfile.Comment, SanitizerProfile.Mail];
    // ROUNDS_MUTATIONS=100000 for the long run.
    private static readonly int Mutations = int.Parse(Environment.GetEnvironmentVariable("ROUNDS_MUTATIONS") ?? "4000", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly string[] Fragments = [.. HostileFragments.All()];

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Harmless_markup_survives_unchanged(string html)
    {
        Assert.Equal(html, HtmlSanitizer.Sanitize(html, Base, SanitizerProfile.Article));
        Assert.Equal(html, HtmlSanitizer.Sanitize(html, Base, SanitizerProfile.Mail));
    }

    public static TheoryData<string> Harmless() => new(CorpusFile.All("harmless.html").TrimEnd('\n').Split("\n%%\n"));

    [Fact]
    public void Nothing_hostile_is_left_of_any_written_or_combined_fragment()
    {
        Assert.True(Fragments.Length > 5000);
        foreach (var fragment in Fragments)
            foreach (var profile in Marked) CleanMarkup.Check(fragment, Base, profile);
    }

    [Fact]
    public void Nothing_hostile_is_left_of_mutated_fragments()
    {
        const int seed = 20_240_501;
        var mutator = new FragmentMutator(seed);
        for (var i = 0; i < Mutations; i++)
        {
            var fragment = mutator.Next(Fragments);
            CleanMarkup.Check(fragment, Base, Marked[i % Marked.Length]);
        }
    }

    [Fact]
    public void Nothing_hostile_is_left_of_random_markup()
    {
        var pieces = Gen.OneOf(
            Gen.Elements(Fragments),
            Gen.Elements("<p>", "</p>", "<a href=x>", "</a>", "<table>", "<td>", "</table>", "<b>", "</b>", "<svg>", "<style>", "<!--", "-->", "\"", "'", ">", "<", "text", "&lt;", "\0", "\r", "\ud800", "<pre>", "\n", "<li>", "<div>", "</div>"),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get));
        var html = pieces.ListOf().Select(list => string.Concat(list)).ToArbitrary();
        Prop.ForAll(html, text =>
        {
            foreach (var profile in Marked) CleanMarkup.Check(text, Base, profile);
            Assert.DoesNotContain('<', HtmlSanitizer.Sanitize(text, Base, SanitizerProfile.Plain));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Fact]
    public void Text_comes_through_whole()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var written = new string([.. text.Get.Where(c => c is >= ' ' and < '\u007f')]);
            var html = "<p>" + System.Net.WebUtility.HtmlEncode(written) + "</p>";
            var clean = HtmlSanitizer.Sanitize(html, Base, SanitizerProfile.Article);
            Assert.Equal(written, System.Net.WebUtility.HtmlDecode(clean[3..^4]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }
}
