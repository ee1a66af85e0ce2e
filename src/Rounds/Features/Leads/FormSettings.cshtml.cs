using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Topics;

namespace Rounds.Features.Leads;

/// <summary>The curators word the form that closes their topic's page, open it or close it.</summary>
[Authorize]
public sealed class FormSettingsModel(TopicAccess access, LeadsQueries queries, LeadsDesk desk) : PageModel
{
    [BindProperty]
    public ContactFormInput Input { get; set; } = new();

    public Topic Topic { get; private set; } = null!;
    public ContactForm Form { get; private set; } = null!;
    public string TopicPath => $"/t/{Uri.EscapeDataString(Topic.Slug)}";

    public async Task<IActionResult> OnGetAsync([FromRoute(Name = "topic")] string slug, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, cancel))
        {
            return NotFound();
        }

        Input = new ContactFormInput { IsOpen = Form.IsOpen, Heading = Form.Heading, Intro = Form.Intro, Consent = Form.Consent };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute(Name = "topic")] string slug, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await desk.WordAsync(Form, Input, cancel);
        TempData["Notice"] = Input.IsOpen ? "The form stands on your page with these words." : "The form is closed; readers do not see it.";
        return LocalRedirect($"{TopicPath}/form");
    }

    private async Task<bool> OpenAsync(string slug, CancellationToken cancel)
    {
        if (await access.CurateAsync(slug, User, cancel) is not { } door)
        {
            return false;
        }

        Topic = door.Topic;
        Form = await queries.FormAsync(Topic.Id, cancel);
        return true;
    }
}
