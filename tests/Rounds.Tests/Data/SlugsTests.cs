using FsCheck;
using FsCheck.Fluent;
using Rounds.Data;

namespace Rounds.Tests.Data;

public sealed class SlugsTests
{
    [Theory]
    [InlineData("Social Media and Healthcare", "social-media-and-healthcare")]
    [InlineData("  What's new?  ", "what-s-new")]
    [InlineData("Café façade", "cafe-facade")]
    [InlineData("Ärzte & Pflege", "arzte-pflege")]
    [InlineData("COVID-19: year 3", "covid-19-year-3")]
    [InlineData("نظافة اليدين", "نظافة-اليدين")]
    [InlineData("手を洗う", "手を洗う")]
    [InlineData("हाथ धोना", "हाथ-धोना")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("--- !!! ---", "")]
    [InlineData("😀", "")]
    [InlineData("", "")]
    public void Makes_the_readable_part_of_an_address(string text, string slug) => Assert.Equal(slug, Slugs.From(text));

    [Fact]
    public void Cuts_at_a_word()
    {
        var slug = Slugs.From(string.Join(' ', Enumerable.Repeat("handwashing", 30)));

        Assert.InRange(slug.Length, 60, 82);
        Assert.EndsWith("handwashing", slug);
    }

    [Fact]
    public void Whatever_is_typed_the_address_is_sound() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>().Filter(s => s is not null),
        text =>
        {
            var slug = Slugs.From(text);
            return slug.Length <= 100
                && !slug.StartsWith('-') && !slug.EndsWith('-') && !slug.Contains("--", StringComparison.Ordinal)
                && slug.IndexOfAny(['/', '\\', '?', '#', '%', '&', '.', '<', '>', '"', ' ']) < 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_a_character_does_no_harm() => Assert.Equal("a-b", Slugs.From("a\ud800b"));
}
