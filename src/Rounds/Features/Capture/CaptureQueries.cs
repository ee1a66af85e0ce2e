using Microsoft.EntityFrameworkCore;
using Rounds.Data;

namespace Rounds.Features.Capture;

/// <summary>What cards and the composer read about captures.</summary>
public sealed class CaptureQueries(RoundsDb db)
{
    public Task<Capture?> OfPostAsync(long postId, CancellationToken cancel) =>
        db.Captures.AsNoTracking().FirstOrDefaultAsync(c => c.PostId == postId, cancel);
}
