namespace Rounds.Feeds;

/// <summary>Keeps the first fault of a document, in plain words: the later ones mostly follow from it.</summary>
internal sealed class FaultLog
{
    public string? First { get; private set; }

    public void Note(string fault) => First ??= fault;

    /// <summary>For what makes every other fault beside the point: this is no feed at all.</summary>
    public void NoteAbove(string fault) => First = fault;

    public void Note(string fault, string text, int position)
    {
        if (First is not null)
            return;
        var line = text.AsSpan(0, Math.Min(position, text.Length)).Count('\n') + 1;
        First = $"{fault} (line {line}).";
    }
}
