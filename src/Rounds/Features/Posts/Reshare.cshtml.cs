using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Posts;

/// <summary>Taking a post into one's own topic with one's own insight.</summary>
[Authorize]
public sealed class ReshareModel(TopicAccess access, PostQueries queries, PostDesk desk) : PageModel
{
    public sealed class Form
    {
        [Required(ErrorMessage = "Choose the topic it goes to.")]
        public string? Into { get; set; }

        [StringLength(20_000, ErrorMessage = "An insight has at most 20,000 characters.")]
        public string? Insight { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();
    public TopicDoor Door { get; private set; } = null!;
    public PostCard Original { get; private set; } = null!;
    public IReadOnlyList<Topic> Topics { get; private set; } = [];
    public PostCard? Twin { get; private set; }

    public async Task<IActionResult> OnGetAsync(string topic, long id, CancellationToken cancel) =>
        await FindAsync(topic, id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string topic, long id, string? then, CancellationToken cancel)
    {
        if (!await FindAsync(topic, id, cancel))
        {
            return NotFound();
        }

        if (Topics.FirstOrDefault(t => t.Slug == Input.Into) is not { } mine || await access.ContributeAsync(mine.Slug, User, cancel) is not { } into)
        {
            ModelState.AddModelError("Input.Into", "Choose the topic it goes to.");
            return Page();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var saved = await desk.ReshareAsync(Original.Post, into.Topic, Input.Insight, then == "publish" && into.MayCurate, User.Id(), cancel);
        if (saved.TwinId is { } twin)
        {
            Twin = await queries.CardAsync(into.Topic.Id, twin, cancel);
            return Page();
        }

        return LocalRedirect($"{into.Topic.Path}#post-{saved.Post!.Id}");
    }

    /// <summary>Only what is published can be reshared; a private topic's posts stay in it.</summary>
    private async Task<bool> FindAsync(string topic, long id, CancellationToken cancel)
    {
        if (await access.ReadAsync(topic, User, cancel) is not { Topic.IsPrivate: false } door
            || await queries.CardAsync(door.Topic.Id, id, cancel) is not { Post.State: PostState.Published } card)
        {
            return false;
        }

        (Door, Original) = (door, card);
        Topics = [.. (await access.MineAsync(User, cancel)).Where(t => t.Id != door.Topic.Id)];
        return true;
    }
}
