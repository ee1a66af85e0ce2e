using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Leads;

/// <summary>The contact form as a page shows it, empty or with what was typed.</summary>
public sealed record ContactFormView(string TopicSlug, ContactForm Form, ContactInput Input, GuestFormFields Guard)
{
    public ContactFormView(Topic topic, ContactForm form) : this(topic.Slug, form, new ContactInput { Wording = form.ConsentVersion }, GuestFormFields.None)
    {
    }
}

/// <summary>Reads contact forms and what came in by them.</summary>
public sealed class LeadsQueries(RoundsDb db)
{
    public const int MostShown = 200;

    /// <summary>The topic's form; one with our own wording, open, where the curators have not touched it.</summary>
    public async Task<ContactForm> FormAsync(long topicId, CancellationToken cancel)
    {
        var found = await (from t in db.Topics.AsNoTracking()
                           where t.Id == topicId
                           from f in db.ContactForms.Where(f => f.TopicId == t.Id).DefaultIfEmpty()
                           select new { t.Title, Form = f }).SingleAsync(cancel);
        return found.Form ?? ContactForm.AsShipped(topicId, found.Title);
    }

    public async Task<IReadOnlyDictionary<LeadState, int>> CountsAsync(long topicId, CancellationToken cancel) =>
        await db.Leads.Where(l => l.TopicId == topicId).GroupBy(l => l.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    /// <summary>The newest leads in one state, at most <see cref="MostShown"/>.</summary>
    public async Task<IReadOnlyList<Lead>> InboxAsync(long topicId, LeadState state, CancellationToken cancel) =>
        await db.Leads.AsNoTracking().Where(l => l.TopicId == topicId && l.State == state)
            .OrderByDescending(l => l.ReceivedAt).ThenByDescending(l => l.Id)
            .Take(MostShown)
            .ToListAsync(cancel);

    /// <summary>All of a topic's leads, oldest first, one at a time.</summary>
    public IAsyncEnumerable<Lead> All(long topicId, LeadState? state) => db.Leads.AsNoTracking()
        .Where(l => l.TopicId == topicId && (state == null || l.State == state))
        .OrderBy(l => l.ReceivedAt).ThenBy(l => l.Id)
        .AsAsyncEnumerable();

    public Task<Lead?> FindAsync(long topicId, long id, CancellationToken cancel) =>
        db.Leads.FirstOrDefaultAsync(l => l.Id == id && l.TopicId == topicId, cancel);
}
