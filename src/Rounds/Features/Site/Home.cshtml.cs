using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Rounds.Features.Site;

[AllowAnonymous]
public sealed class HomeModel : PageModel
{
}
