using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Accounts;
using Rounds.Platform.Web;

namespace Rounds.Features.Topics;

/// <summary>Opens a topic; whoever opens it is its curator.</summary>
[Authorize(Roles = $"{SiteRoles.Owner},{SiteRoles.Curator}")]
public sealed class NewModel(TopicDesk desk) : PageModel
{
    [BindProperty]
    public TopicForm Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await desk.OpenAsync(Input.ToDraft(), User.Id(), cancel) is not { } topic)
        {
            ModelState.AddModelError("Input.Slug", "Another topic has this address. Choose a different one, or leave it empty.");
            return Page();
        }

        return LocalRedirect(topic.Path);
    }
}
