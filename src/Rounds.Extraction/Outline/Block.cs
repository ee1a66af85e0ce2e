namespace Rounds.Extraction.Outline;

internal enum RunKind : byte { Text, Break, Picture, Rule }

/// <summary>A stretch of one text node, or a picture or line break between such stretches.</summary>
internal readonly record struct Run(RunKind Kind, string Text, Branch At);

/// <summary>Text between two line-breaking edges: the unit that is kept or dropped.</summary>
internal sealed class Block(Branch home, int index, string text)
{
    /// <summary>The nearest element that breaks lines.</summary>
    public Branch Home { get; } = home;

    public int Index { get; } = index;

    /// <summary>White space collapsed, except in preformatted text.</summary>
    public string Text { get; } = text;

    public int FirstRun { get; init; }
    public int EndRun { get; init; }
    public int Words { get; init; }
    public int LinkWords { get; init; }
    public int Links { get; init; }

    /// <summary>Words of the page before this block.</summary>
    public int WordsBefore { get; init; }

    public TextShape Shape { get; init; }

    public bool IsPicture { get; init; }
}
