namespace Rounds.Platform.Web;

/// <summary>Reads the header Accept-Encoding (RFC 9110, 12.5.3).</summary>
internal static class AcceptEncoding
{
    /// <summary>True when the coding stands in the header by name and not with a weight of nought, which refuses it.</summary>
    public static bool Allows(ReadOnlySpan<char> header, string coding)
    {
        foreach (var range in header.Split(','))
        {
            var item = header[range];
            var semicolon = item.IndexOf(';');
            var name = semicolon < 0 ? item : item[..semicolon];
            if (name.Trim().Equals(coding, StringComparison.OrdinalIgnoreCase))
            {
                return semicolon < 0 || !IsNought(item[(semicolon + 1)..].Trim());
            }
        }

        return false;
    }

    private static bool IsNought(ReadOnlySpan<char> weight) =>
        weight.StartsWith("q=0", StringComparison.OrdinalIgnoreCase) && weight[3..].TrimStart('.').TrimStart('0').IsEmpty;
}
