using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rounds.Features.Shared;

/// <summary><c>&lt;when at="…"/&gt;</c>: an instant as people write it, with the exact one for machines.</summary>
[HtmlTargetElement("when", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhenTagHelper : TagHelper
{
    public DateTimeOffset? At { get; set; }

    /// <summary>True adds the time of day, in UTC.</summary>
    public bool Exact { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (At is not { } at)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        output.Content.SetContent(at.ToUniversalTime().ToString(Exact ? "MMMM d, yyyy 'at' HH:mm 'UTC'" : "MMMM d, yyyy", CultureInfo.InvariantCulture));
    }
}
