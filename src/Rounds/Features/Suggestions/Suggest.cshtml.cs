using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Suggestions;

public sealed class SuggestionForm
{
    [Required(ErrorMessage = "Paste the address of the article.")]
    [StringLength(2000, ErrorMessage = "This address is longer than any page needs. Copy it again from your browser's address bar.")]
    public string? Url { get; set; }

    [StringLength(1000, ErrorMessage = "Please say it in 1,000 characters at most.")]
    public string? Note { get; set; }

    [StringLength(80, ErrorMessage = "A name can have 80 characters at most.")]
    public string? Name { get; set; }
}

/// <summary>A reader proposes an article for a topic.</summary>
[AllowAnonymous, GuestForm, IgnoreAntiforgeryToken, EnableRateLimiting(Doors.GuestFormRate)]
public sealed class SuggestModel(TopicAccess access, SuggestionDesk desk, GuestFormCheck check) : PageModel
{
    [BindProperty]
    public SuggestionForm Input { get; set; } = new();

    /// <summary>True on the page after sending.</summary>
    [BindProperty(SupportsGet = true, Name = "sent")]
    public bool WasSent { get; set; }

    public Topic Topic { get; private set; } = null!;
    public KnownArticle? Known { get; private set; }
    public GuestFormFields Guard { get; private set; } = GuestFormFields.None;
    public string TopicPath => $"/t/{Uri.EscapeDataString(Topic.Slug)}";

    /// <param name="slug">The topic.</param>
    /// <param name="url">An address to start with, as a bookmark or another page may hand it over.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<IActionResult> OnGetAsync([FromRoute(Name = "topic")] string slug, [FromQuery] string? url, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, cancel))
        {
            return NotFound();
        }

        Input.Url = url;
        Guard = check.Open();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute(Name = "topic")] string slug, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, cancel))
        {
            return NotFound();
        }

        WasSent = false;
        Guard = GuestFormFields.Of(Request.Form);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!User.IsSignedIn() && check.Doubt(Request.Form, $"suggestion {Topic.Id} {Input.Url}", Input.Note, Input.Name) is { } fields)
        {
            Guard = fields;
            return Page();
        }

        var outcome = await desk.SendAsync(Topic, Input.Url!, Input.Note, Input.Name, cancel);
        if (outcome.WasSent)
        {
            return LocalRedirect($"{TopicPath}/suggest?sent=true");
        }

        Known = outcome.Known;
        if (outcome.Problem is { } problem)
        {
            ModelState.AddModelError("Input.Url", problem);
        }

        return Page();
    }

    private async Task<bool> OpenAsync(string slug, CancellationToken cancel)
    {
        if (await access.ReadAsync(slug, User, cancel) is not { } door)
        {
            return false;
        }

        Topic = door.Topic;
        return true;
    }
}
