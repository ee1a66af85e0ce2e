using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Capture;
using Rounds.Features.Topics;
using Rounds.Platform.Images;
using Rounds.Platform.Web;

namespace Rounds.Features.Posts;

/// <summary>The composer: a new post, or a change to one. What is quoted and what the curator says stay apart.</summary>
[Authorize]
public sealed class ComposeModel(TopicAccess access, RoundsDb db, PostDesk desk, PostQueries queries, CaptureQueries captures, ImageStore images)
    : PageModel
{
    /// <summary>Stands before the hash of a picture that was uploaded with a form that had to be shown again.</summary>
    private const string UploadedBefore = "uploaded:";

    public sealed class Form
    {
        public PostKind Kind { get; set; }

        [Required(ErrorMessage = "Give the post a title.")]
        [StringLength(500, ErrorMessage = "A title has at most 500 characters.")]
        public string? Title { get; set; }

        [StringLength(2000, ErrorMessage = "That address is too long.")]
        [WebAddress(ErrorMessage = "That is not a web address. It should begin with https:// and name a site.")]
        public string? Url { get; set; }

        [StringLength(200, ErrorMessage = "The name of the site has at most 200 characters.")]
        public string? SiteName { get; set; }

        [StringLength(300, ErrorMessage = "The author has at most 300 characters.")]
        public string? Author { get; set; }
        public DateOnly? SourceDate { get; set; }

        [RegularExpression("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", ErrorMessage = "A language is written like en, de or pt-BR.")]
        public string? Language { get; set; }

        [StringLength(20_000, ErrorMessage = "A quotation has at most 20,000 characters; a short one is fairer to its source.")]
        public string? Excerpt { get; set; }

        [StringLength(20_000, ErrorMessage = "An insight has at most 20,000 characters.")]
        public string? Insight { get; set; }
        public string? Tags { get; set; }

        /// <summary>Address of a found image, <c>uploaded:</c> with a hash, <c>keep</c>, or <c>none</c>.</summary>
        public string? Image { get; set; }

        [StringLength(500, ErrorMessage = "A description of an image has at most 500 characters.")]
        public string? ImageAlt { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public TopicDoor Door { get; private set; } = null!;
    public Post? Post { get; private set; }
    public PostCard? Twin { get; private set; }
    public StoredImage? Current { get; private set; }
    public IReadOnlyList<FoundImage> Found { get; private set; } = [];
    public IReadOnlyList<TagCount> KnownTags { get; private set; } = [];
    /// <summary>What the choice of the picture that is shown says: the post's own, or one just uploaded.</summary>
    public string CurrentChoice => Input.Image is { } image && image.StartsWith(UploadedBefore, StringComparison.Ordinal) ? image : "keep";

    public bool IsNew => Post is null;
    public bool ShowsSource => Input.Kind != PostKind.Note;

    public async Task<IActionResult> OnGetAsync(string topic, long? id, PostKind? kind, CancellationToken cancel)
    {
        if (!await FindAsync(topic, id, cancel))
        {
            return NotFound();
        }

        Input = Post is null ? new Form { Kind = kind ?? PostKind.Note } : Read(Post);
        return Page();
    }

    /// <param name="topic">Slug of the topic.</param>
    /// <param name="id">The post to change, or none for a new one.</param>
    /// <param name="then"><c>publish</c>, or anything else to keep it as it is.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(string topic, long? id, string? then, CancellationToken cancel)
    {
        if (!await FindAsync(topic, id, cancel))
        {
            return NotFound();
        }

        var imageId = await ChooseImageAsync(cancel);
        if (imageId is not null && string.IsNullOrWhiteSpace(Input.ImageAlt) && then == "publish")
        {
            ModelState.AddModelError("Input.ImageAlt", "Describe the image in a few words, for those who cannot see it.");
        }

        if (Input.Kind != PostKind.Note && string.IsNullOrWhiteSpace(Input.Url) && Upload is null && imageId is null)
        {
            ModelState.AddModelError("Input.Url", "Say where this comes from: the address of its source.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var draft = new PostDraft(
            Input.Kind, Input.Title!, ShowsSource ? Input.Url : null, Input.SiteName, Input.Author,
            Input.SourceDate is { } date ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
            Input.Language, Input.Excerpt, Input.Insight, Tag.Parse(Input.Tags), imageId, Input.ImageAlt);
        var publish = then == "publish" && Door.MayCurate;
        var saved = Post is null
            ? await desk.WriteAsync(Door.Topic, draft, publish, User.Id(), cancel)
            : await desk.EditAsync(Post, draft, publish, User.Id(), cancel);
        if (saved.TwinId is { } twin)
        {
            Twin = await queries.CardAsync(Door.Topic.Id, twin, cancel);
            return Page();
        }

        return LocalRedirect($"{Door.Topic.Path}#post-{saved.Post!.Id}");
    }

    private async Task<bool> FindAsync(string topic, long? id, CancellationToken cancel)
    {
        if (await access.ContributeAsync(topic, User, cancel) is not { } door)
        {
            return false;
        }

        Door = door;
        KnownTags = await queries.TagsAsync(door.Topic.Id, cancel);
        if (id is null)
        {
            return true;
        }

        Post = await db.Posts.FirstOrDefaultAsync(p => p.Id == id && p.TopicId == door.Topic.Id, cancel);
        if (Post is null || !PostRules.MayChange(door, Post, User.Id()) || Post.State == PostState.Loading)
        {
            return false;
        }

        Current = Post.ImageId is { } image ? await db.Images.AsNoTracking().FirstOrDefaultAsync(i => i.Id == image, cancel) : null;
        Found = (await captures.OfPostAsync(Post.Id, cancel))?.Images ?? [];
        return true;
    }

    /// <summary>An uploaded file wins over a chosen one; a chosen one of the source's is fetched into our own store.</summary>
    private async Task<long?> ChooseImageAsync(CancellationToken cancel)
    {
        if (Upload is { Length: > 0 })
        {
            if (await images.StoreAsync(Upload, cancel) is { } stored)
            {
                Keep(stored);
                return stored.Id;
            }

            ModelState.AddModelError("Upload", ImageStore.NotTaken);
            return Post?.ImageId;
        }

        if (Input.Image is { } name && name.StartsWith(UploadedBefore, StringComparison.Ordinal)
            && await images.KnownAsync(name[UploadedBefore.Length..], cancel) is { } uploaded)
        {
            Keep(uploaded);
            return uploaded.Id;
        }

        if (Input.Image == "none")
        {
            return null;
        }

        if (Found.FirstOrDefault(f => f.Url == Input.Image) is { } chosen)
        {
            if (chosen.StoredId is { } known)
            {
                return known;
            }

            if (await images.FetchAsync(chosen.Url, cancel) is { } stored)
            {
                return stored.Id;
            }

            ModelState.AddModelError("Input.Image", "That image could not be fetched from its site. Choose another, or upload one.");
        }

        return Post?.ImageId;
    }

    /// <summary>A browser does not send a file twice: should the form be shown again, the picture stays chosen in it.</summary>
    private void Keep(StoredImage uploaded)
    {
        Current = uploaded;
        Input.Image = UploadedBefore + uploaded.Hash;
        ModelState.Remove("Input.Image");
    }

    private static Form Read(Post post) => new()
    {
        Kind = post.Kind,
        Title = post.Title,
        Url = post.SourceUrl,
        SiteName = post.SiteName,
        Author = post.Author,
        SourceDate = post.SourceDate is { } date ? DateOnly.FromDateTime(date.UtcDateTime) : null,
        Language = post.Language,
        Excerpt = post.Excerpt,
        Insight = post.Insight,
        Tags = string.Join(", ", post.Tags),
        Image = "keep",
        ImageAlt = post.ImageAlt,
    };
}
