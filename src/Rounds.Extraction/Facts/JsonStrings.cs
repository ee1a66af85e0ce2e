using System.Text.Json;

namespace Rounds.Extraction.Facts;

/// <summary>Strings of other people's JSON.</summary>
internal static class JsonStrings
{
    /// <summary>
    /// The text of a string; empty where an escape in it is half a surrogate pair (RFC 8259 §8.2 leaves that open, and the
    /// framework's reader throws): one broken emoji in a page's data must not cost the whole page.
    /// </summary>
    public static string Text(this JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException) when (value.ValueKind == JsonValueKind.String)
        {
            return "";
        }
    }
}
