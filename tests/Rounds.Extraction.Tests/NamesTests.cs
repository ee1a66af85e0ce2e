using Rounds.Extraction.Facts;

namespace Rounds.Extraction.Tests;

public sealed class NamesTests
{
    [Theory]
    [InlineData("By Mira Oakhurst", "Mira Oakhurst")]
    [InlineData("Written by: Mira Oakhurst | 5 March 2024", "Mira Oakhurst")]
    [InlineData("Von Mira Oakhurst", "Mira Oakhurst")]
    [InlineData("Mira Oakhurst, MD, MPH", "Mira Oakhurst, MD, MPH")]
    [InlineData("Mira Oakhurst on March 5, 2024", "Mira Oakhurst")]
    [InlineData("Posted by Mira Oakhurst • 4 min read", "Mira Oakhurst")]
    [InlineData("https://www.facebook.example/mira", "")]
    [InlineData("12", "")]
    public void A_byline_is_cut_to_its_name(string line, string expected) => Assert.Equal(expected, Names.Clean(line));

    [Theory]
    [InlineData("By clicking you agree")]
    [InlineData("Bystanders helped")]
    [InlineData("Mira Oakhurst")]
    public void What_is_no_byline_has_nothing_after_by(string line) => Assert.Null(Names.AfterBy(line));
}
