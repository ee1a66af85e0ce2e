using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Rounds.Extraction.Gates;

/// <summary>
/// The ranges that are not the public internet: IANA's special-purpose registries for IPv4 and IPv6 (RFC 6890 and its updates),
/// the list Mastodon keeps, cloud metadata, and every way to write an IPv4 address inside an IPv6 one.
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Refused4 =
    [
        .. from range in new[]
        {
            "0.0.0.0/8",          // this network, RFC 791
            "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", // private, RFC 1918
            "100.64.0.0/10",      // carriers' shared space, RFC 6598; Alibaba's metadata at 100.100.100.200
            "127.0.0.0/8",        // loopback
            "168.63.129.16/32",   // Azure's host: metadata, health, DNS; a public number only in looks
            "169.254.0.0/16",     // link local, RFC 3927, and most clouds' metadata
            "192.0.0.0/24",       // IETF protocols, RFC 6890; Oracle's metadata at 192.0.0.192
            "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", // documentation, RFC 5737
            "192.31.196.0/24", "192.52.193.0/24", "192.175.48.0/24", // AS112 and AMT, RFC 7535, 7450, 7534
            "192.88.99.0/24",     // 6to4 relays, RFC 7526
            "198.18.0.0/15",      // benchmarks, RFC 2544
            "224.0.0.0/4",        // multicast
            "240.0.0.0/4",        // reserved, RFC 1112, and broadcast
        } select IPNetwork.Parse(range),
    ];

    // Only 2000::/3 is given out to anyone; what is refused inside it:
    private static readonly IPNetwork[] Refused6 =
    [
        .. from range in new[]
        {
            "2001::/23",          // IETF protocols, RFC 2928: Teredo 2001::/32, benchmarks 2001:2::/48, ORCHID 2001:10::/28, 2001:20::/28
            "2001:db8::/32",      // documentation, RFC 3849
            "2002::/16",          // 6to4, RFC 3056: carries any IPv4 address; its relays are gone (RFC 7526)
            "2620:4f:8000::/48",  // AS112, RFC 7534
            "3fff::/20",          // documentation, RFC 9637
        } select IPNetwork.Parse(range),
    ];

    private static readonly IPNetwork GlobalUnicast6 = IPNetwork.Parse("2000::/3");

    /// <summary>
    /// Outside 2000::/3 nothing is public, which refuses at once ::/96 (compatible), ::ffff:0:0/96 (mapped, unless public, see
    /// below), ::ffff:0:0:0/96 (translated), 64:ff9b::/96 and 64:ff9b:1::/48 (NAT64), 100::/64, 5f00::/16, fc00::/7, fe80::/10,
    /// fec0::/10 and ff00::/8, and what may be invented there.
    /// </summary>
    public static bool Holds(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork) return IsPublic4(address);
        // A dual-stack socket reports an IPv4 peer as mapped; it is that IPv4 address and nothing else.
        if (address.IsIPv4MappedToIPv6) return address.ScopeId == 0 && IsPublic4(address.MapToIPv4());
        if (address.ScopeId != 0 || !GlobalUnicast6.Contains(address)) return false;
        foreach (var range in Refused6)
            if (range.Contains(address)) return false;
        return !CarriesPrivate4(address);
    }

    /// <summary>ISATAP (RFC 5214 §6.1): any prefix, then 0000:5efe or 0200:5efe, then the IPv4 address the packet ends at.</summary>
    private static bool CarriesPrivate4(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        var marker = BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]);
        return marker is 0x00005efe or 0x02005efe or 0x01005efe or 0x03005efe && !IsPublic4(new IPAddress(bytes[12..]));
    }

    private static bool IsPublic4(IPAddress address)
    {
        foreach (var range in Refused4)
            if (range.Contains(address)) return false;
        return true;
    }
}
