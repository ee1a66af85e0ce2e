using System.Globalization;
using System.Text;

namespace Rounds.Extraction.Facts;

/// <summary>Half characters, left where a site cut a text in the middle of an emoji: the JSON reader throws on them, raw or escaped.</summary>
internal static class Surrogates
{
    public static string Mend(string json)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase) && json.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return json;
        var mended = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            var letter = json[i];
            if (letter == '\\' && i + 1 < json.Length)
            {
                i = MendEscape(json, i, mended);
            }
            else if (!char.IsSurrogate(letter)) mended.Append(letter);
            else if (char.IsHighSurrogate(letter) && i + 1 < json.Length && char.IsLowSurrogate(json[i + 1])) mended.Append(letter).Append(json[++i]);
            else mended.Append('\uFFFD');
        }
        return mended.ToString();
    }

    /// <summary>Copies one escape, or two that make a pair; returns the place of its last character.</summary>
    private static int MendEscape(string json, int at, StringBuilder mended)
    {
        var value = ValueAt(json, at);
        var isPair = value is >= 0xD800 and < 0xDC00 && ValueAt(json, at + 6) is >= 0xDC00 and < 0xE000;
        var length = value < 0 ? 2 : isPair ? 12 : 6;
        if (value is >= 0xD800 and < 0xE000 && !isPair) mended.Append("\\uFFFD");
        else if (value < 0 && char.IsSurrogate(json[at + 1])) mended.Append('\uFFFD');
        else mended.Append(json, at, length);
        return at + length - 1;
    }

    private static int ValueAt(string json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u' && int.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : -1;
}
