using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Accounts;

namespace Rounds.Features.Site;

public sealed class SettingsForm
{
    [Required(ErrorMessage = "The site needs a name.")]
    [StringLength(80, ErrorMessage = "A name can have 80 characters at most.")]
    public string? Name { get; set; }

    [StringLength(200, ErrorMessage = "The line below the name can have 200 characters at most.")]
    public string? Tagline { get; set; }

    [StringLength(20000, ErrorMessage = "The house rules can have 20,000 characters at most; nobody reads more.")]
    public string? HouseRules { get; set; }
}

/// <summary>The owner's words about the whole site.</summary>
[Authorize(Roles = SiteRoles.Owner)]
public sealed class SettingsModel(SiteQueries site) : PageModel
{
    [BindProperty]
    public SettingsForm Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var profile = await site.ProfileAsync(cancel);
        Input = new SettingsForm { Name = profile.Name, Tagline = profile.Tagline, HouseRules = profile.HouseRules };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await site.DescribeAsync(Input.Name!, Input.Tagline ?? "", Input.HouseRules ?? "", cancel);
        TempData["Notice"] = "The settings are saved.";
        return LocalRedirect("/settings");
    }
}
