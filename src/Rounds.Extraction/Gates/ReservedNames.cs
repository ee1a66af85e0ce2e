namespace Rounds.Extraction.Gates;

/// <summary>Names that lead inside: special-use domains (RFC 6761, 6762, 8375, 9476), private suffixes, metadata services.</summary>
internal static class ReservedNames
{
    private static readonly HashSet<string> Suffixes = new(StringComparer.Ordinal)
    {
        "localhost", "local", "localdomain", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa",
        "domain", "workgroup", "belkin", "router", "dlink", "mshome", "test", "invalid", "onion", "i2p", "alt", "arpa", "svc", "cluster",
        "metadata.goog", "metadata.tencentyun.com", "metadata.packet.net", "metadata.platformequinix.com",
        // Wildcard services that answer with whatever private address the name spells; used for nothing but that.
        "nip.io", "sslip.io", "xip.io", "localtest.me", "lvh.me", "vcap.me", "lacolhost.com", "traefik.me", "backname.io",
        "rbndr.us", "1u.ms", "local.gd", "localhost.direct", "localho.st", "127-0-0-1.org.uk",
    };

    public static string? WhyRefused(string name)
    {
        if (!name.Contains('.')) return "The address names a machine on the local network.";
        for (var at = 0; at >= 0; at = name.IndexOf('.', at) is var dot and >= 0 ? dot + 1 : -1)
            if (Suffixes.Contains(name[at..])) return "The address is not on the public internet.";
        return null;
    }
}
