using System.Security.Cryptography;
using System.Text;
using Rounds.Extraction.Gates;

namespace Rounds.Features.Import.Formats;

/// <summary>Small rules for text that the formats share.</summary>
internal static class Prose
{
    private const int LongestMadeTitle = 80;
    private const int LongestTitle = 300;
    private const int LongestUrl = 8192;

    /// <summary>A line for each paragraph; blank lines and blanks at the ends dropped.</summary>
    public static string Paragraphs(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => l.Trim()).Where(l => l.Length > 0));

    public static string Paragraphs(string? text) => text is null ? "" : Paragraphs(text.Split('\n'));

    /// <summary>Foreign HTML, or text, to paragraphs of text.</summary>
    public static string FromHtml(string? html) => string.IsNullOrWhiteSpace(html) ? "" : Paragraphs(HtmlSanitizer.PlainText(html));

    /// <summary>Paragraphs as Markdown: a single line end would join them.</summary>
    public static string Markdown(string paragraphs) => paragraphs.Replace("\n", "\n\n", StringComparison.Ordinal);

    /// <summary>One line, no double blanks.</summary>
    public static string Line(string? text) => string.Join(' ', (text ?? "").Split([' ', '\t', '\n', '\r', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A title as found, cut where no title is that long.</summary>
    public static string Title(string? text) => Line(text) is var line && line.Length <= LongestTitle ? line : FirstWords(line, LongestTitle);

    /// <summary>A title for a text that has none: its first words.</summary>
    public static string FirstWords(string text, int longest = LongestMadeTitle)
    {
        var line = Line(text.Split('\n', 2)[0]).TrimStart('"', '“', '”', '»', '•', '-', ' ');
        if (line.Length <= longest)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', longest);
        var end = cut > longest / 2 ? cut : char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest;
        return line[..end].TrimEnd(' ', ',', ';', ':', '.') + "…";
    }

    /// <summary>A person's name; null when there is none.</summary>
    public static string? Name(string? text) => FirstWords(Line(text)) is { Length: > 0 } name ? name : null;

    /// <summary>An address that a page may link to; null for anything that is not http or https.</summary>
    public static string? Link(string? text)
    {
        var trimmed = text?.Trim();
        return trimmed is { Length: > 0 and <= LongestUrl } && Uri.TryCreate(trimmed, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) && url.Host.Length > 0
            ? url.AbsoluteUri
            : null;
    }

    /// <summary>The name of the site an address is on, as far as the address tells.</summary>
    public static string? Site(string? url) =>
        url is null ? null : new Uri(url).Host is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    /// <summary>
    /// A quotation short enough to be one, of a text that may be a whole article: at most 80 words, to the end of a sentence
    /// where one ends in their second half.
    /// </summary>
    public static string Quote(string text)
    {
        const int most = 80;
        var (words, end) = (0, 0);
        while (end < text.Length && words < most)
        {
            while (end < text.Length && char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            words++;
        }

        if (text.AsSpan(end).Trim().IsEmpty)
        {
            return text.Trim();
        }

        var sentence = text.AsSpan(0, end).LastIndexOfAny(".!?。");
        return sentence > end / 2 && (sentence + 1 >= text.Length || char.IsWhiteSpace(text[sentence + 1])) ? text[..(sentence + 1)] : text[..end].TrimEnd(',', ';', ':') + " …";
    }

    /// <summary>An identity made of content, for files that give none.</summary>
    public static string Fingerprint(params string?[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))).AsSpan(0, 12));

    /// <summary>The first letters and digits of a text: the same for two captures of it that differ in blanks and marks.</summary>
    public static string Opening(string text, int letters)
    {
        var opening = new StringBuilder(letters);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) && opening.Append(char.ToLowerInvariant(c)).Length == letters)
            {
                break;
            }
        }

        return opening.ToString();
    }
}
