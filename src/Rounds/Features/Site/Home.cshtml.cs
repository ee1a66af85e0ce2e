using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Site;

/// <summary>The first page: the public topics, or how to begin.</summary>
[AllowAnonymous]
public sealed class HomeModel(TopicQueries topics, RoundsDb db) : PageModel
{
    public IReadOnlyList<TopicCard> Topics { get; private set; } = [];
    public string Tagline { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        HttpContext.ServeToGuests(TopicPageCopies.AllTopics);
        Topics = await topics.PublicAsync(cancel);
        Tagline = await db.SiteProfiles.Where(s => s.Id == SiteProfile.OnlyId).Select(s => s.Tagline).FirstOrDefaultAsync(cancel) ?? "";
    }
}
