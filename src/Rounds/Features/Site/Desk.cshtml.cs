using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Leads;
using Rounds.Features.Posts;
using Rounds.Features.Suggestions;
using Rounds.Features.Talk;
using Rounds.Features.Topics;

namespace Rounds.Features.Site;

/// <summary>A topic on its curator's desk, with what waits there.</summary>
public sealed record DeskRow(Topic Topic, int Published, int Drafts, int HeldComments, int Suggestions, int Leads, long ViewsToday);

/// <summary>Where a curator's day begins: every topic of theirs, and what waits in it.</summary>
[Authorize]
public sealed class DeskModel(TopicAccess access, RoundsDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<DeskRow> Topics { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var ids = (await access.MineAsync(User, cancel)).Select(t => t.Id).ToList();
        var rows = await (
            from t in db.Topics.AsNoTracking()
            where ids.Contains(t.Id)
            orderby t.Title
            select new
            {
                Topic = t,
                Published = db.Posts.Count(p => p.TopicId == t.Id && p.State == PostState.Published),
                Drafts = db.Posts.Count(p => p.TopicId == t.Id && p.State != PostState.Published),
                Held = db.Comments.Count(c => c.TopicId == t.Id && c.State == CommentState.Held),
                Suggestions = db.Suggestions.Count(s => s.TopicId == t.Id && s.State == SuggestionState.Waiting),
                Leads = db.Leads.Count(l => l.TopicId == t.Id && l.State == LeadState.New),
            }).ToListAsync(cancel);
        Topics = [.. rows.Select(r => new DeskRow(r.Topic, r.Published, r.Drafts, r.Held, r.Suggestions, r.Leads, r.Topic.ViewsOn(today)))];
    }
}
