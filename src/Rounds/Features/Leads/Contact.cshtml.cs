using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Leads;

/// <summary>Takes in the form that closes a topic's page, shows it again where something is missing, and says thank you.</summary>
[AllowAnonymous, GuestForm, IgnoreAntiforgeryToken, EnableRateLimiting(Doors.GuestFormRate)]
public sealed class ContactModel(TopicAccess access, LeadsQueries leads, LeadsDesk desk, GuestFormCheck check) : PageModel
{
    [BindProperty]
    public ContactInput Input { get; set; } = new();

    /// <summary>True on the page after sending.</summary>
    [BindProperty(SupportsGet = true, Name = "sent")]
    public bool WasSent { get; set; }

    public Topic Topic { get; private set; } = null!;
    public ContactFormView Form { get; private set; } = null!;
    public string TopicPath => $"/t/{Uri.EscapeDataString(Topic.Slug)}";

    public async Task<IActionResult> OnGetAsync([FromRoute(Name = "topic")] string slug, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, cancel))
        {
            return NotFound();
        }

        Form = Form with { Guard = check.Open() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute(Name = "topic")] string slug, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, cancel))
        {
            return NotFound();
        }

        WasSent = false;
        Form = Form with { Guard = GuestFormFields.Of(Request.Form) };
        if (!Form.Form.IsOpen)
        {
            ModelState.AddModelError("", "The form was closed in the meantime. Please copy your message if you want to keep it.");
        }
        else if (Input.Agrees && Input.Wording != Form.Form.ConsentVersion)
        {
            // What is stored as agreed to must be what was read.
            ModelState.Remove("Input.Agrees");
            ModelState.AddModelError("Input.Agrees", "The words you agree to have changed since you opened the page. Please read them and tick the line again.");
            Input.Agrees = false;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (check.Doubt(Request.Form, $"contact {Topic.Id}", Input.Name, Input.Email, Input.Message) is { } fields)
        {
            Form = Form with { Guard = fields };
            return Page();
        }

        await desk.ReceiveAsync(Form.Form, Input, cancel);
        return LocalRedirect($"{TopicPath}/contact?sent=true");
    }

    private async Task<bool> OpenAsync(string slug, CancellationToken cancel)
    {
        if (await access.ReadAsync(slug, User, cancel) is not { } door)
        {
            return false;
        }

        Topic = door.Topic;
        Form = new ContactFormView(Topic.Slug, await leads.FormAsync(Topic.Id, cancel), Input, GuestFormFields.None);
        return true;
    }
}
