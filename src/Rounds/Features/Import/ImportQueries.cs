using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Accounts;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Import;

/// <summary>A topic that one may import into.</summary>
public sealed record ImportChoice(string Slug, string Title);

public sealed class ImportQueries(RoundsDb db)
{
    /// <summary>The topics a person curates; all of them for the owner.</summary>
    public Task<List<ImportChoice>> ChoicesAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        var (id, all) = (user.Id(), user.IsInRole(SiteRoles.Owner));
        return db.Topics
            .Where(t => all || db.TopicMembers.Any(m => m.TopicId == t.Id && m.UserId == id && m.Role == TopicRole.Curator))
            .OrderBy(t => t.Title)
            .Select(t => new ImportChoice(t.Slug, t.Title))
            .ToListAsync(cancel);
    }
}
