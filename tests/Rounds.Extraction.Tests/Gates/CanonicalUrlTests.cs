using Rounds.Extraction.Gates;

namespace Rounds.Extraction.Tests.Gates;

public class CanonicalUrlTests
{
    [Theory]
    [InlineData("HTTPS://News.Example:443/a/./b/../c", "https://news.example/a/c")]
    [InlineData("https://news.example", "https://news.example/")]
    [InlineData("https://news.example/?utm_source=x&id=7&UTM_Medium=y&fbclid=z#top", "https://news.example/?id=7")]
    [InlineData("https://news.example/?utm_source=x", "https://news.example/")]
    [InlineData("https://news.example/%7ejane/%c3%a9t%C3%A9", "https://news.example/~jane/%C3%A9t%C3%A9")]
    [InlineData("https://news.example/app#!/page/2", "https://news.example/app#!/page/2")]
    [InlineData("https://en.m.wikipedia.org/wiki/Ward_round", "https://en.wikipedia.org/wiki/Ward_round")]
    [InlineData("https://m.news.example/a", "https://www.news.example/a")]
    [InlineData("https://youtu.be/abcdefghijk?si=xyz", "https://www.youtube.com/watch?v=abcdefghijk")]
    [InlineData("https://news.example/2024/05/flu-season-starts-early/amp/", "https://news.example/2024/05/flu-season-starts-early/")]
    [InlineData("https://news-example.cdn.ampproject.org/c/s/news.example/story-12345.amp.html", "https://news.example/story-12345.html")]
    [InlineData("https://www.google.com/url?sa=t&url=https%3A%2F%2Fnews.example%2Fa%3Fid%3D1&usg=x", "https://news.example/a?id=1")]
    public void It_opens_the_same_page(string url, string canonical) => Assert.Equal(canonical, CanonicalUrl.Of(new Uri(url)));

    [Theory]
    [InlineData("http://www.news.example/a/?b=2&a=1#x", "news.example/a?a=1&b=2")]
    [InlineData("https://news.example/index.html", "news.example")]
    [InlineData("https://news.example/a[]?l[]=2&l[]=1", "news.example/a[]?l[]=2&l[]=1")]
    public void Its_key_names_the_page(string url, string key) => Assert.Equal(key, CanonicalUrl.Key(new Uri(url)));
}
