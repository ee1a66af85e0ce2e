using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Platform.Web;

namespace Rounds.Features.Site;

/// <summary>What is kept about readers and what is not. Each sentence is a promise about the code: change both together.</summary>
[AllowAnonymous]
public sealed class PrivacyModel : PageModel
{
    public void OnGet() => HttpContext.ServeToGuests(SiteFeature.PageTag);
}
