using System.Net;
using Rounds.Extraction.Outline;

namespace Rounds.Extraction.Facts;

internal static class Entities
{
    /// <summary>Undoes entities that were written into JSON or escaped twice in an attribute, and collapses white space.</summary>
    public static string Decode(string text) =>
        Whitespace.Collapse(text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text);
}
