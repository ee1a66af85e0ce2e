using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Posts;
using Rounds.Platform.Web;

namespace Rounds.Features.Site;

/// <summary>How people talk to one another here: the owner's rules, or those we ship.</summary>
[AllowAnonymous]
public sealed class HouseRulesModel(SiteQueries site) : PageModel
{
    public string Html { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        HttpContext.ServeToGuests(SiteFeature.PageTag);
        var own = (await site.ProfileAsync(cancel)).HouseRules;
        Html = Markdown.ToInsightHtml(own.Length > 0 ? own : ShippedHouseRules.Markdown);
    }
}
