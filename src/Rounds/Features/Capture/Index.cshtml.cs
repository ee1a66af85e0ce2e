using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Posts;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Capture;

/// <summary>
/// The page behind the bookmarklet and the phone's share menu: <c>/capture?url=…&amp;title=…&amp;text=…</c>. A GET only fills
/// in the form; making the card takes a POST.
/// </summary>
[Authorize]
public sealed class IndexModel(TopicAccess access, CaptureDesk desk, PostQueries posts, SiteAddress address) : PageModel
{
    public sealed class Form
    {
        [Required(ErrorMessage = "Paste the address of the page.")]
        [StringLength(4000, ErrorMessage = "That address is too long.")]
        public string? Url { get; set; }
        public string? Topic { get; set; }

        [StringLength(500, ErrorMessage = "A title has at most 500 characters.")]
        public string? Title { get; set; }

        [StringLength(20_000, ErrorMessage = "An insight has at most 20,000 characters.")]
        public string? Insight { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();
    public IReadOnlyList<Topic> Topics { get; private set; } = [];
    public PostCard? Twin { get; private set; }

    public string Bookmarklet =>
        $"javascript:void(location.href='{address.Of(Request)}/capture?url='+encodeURIComponent(location.href)+'&title='+encodeURIComponent(document.title)+'&text='+encodeURIComponent(String(getSelection())))";

    public async Task OnGetAsync(string? url, string? title, string? text, string? topic, long? twin, bool refused, CancellationToken cancel)
    {
        Topics = await access.MineAsync(User, cancel);

        // Phones share the address in "text" when they have no better place for it.
        Input = new Form { Url = url ?? text, Topic = topic, Insight = url is null ? null : Quoted(text) };
        if (refused)
        {
            ModelState.AddModelError("Input.Url", "That is not a web address. It should begin with https:// and name a site.");
        }

        if (twin is { } id && Topics.FirstOrDefault(t => t.Slug == topic) is { } here)
        {
            Twin = await posts.CardAsync(here.Id, id, cancel);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Topics = await access.MineAsync(User, cancel);
        var topic = Topics.FirstOrDefault(t => t.Slug == Input.Topic);
        if (topic is null)
        {
            ModelState.AddModelError("Input.Topic", "Choose the topic it goes to.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await desk.CaptureAsync(topic!, Input.Url!, Input.Title, Input.Insight, null, User.Id(), cancel);
        if (result.Refusal is { } refusal)
        {
            ModelState.AddModelError("Input.Url", refusal);
            return Page();
        }

        if (result.Twin is { } twin)
        {
            Twin = await posts.CardAsync(topic!.Id, twin.Id, cancel);
            return Page();
        }

        return LocalRedirect($"{topic!.Path}#post-{result.Post!.Id}");
    }

    private static string? Quoted(string? selected) =>
        string.IsNullOrWhiteSpace(selected) ? null : string.Join('\n', selected.Trim().Split('\n').Select(line => "> " + line.Trim())) + "\n\n";
}
