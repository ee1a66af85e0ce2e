namespace Rounds.Features.Import.Formats;

/// <summary>The lines of one post on a saved page, sorted into what they are.</summary>
internal sealed class ScoopitBlock
{
    private const string FormLine = "Please fill this form";

    public required int Line { get; init; }
    public required string Poster { get; init; }

    /// <summary>Blank lines before the first words: more than usual where a headline was lost.</summary>
    public int Gap { get; private set; }

    /// <summary>The title as the picture's text repeats it; null when the line is not there, empty when only the title is missing in it.</summary>
    public string? RepeatedTitle { get; private set; }
    public string? RepeatedTopic { get; private set; }
    public string? Site { get; private set; }
    public DateTimeOffset? Date { get; private set; }

    /// <summary>Without the headline where the repeated one settles what it is, otherwise beginning with it.</summary>
    public List<string> Body { get; } = [];
    public string OwnInsight { get; private set; } = "";
    public List<ImportedTalk> Talk { get; } = [];

    /// <summary>What the page says after the post's end.</summary>
    public List<string> Closing { get; } = [];

    public bool LostItsTitle => RepeatedTitle is "";

    /// <param name="lines">All lines of the page.</param>
    /// <param name="start">The line "Scooped by …".</param>
    /// <param name="end">One after the block's last line.</param>
    public static ScoopitBlock Cut(string[] lines, int start, int end)
    {
        ScoopitLines.IsPoster(lines[start], out var poster);
        var block = new ScoopitBlock { Line = start + 1, Poster = poster };
        var said = lines[(start + 1)..end];
        block.Gap = said.TakeWhile(l => l.Trim().Length == 0).Count();
        block.Sort([.. said.Where(l => l.Trim().Length > 0 && !ScoopitLines.IsFurniture(l)).Select(l => l.TrimEnd())]);
        return block;
    }

    private void Sort(List<string> said)
    {
        TakeOffClosing(said);
        var at = 0;
        for (; at < said.Count && !ScoopitLines.IsTalk(said[at], out _, out _, out _); at++)
        {
            Body.Add(said[at]);
        }

        SettleTitle();
        TakeOffSource();
        while (at < said.Count)
        {
            ScoopitLines.IsTalk(said[at], out var name, out var isInsight, out var date);
            var words = said.Skip(++at).TakeWhile(l => !ScoopitLines.IsTalk(l, out _, out _, out _)).ToList();
            at += words.Count;
            if (isInsight && name == Poster && OwnInsight.Length == 0)
            {
                OwnInsight = Prose.Paragraphs(words);
            }
            else
            {
                Talk.Add(new ImportedTalk(name, isInsight, Prose.Paragraphs(words), date));
            }
        }
    }

    /// <summary>"No comment yet." ends a post; under the last one, the page's own contact form may follow without that.</summary>
    private void TakeOffClosing(List<string> said)
    {
        var end = said.FindIndex(ScoopitLines.IsNoComment);
        if (end >= 0)
        {
            Closing.AddRange(said.Skip(end + 1));
            said.RemoveRange(end, said.Count - end);
            return;
        }

        var form = said.FindLastIndex(l => l.TrimStart().StartsWith(FormLine, StringComparison.OrdinalIgnoreCase));
        if (form > 0)
        {
            Closing.AddRange(said.Skip(form - 1));
            said.RemoveRange(form - 1, said.Count - form + 1);
        }
    }

    private void SettleTitle()
    {
        for (var i = 0; i < Math.Min(2, Body.Count); i++)
        {
            if (ScoopitLines.IsRepeated(Body[i], out var title, out var topic))
            {
                (RepeatedTitle, RepeatedTopic) = (i == 1 && title.Length == 0 ? Body[0].Trim() : title, topic);
                Body.RemoveRange(0, i + 1);
                return;
            }
        }
    }

    private void TakeOffSource()
    {
        var at = RepeatedTitle is null ? 1 : 0;
        if (at < Body.Count && ScoopitLines.IsSource(Body[at], out var site, out var date))
        {
            (Site, Date) = (site, date);
            Body.RemoveAt(at);
        }
    }
}
