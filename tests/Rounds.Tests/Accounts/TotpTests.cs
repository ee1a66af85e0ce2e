using Rounds.Features.Accounts;

namespace Rounds.Tests.Accounts;

public sealed class TotpTests
{
    // RFC 6238, appendix B, SHA-1, the last six of eight digits; the key is "12345678901234567890" in Base32.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code)
    {
        const string key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        var instant = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(code, Totp.CodeAt(key, Totp.StepAt(instant)));
        Assert.Equal(code, Authenticator.Code(key, instant));
    }
}
