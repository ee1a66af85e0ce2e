using AngleSharp.Dom;

namespace Rounds.Extraction.Outline;

/// <summary>An element of the page with what was learned of it and of everything below it in the one pass over the document.</summary>
internal sealed class Branch(IElement element, Tag tag, Branch? parent, int index)
{
    public IElement Element { get; } = element;
    public Tag Tag { get; } = tag;
    public Branch? Parent { get; } = parent;
    public int Index { get; } = index;
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>What its own class and id say.</summary>
    public Hint Hints { get; init; }

    /// <summary>Its own hints and those of its two nearest ancestors.</summary>
    public Hint NearHints { get; init; }

    /// <summary>Its own hints and those of all ancestors below the body, whose classes describe the whole page.</summary>
    public Hint AllHints { get; init; }

    /// <summary>One bit a tag of itself and its ancestors.</summary>
    public UInt128 Lineage { get; init; }

    public bool Hidden { get; init; }

    /// <summary>Its microdata property names, as written.</summary>
    public string? Property { get; init; }

    /// <summary>Same tag and class: siblings of one signature are items of a list, whatever the elements are called.</summary>
    public int Signature { get; init; }

    /// <summary>How many siblings share its signature, itself included.</summary>
    public int Twins { get; set; } = 1;

    /// <summary>Nearest ancestor or self that has twins.</summary>
    public Branch? Repeated { get; set; }

    public int FirstBlock { get; set; }
    public int EndBlock { get; set; }
    public int Words { get; set; }
    public int LinkWords { get; set; }
    public int Links { get; set; }
    public int ProseWords { get; set; }

    public bool Is(Tag tag) => (Lineage & (UInt128.One << (int)tag)) != 0;

    public double LinkDensity => Words == 0 ? 0 : (double)LinkWords / Words;
}
