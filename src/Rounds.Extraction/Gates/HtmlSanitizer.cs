using AngleSharp.Html.Parser;

namespace Rounds.Extraction.Gates;

/// <summary>
/// Foreign HTML in, harmless HTML out. An allow-list over the parsed page: what is not named in <see cref="AllowedMarkup"/> does
/// not come through, whatever it is called and whoever invents it next.
/// </summary>
/// <remarks>
/// A sanitizer is broken by browsers reading its output differently from how it read its input. So the output has no element in
/// which parsing changes (SVG, MathML, template, noscript, select, raw text), text and attributes are escaped in full, and the
/// output is parsed and sanitized again until nothing changes; what will not settle becomes plain text.
/// </remarks>
public static class HtmlSanitizer
{
    // A page of a million characters of text is a book; beyond, the rest is cut off rather than letting one page fill the memory.
    private const int LongestHtml = 8_000_000;

    // Malformed pages settle in two or three readings. One that does not in five is written by someone who tries.
    private const int MostReadings = 5;

    /// <summary>
    /// Sanitized HTML, to be written into a page as it is. Never throws on any input; linear in its length; idempotent for one
    /// <paramref name="baseUrl"/> and no <paramref name="imageAddress"/>.
    /// </summary>
    /// <param name="html">A fragment or a whole page.</param>
    /// <param name="baseUrl">What relative links and images are resolved against; without it they lose their address.</param>
    /// <param name="profile">What may come through. <see cref="SanitizerProfile.Plain"/> gives escaped text with line breaks as \n.</param>
    /// <param name="imageAddress">
    /// From an image's absolute http(s) address to our own: a path beginning with one slash, or an https address; anything else
    /// drops the image. Without it https images keep their address where the profile has images.
    /// </param>
    public static string Sanitize(
        string html, Uri? baseUrl, SanitizerProfile profile, Func<string, string>? imageAddress = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (profile == SanitizerProfile.Plain) return Markup.Escape(PlainText(html));
        var markup = AllowedMarkup.Of(profile);
        var addresses = new Addresses(baseUrl, imageAddress);
        var clean = Read(Cut(html), markup, addresses);
        for (var reading = 1; clean is not null && reading < MostReadings; reading++)
        {
            var again = Read(clean, markup, addresses);
            if (again == clean) return clean;
            clean = again;
        }
        return Markup.Escape(PlainText(html));
    }

    /// <summary>The text of a fragment or page, unescaped: for titles and excerpts, which are encoded where they are shown.</summary>
    public static string PlainText(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return BoundedParser.TryParse(Cut(html), out var body) ? PlainTextWalk.Of(body) : TagStripper.Strip(Cut(html));
    }

    private static string? Read(string html, AllowedMarkup markup, Addresses addresses) =>
        BoundedParser.TryParse(html, out var body) ? new SanitizingWalk(markup, addresses).Write(body) : null;

    private static string Cut(string html) => html.Length <= LongestHtml ? html : html[..LongestHtml];
}
