using System.Numerics;
using Rounds.Extraction.Learning;
using Rounds.Extraction.Outline;

namespace Rounds.Extraction.Judging;

/// <summary>A block in numbers. Order and meaning are what the forest was trained on: a change here needs `train` in bench/Extraction.</summary>
internal static class BlockFeatures
{
    private const int HintCount = 64;
    private static readonly Tag[] LineageTags = [Tag.Main, Tag.Article, Tag.Section, Tag.Nav, Tag.Header, Tag.Footer, Tag.Aside, Tag.Form, Tag.Ul, Tag.Ol, Tag.Table, Tag.Blockquote, Tag.Pre, Tag.Figure, Tag.Figcaption, Tag.Details, Tag.Dialog, Tag.Button, Tag.Label, Tag.Address, Tag.Dl, Tag.A];

    /// <summary>How many numbers a row has.</summary>
    public static readonly int Count = 27 + 22 + 2 * HintCount + 5 * 7 + 12 + 6 * 4 + 24 + PageContext.Features;

    /// <param name="context">The page.</param>
    /// <param name="index">Which of its blocks.</param>
    /// <param name="target">Room for <see cref="Count"/> numbers.</param>
    public static void Describe(PageContext context, int index, Span<float> target)
    {
        var outline = context.Page.Outline;
        var block = outline.Blocks[index];
        var row = new FeatureRow(target);
        AddText(ref row, block);
        AddPlace(ref row, context, block);
        foreach (var tag in LineageTags) row.Add(block.Home.Is(tag));
        for (var i = 0; i < HintCount; i++) row.Add(((ulong)block.Home.NearHints >> i & 1) != 0);
        for (var i = 0; i < HintCount; i++) row.Add(((ulong)block.Home.AllHints >> i & 1) != 0);
        AddContainers(ref row, context, block);
        AddNeighbours(ref row, outline.Blocks, index);
        var phrases = block.Words <= 25 ? Phrases.Of(block.Text) : 0;
        for (var i = 0; i < 24; i++) row.Add((phrases >> i & 1) != 0);
        context.Row.CopyTo(target[row.Count..]);
    }

    private static void AddText(ref FeatureRow row, Block block)
    {
        var shape = block.Shape;
        row.AddCount(block.Words);
        row.AddShare(shape.Letters, shape.Words);
        row.AddShare(block.LinkWords, block.Words);
        row.AddCount(block.Links);
        row.AddShare(shape.Commas, shape.Words);
        row.AddCount(shape.SentenceEnds);
        row.AddShare(shape.SentenceEnds, shape.Words);
        row.Add(shape.EndsSentence);
        row.AddShare(shape.Capitalised, shape.Words);
        row.AddShare(shape.Digits, shape.Letters);
        row.AddShare(shape.Symbols, shape.Words);
        row.Add((int)block.Home.Tag is var tag && Tags.IsHeading(block.Home.Tag) ? (int)Tag.H1 : tag);
        row.Add(Tags.IsHeading(block.Home.Tag) ? block.Home.Tag - Tag.H1 + 1 : 0);
        row.Add(block.Home.Hidden);
    }

    private static void AddPlace(ref FeatureRow row, PageContext context, Block block)
    {
        var outline = context.Page.Outline;
        row.AddShare(block.Index, outline.Blocks.Count);
        row.AddShare(block.WordsBefore, outline.Words);
        row.AddCount(block.WordsBefore);
        row.AddCount(outline.Words - block.WordsBefore - block.Words);
        row.Add(context.TitleBlock < 0 ? 0 : Math.Clamp(block.Index - context.TitleBlock, -40, 40));
        row.Add(context.TitleBlock < 0 ? 0 : Math.Sign(block.Index - context.TitleBlock));
        row.Add(block.Shape.Hash == context.TitleHash);
        row.AddCount(context.CopiesOf(block));
        row.Add(block.Home.Depth);
        var up = 0;
        var shared = block.Home;
        while (!context.CoreAncestry.Contains(shared.Index)) { shared = shared.Parent!; up++; }
        row.Add(up);
        row.Add(shared == context.Core);
        row.Add(context.Core.Depth - shared.Depth);
        row.Add(block.Words >= 5 && block.Text.Length < 400 && context.Description.Contains(block.Text, StringComparison.OrdinalIgnoreCase));
    }

    private static void AddContainers(ref FeatureRow row, PageContext context, Block block)
    {
        var outline = context.Page.Outline;
        var branch = block.Home;
        for (var level = 0; level < 5; level++)
        {
            row.Add(branch.LinkDensity);
            row.AddCount(branch.Words);
            row.AddShare(branch.Words, outline.Words);
            row.AddShare(branch.ProseWords, branch.Words);
            row.AddCount(branch.EndBlock - branch.FirstBlock);
            row.AddCount(branch.Twins);
            row.AddShare(block.Index - branch.FirstBlock, branch.EndBlock - branch.FirstBlock);
            branch = branch.Parent ?? branch;
        }
        var repeated = block.Home.Repeated;
        var group = repeated is null ? default : context.GroupOf(repeated);
        row.AddCount(repeated?.Twins ?? 0);
        row.AddShare(group.Words, repeated?.Twins ?? 0);
        row.AddShare(group.LinkWords, group.Words);
        row.AddShare(group.Prose, group.Words);
        row.AddShare(group.Words, outline.Words);
        row.Add(repeated is null ? 0 : block.Home.Depth - repeated.Depth);
        var next = repeated?.Parent?.Repeated;
        var outer = next is null ? default : context.GroupOf(next);
        row.AddCount(next?.Twins ?? 0);
        row.AddShare(outer.Words, next?.Twins ?? 0);
        row.AddShare(outer.LinkWords, outer.Words);
        row.AddShare(outer.Prose, outer.Words);
        row.AddShare(outer.Words, outline.Words);
        row.Add(BitOperations.PopCount((ulong)block.Home.AllHints));
    }

    private static void AddNeighbours(ref FeatureRow row, List<Block> blocks, int index)
    {
        foreach (var distance in (ReadOnlySpan<int>)[-3, -2, -1, 1, 2, 3])
        {
            var at = index + distance;
            var neighbour = at >= 0 && at < blocks.Count ? blocks[at] : null;
            row.AddCount(neighbour?.Words ?? 0);
            row.AddShare(neighbour?.LinkWords ?? 0, neighbour?.Words ?? 0);
            row.Add(neighbour is null ? -1 : Tags.IsHeading(neighbour.Home.Tag) ? 2 : neighbour.Shape.EndsSentence ? 1 : 0);
            row.Add(neighbour is null ? 0 : neighbour.Home.Signature == blocks[index].Home.Signature ? 2 : neighbour.Home.Parent == blocks[index].Home.Parent ? 1 : 0);
        }
    }
}
