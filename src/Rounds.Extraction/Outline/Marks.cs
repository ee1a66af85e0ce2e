using AngleSharp.Dom;

namespace Rounds.Extraction.Outline;

/// <summary>The attributes that every element is asked for, found in one walk over its own.</summary>
internal readonly record struct Marks(string? Class, string? Id, string? Property, bool IsHidden)
{
    public static Marks Of(IElement element)
    {
        string? names = null, id = null, property = null;
        var hidden = false;
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            var attribute = attributes[i]!;
            switch (attribute.LocalName)
            {
                case "class": names = attribute.Value; break;
                case "id": id = attribute.Value; break;
                case "itemprop": property = attribute.Value; break;
                case "hidden": hidden = true; break;
                case "aria-hidden": hidden |= attribute.Value == "true"; break;
                case "style": hidden |= attribute.Value.Contains("none", StringComparison.OrdinalIgnoreCase) && Whitespace.ContainsIgnoringSpace(attribute.Value, "display:none"); break;
            }
        }
        return new(names, id, property, hidden);
    }
}
