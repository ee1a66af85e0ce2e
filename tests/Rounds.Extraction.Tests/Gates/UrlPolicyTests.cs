using System.Net;
using Rounds.Extraction.Gates;

namespace Rounds.Extraction.Tests.Gates;

public class UrlPolicyTests
{
    [Theory]
    [InlineData("https://news.example/a?b=c#d")]
    [InlineData("http://News.Example.:80/")]
    [InlineData("https://news.example:8443/")]
    [InlineData("http://93.184.215.14/page")]
    [InlineData("http://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/")]
    [InlineData("https://bücher.example/straße")]
    [InlineData("https://xn--bcher-kva.example/")]
    [InlineData("https://a_b.news.example/")]
    [InlineData("  https://news.example/with space  ")]
    public void A_public_page_may_be_fetched(string url)
    {
        var verdict = UrlPolicy.Check(url);
        Assert.True(verdict.Allowed, verdict.Reason);
        Assert.NotNull(verdict.Url);
        Assert.NotNull(verdict.Canonical);
        Assert.Null(verdict.Reason);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_address_is_refused_with_a_sentence(string url)
    {
        var verdict = UrlPolicy.Check(url);
        Assert.False(verdict.Allowed, url);
        Assert.Null(verdict.Url);
        Assert.EndsWith(".", verdict.Reason);
    }

    public static TheoryData<string> Hostile() => new(CorpusFile.Lines("hostile-urls.txt"));

    [Theory]
    [MemberData(nameof(NotPublic))]
    public void An_address_that_is_not_public_is_refused(string address) =>
        Assert.False(UrlPolicy.IsPublic(IPAddress.Parse(address)), address);

    public static TheoryData<string> NotPublic() => new(CorpusFile.Lines("not-public-addresses.txt"));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("93.184.215.14")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("2606:4700::1111")]
    [InlineData("2a00:1450:4001::200e")]
    [InlineData("::ffff:1.1.1.1")]
    public void A_public_address_is_allowed(string address) => Assert.True(UrlPolicy.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public void The_host_opened_is_the_host_judged()
    {
        Assert.Equal("http://www.example.com/", UrlPolicy.Check("http://WWW.example。com./").Url!.AbsoluteUri);
        Assert.Equal("https://xn--bcher-kva.example/", UrlPolicy.Check("https://BÜCHER.example").Url!.AbsoluteUri);
    }
}
