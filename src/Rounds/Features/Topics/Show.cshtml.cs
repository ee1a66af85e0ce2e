using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Leads;
using Rounds.Features.Posts;
using Rounds.Platform.Web;

namespace Rounds.Features.Topics;

/// <summary>A topic's public page: all its posts, or those of a tag, a month or a search.</summary>
[AllowAnonymous]
public sealed class ShowModel(TopicAccess access, Masthead masthead, PostQueries posts, LeadsQueries leads, TopicMemory memory) : PageModel
{
    public MastheadView Head { get; private set; } = null!;
    public TopicDoor Door { get; private set; } = null!;
    public Shelf Shelf { get; private set; } = new();
    public IReadOnlyList<PostCard> Unpublished { get; private set; } = [];
    public IReadOnlyList<PostCard> Cards { get; private set; } = [];
    public ContactFormView? Contact { get; private set; }
    public int Total { get; private set; }
    public int PageNumber { get; private set; } = 1;
    public int LastPage => Math.Max(1, (Total + PostQueries.PageSize - 1) / PostQueries.PageSize);
    public bool IsFront => Shelf == new Shelf() && PageNumber == 1;
    public string? TagLabel => Shelf.Tag is { } tag ? Head.Tags.FirstOrDefault(t => t.Slug == tag)?.Label ?? tag : null;

    /// <summary>Path of this shelf's first page.</summary>
    public string ShelfUrl => Shelf switch
    {
        { Tag: { } tag } => $"{Head.Url}/tag/{Uri.EscapeDataString(tag)}",
        { Month: { } month } => $"{Head.Url}/archive/{month / 100}/{month % 100}",
        { Words: { } words } => $"{Head.Url}/search?q={Uri.EscapeDataString(words)}",
        _ => Head.Url,
    };

    public async Task<IActionResult> OnGetAsync(
        string topic, [FromRoute] string? tag, [FromRoute] int? year, [FromRoute] int? month, string? q, [FromQuery(Name = "page")] int? number, CancellationToken cancel)
    {
        if (await access.ReadAsync(topic, User, cancel) is not { } door || number is < 1 or > 100_000 || month is < 1 or > 12)
        {
            return NotFound();
        }

        Door = door;
        if (!door.Topic.IsPrivate)
        {
            HttpContext.ServeToGuests(TopicPageCopies.Tag(door.Topic.Id), door.MayContribute ? null : new ViewedPage(door.Topic.Id, 0));
        }

        var isSearch = Request.Path.Value!.EndsWith("/search", StringComparison.Ordinal);
        Shelf = new Shelf(tag, year is null ? null : year * 100 + month, isSearch ? q?.Trim() ?? "" : null);
        PageNumber = number ?? 1;
        Head = await masthead.OfAsync(door.Topic, cancel);
        (Total, Cards) = await ReadShelfAsync(cancel);
        if ((Cards.Count == 0 && PageNumber > 1) || (Total == 0 && (Shelf.Tag is not null || Shelf.Month is not null)))
        {
            return NotFound();
        }

        if (IsFront)
        {
            Contact = new ContactFormView(door.Topic, await memory.RecallAsync(door.Topic.Id, nameof(ContactForm), () => leads.FormAsync(door.Topic.Id, cancel)));
            Unpublished = door.MayContribute ? await posts.UnpublishedAsync(door.Topic.Id, cancel) : [];
        }

        return Page();
    }

    public string PageUrl(int number) => number == 1 ? ShelfUrl : $"{ShelfUrl}{(ShelfUrl.Contains('?') ? '&' : '?')}page={number}";

    /// <summary>Searches are as many as there are words and are read each time; the other shelves are remembered.</summary>
    private async Task<ShownShelf> ReadShelfAsync(CancellationToken cancel)
    {
        async Task<ShownShelf> Read() => new(
            await posts.CountAsync(Door.Topic.Id, Shelf, cancel), await posts.CardsAsync(Door.Topic, Shelf, PageNumber, cancel));
        return Shelf.Words is null ? await memory.RecallAsync(Door.Topic.Id, (Shelf, PageNumber), Read) : await Read();
    }

    private sealed record ShownShelf(int Total, IReadOnlyList<PostCard> Cards);
}
