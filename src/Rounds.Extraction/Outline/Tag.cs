using System.Collections.Frozen;

namespace Rounds.Extraction.Outline;

/// <summary>The elements extraction tells apart; all others are <see cref="Other"/>.</summary>
internal enum Tag : byte
{
    Other, Html, Head, Body, Main, Article, Section, Div, P, H1, H2, H3, H4, H5, H6, Ul, Ol, Li, Dl, Dt, Dd, Table, Thead, Tbody, Tr, Td, Th,
    Blockquote, Pre, Figure, Figcaption, Nav, Header, Footer, Aside, Form, Fieldset, Details, Summary, Dialog, Button, Label, Address, Hr, Caption,
    A, Em, Strong, Code, Sub, Sup, Q, Cite, Mark, Del, Ins, Time, Span, Br, Img, Picture, Video, Audio, Iframe, Svg, Script, Style, Template, Noscript,
    Select, Input, Title, Meta, Link, Object, Custom,
}

internal static class Tags
{
    private static readonly FrozenDictionary<string, Tag> Known = Build();

    public static Tag Of(string localName) =>
        Known.TryGetValue(localName, out var tag) ? tag : localName.Contains('-') ? Tag.Custom : Tag.Other;

    /// <summary>Whether text on the two sides of its edge belongs to different lines.</summary>
    public static bool BreaksLine(Tag tag) => tag is not (Tag.Other or (>= Tag.A and <= Tag.Span) or Tag.Button or Tag.Label or Tag.Picture or Tag.Svg);

    public static bool IsHeading(Tag tag) => tag is >= Tag.H1 and <= Tag.H6;

    /// <summary>Its text is never read as part of the page.</summary>
    public static bool IsSkipped(Tag tag) => tag is Tag.Svg or Tag.Script or Tag.Style or Tag.Template or Tag.Noscript or Tag.Select or Tag.Input
        or Tag.Iframe or Tag.Object or Tag.Video or Tag.Audio or Tag.Title or Tag.Meta or Tag.Link;

    private static FrozenDictionary<string, Tag> Build()
    {
        var known = new Dictionary<string, Tag>();
        foreach (var tag in Enum.GetValues<Tag>())
        {
            if (tag is not (Tag.Other or Tag.Custom)) known[tag.ToString().ToLowerInvariant()] = tag;
        }
        foreach (var (name, tag) in new[]
        {
            ("i", Tag.Em), ("dfn", Tag.Em), ("var", Tag.Em), ("b", Tag.Strong), ("kbd", Tag.Code), ("samp", Tag.Code), ("tt", Tag.Code), ("s", Tag.Del), ("strike", Tag.Del),
            ("abbr", Tag.Span), ("font", Tag.Span), ("u", Tag.Span), ("small", Tag.Span), ("big", Tag.Span), ("bdi", Tag.Span), ("bdo", Tag.Span),
            ("textarea", Tag.Input), ("option", Tag.Select), ("optgroup", Tag.Select), ("datalist", Tag.Select), ("canvas", Tag.Svg), ("embed", Tag.Object), ("frame", Tag.Iframe),
            ("tfoot", Tag.Tbody), ("menu", Tag.Ul), ("dir", Tag.Ul), ("center", Tag.Div), ("hgroup", Tag.Div), ("search", Tag.Form), ("frameset", Tag.Body),
            ("listing", Tag.Pre), ("plaintext", Tag.Pre), ("xmp", Tag.Pre), ("noframes", Tag.Div), ("legend", Tag.Label), ("amp-img", Tag.Img), ("head", Tag.Head),
        })
        {
            known[name] = tag;
        }
        return known.ToFrozenDictionary();
    }
}
