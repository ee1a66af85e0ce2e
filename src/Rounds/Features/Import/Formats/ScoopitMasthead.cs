namespace Rounds.Features.Import.Formats;

/// <summary>The head of a Scoop.it page's text: title, counter, description, audiences, curator.</summary>
internal static class ScoopitMasthead
{
    private const string Audience = "Relevant to ";
    private const string CuratedBy = "Curated by ";

    public static void Read(IEnumerable<string> lines, ImportedTopic topic)
    {
        var said = lines.Select(l => l.Trim()).Where(l => l.Length > 0 && !ScoopitLines.IsFurniture(l)).ToList();
        if (said.Count == 0)
        {
            return;
        }

        // The browser's title may stand before the page's own: the line that is said twice is the topic's name.
        topic.Title = said.GroupBy(l => l).FirstOrDefault(g => g.Count() > 1)?.Key ?? said[0];
        var description = new List<string>();
        foreach (var line in said.SkipWhile(l => l != topic.Title))
        {
            if (line == topic.Title)
            {
                continue;
            }

            if (Figures.ReadViews(line) is { } views)
            {
                topic.Views = views;
            }
            else if (line.StartsWith(CuratedBy, StringComparison.Ordinal))
            {
                topic.Curator = line[CuratedBy.Length..].Trim();
                break;
            }
            else
            {
                description.Add(line);
            }
        }

        Describe(string.Join('\n', description), topic);
    }

    /// <summary>Parts a description from the sentence that names the audiences: "Relevant to Nurses, Labs and Insurers."</summary>
    public static void Describe(string text, ImportedTopic topic)
    {
        var at = text.IndexOf(Audience, StringComparison.Ordinal);
        if (at > 0 && text[at - 1] is not ('\n' or ' '))
        {
            at = -1;
        }

        topic.Description = (at < 0 ? text : text[..at]).Trim();
        if (at < 0)
        {
            return;
        }

        var sentence = text[(at + Audience.Length)..];
        var end = sentence.IndexOf('\n');
        var rest = end < 0 ? "" : sentence[(end + 1)..].Trim();
        topic.Description = rest.Length == 0 ? topic.Description : $"{topic.Description}\n{rest}".Trim();
        topic.Audiences = Names((end < 0 ? sentence : sentence[..end]).Trim().TrimEnd('.'));
    }

    /// <summary>Only before the last of a list stands "and"; elsewhere it is part of a name, such as "Health and Safety".</summary>
    private static IReadOnlyList<string> Names(string list)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        if (names.Count == 0)
        {
            return names;
        }

        var last = names[^1];
        var and = last.IndexOf(" and ", StringComparison.Ordinal);
        if (last.StartsWith("and ", StringComparison.Ordinal))
        {
            names[^1] = last["and ".Length..].Trim();
        }
        else if (and > 0)
        {
            names[^1] = last[..and].Trim();
            names.Add(last[(and + " and ".Length)..].Trim());
        }

        return names;
    }
}
