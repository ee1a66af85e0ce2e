using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Platform.Web;

namespace Rounds.Features.Site;

/// <summary>What this site is, and the program behind it.</summary>
[AllowAnonymous]
public sealed class AboutModel(SiteQueries site) : PageModel
{
    public SiteProfile Profile { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        HttpContext.ServeToGuests(SiteFeature.PageTag);
        Profile = await site.ProfileAsync(cancel);
    }
}
