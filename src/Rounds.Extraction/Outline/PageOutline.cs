namespace Rounds.Extraction.Outline;

/// <summary>A page as one flat reading: its elements, and its text cut into blocks in reading order.</summary>
internal sealed class PageOutline(List<Branch> branches, List<Block> blocks, List<Run> runs)
{
    public List<Branch> Branches { get; } = branches;
    public List<Block> Blocks { get; } = blocks;
    public List<Run> Runs { get; } = runs;
    public Branch Root => Branches[0];
    public int Words => Root.Words;

    /// <summary>The text below an element that breaks lines, its blocks joined by spaces, or null where it is longer than asked for.</summary>
    public string? TextOf(Branch branch, int mostWords)
    {
        if (branch.Words > mostWords) return null;
        if (!Tags.BreaksLine(branch.Tag)) return branch.Element.TextContent is { Length: < 2000 } text ? Whitespace.Collapse(text) : null;
        var count = branch.EndBlock - branch.FirstBlock;
        if (count == 1) return Blocks[branch.FirstBlock].Text.Replace('\n', ' ');
        return count < 1 ? "" : string.Join(' ', Blocks.GetRange(branch.FirstBlock, count).Select(block => block.Text)).Replace('\n', ' ').Trim();
    }
}
