using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Rounds.Tests.Accounts;

/// <summary>An authenticator app, written from RFC 6238 apart from the site's own code.</summary>
internal static class Authenticator
{
    public static string Code(string base32, DateTimeOffset now)
    {
        var number = base32.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()
            .Aggregate(BigInteger.One, (sum, c) => (sum << 5) + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal));
        var key = number.ToByteArray(isUnsigned: true, isBigEndian: true)[1..];
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, now.ToUnixTimeSeconds() / 30);
        var hash = HMACSHA1.HashData(key, counter);
        var at = hash[19] & 15;
        var cut = ((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (cut % 1000000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }
}
