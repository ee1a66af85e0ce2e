using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Platform.Images;
using Rounds.Platform.Web;

namespace Rounds.Features.Topics;

/// <summary>What a topic's page says of itself.</summary>
[Authorize]
public sealed class SettingsModel(TopicAccess access, TopicDesk desk, TopicQueries topics, ImageStore images, SiteAddress address) : PageModel
{
    [BindProperty]
    public TopicForm Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public bool DropCover { get; set; }

    public TopicDoor Door { get; private set; } = null!;
    public StoredImage? Cover { get; private set; }
    public string EmbedUrl => address.Absolute(Request, $"/t/{Uri.EscapeDataString(Door.Topic.Slug)}/embed");

    public async Task<IActionResult> OnGetAsync(string topic, CancellationToken cancel)
    {
        if (!await FindAsync(topic, cancel))
        {
            return NotFound();
        }

        Input = TopicForm.Of(Door.Topic);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string topic, CancellationToken cancel)
    {
        if (!await FindAsync(topic, cancel))
        {
            return NotFound();
        }

        var cover = DropCover ? null : Door.Topic.CoverImageId;
        if (Upload is { Length: > 0 })
        {
            cover = (await images.StoreAsync(Upload, cancel))?.Id;
            if (cover is null)
            {
                ModelState.AddModelError("Upload", ImageStore.NotTaken);
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!await desk.SettleAsync(Door.Topic, Input.ToDraft(), cover, cancel))
        {
            ModelState.AddModelError("Input.Slug", "Another topic has this address. Choose a different one.");
            return Page();
        }

        TempData["Notice"] = "Saved.";
        return LocalRedirect($"{Door.Topic.Path}/settings");
    }

    private async Task<bool> FindAsync(string topic, CancellationToken cancel)
    {
        if (await access.CurateAsync(topic, User, cancel) is not { } door)
        {
            return false;
        }

        Door = door;
        Cover = await topics.CoverAsync(door.Topic, cancel);
        return true;
    }
}
