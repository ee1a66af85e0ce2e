namespace Rounds.Features.Import.Formats;

/// <summary>The shapes of line by which a Scoop.it page's text is told apart.</summary>
internal static class ScoopitLines
{
    private const int LongestName = 80;
    private const int LongestHeader = 200;

    /// <summary>"Scooped by NAME!", "Scooped by NAME onto TOPIC", "Rescooped by NAME from TOPIC": a post begins.</summary>
    public static bool IsPoster(string line, out string name)
    {
        name = "";
        var prefix = line.StartsWith("Scooped by ", StringComparison.Ordinal) ? "Scooped by ".Length
            : line.StartsWith("Rescooped by ", StringComparison.Ordinal) ? "Rescooped by ".Length
            : 0;
        if (prefix == 0 || line.Length > LongestHeader)
        {
            return false;
        }

        var rest = line[prefix..].TrimEnd();
        var from = rest.IndexOf(" from ", StringComparison.Ordinal);
        var onto = rest.IndexOf(" onto ", StringComparison.Ordinal);
        var end = from > 0 && prefix > "Scooped by ".Length ? from : onto;
        if (end <= 0 && !rest.EndsWith('!'))
        {
            return false;
        }

        name = (end > 0 ? rest[..end] : rest).TrimEnd('!', ' ');
        return name.Length is > 0 and <= LongestName;
    }

    /// <summary>"TITLE | TOPIC |": the text of the post's picture, which repeats the title. The title may be empty.</summary>
    public static bool IsRepeated(string line, out string title, out string topic)
    {
        (title, topic) = ("", "");
        var bar = line.TrimEnd();
        bar = bar.EndsWith("| Scoop.it", StringComparison.Ordinal) ? bar[..^"Scoop.it".Length].TrimEnd() : bar;
        if (!bar.EndsWith('|'))
        {
            return false;
        }

        bar = bar[..^1].TrimEnd();
        var middle = bar.LastIndexOf('|');
        if (middle < 0 || bar.Length - middle > LongestHeader)
        {
            return false;
        }

        (title, topic) = (bar[..middle].Trim(), bar[(middle + 1)..].Trim());
        return topic.Length > 0;
    }

    /// <summary>"NAME's curator insight, DATE", "NAME's comment, DATE", and the curator's own "NAME's insight:".</summary>
    public static bool IsTalk(string line, out string name, out bool isInsight, out DateTimeOffset? date)
    {
        (name, isInsight, date) = ("", false, null);
        if (line.Length > LongestHeader)
        {
            return false;
        }

        var text = line.Trim().Replace('’', '\'');
        foreach (var (mark, insight) in (ReadOnlySpan<(string, bool)>)[("'s curator insight, ", true), ("'s insight, ", true), ("'s comment, ", false)])
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at is > 0 and <= LongestName && WrittenDates.Read(text[(at + mark.Length)..]) is { } written)
            {
                (name, isInsight, date) = (text[..at], insight, written);
                return true;
            }
        }

        var own = text.EndsWith("'s curator insight:", StringComparison.Ordinal) ? text.Length - "'s curator insight:".Length
            : text.EndsWith("'s insight:", StringComparison.Ordinal) ? text.Length - "'s insight:".Length
            : 0;
        (name, isInsight) = (text[..own], own > 0);
        return own is > 0 and <= LongestName;
    }

    /// <summary>"From SITE" or "From SITE - DATE", which newer pages have under the title.</summary>
    public static bool IsSource(string line, out string site, out DateTimeOffset? date)
    {
        (site, date) = ("", null);
        if (!line.StartsWith("From ", StringComparison.Ordinal) || line.Length > LongestHeader)
        {
            return false;
        }

        var rest = line["From ".Length..].Trim();
        var dash = rest.IndexOf(" - ", StringComparison.Ordinal);
        site = dash < 0 ? rest : rest[..dash].TrimEnd();
        date = dash < 0 ? null : WrittenDates.Read(rest[(dash + 3)..]);
        return site.Contains('.') && !site.Contains(' ') && (dash < 0 || date is not null);
    }

    public static bool IsNoComment(string line) => line.Trim() is "No comment yet." or "No comments yet.";

    /// <summary>Words of the page itself, not of anybody's post.</summary>
    public static bool IsFurniture(string line) => line.Trim() is "Your new post is loading..." or "Your new post is loading…" or "Powered by Scoop.it";
}
