using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Platform.Images;
using Rounds.Platform.Jobs;

namespace Rounds.Features.Import;

/// <summary>Fetches the lead image that an imported post names, once the import itself is done.</summary>
public sealed class ImportedImageJob(RoundsDb db, ImageStore images, TimeProvider clock) : IJobHandler
{
    public static string Kind => "import-image";

    public async Task RunAsync(string subject, CancellationToken cancel)
    {
        var id = long.Parse(subject, CultureInfo.InvariantCulture);
        var url = (await db.Captures.AsNoTracking().FirstOrDefaultAsync(c => c.PostId == id, cancel))?.Images.FirstOrDefault()?.Url;
        if (url is null)
        {
            return;
        }

        // An image that is gone for good leaves the post without one, which is no fault.
        if (await images.FetchAsync(url, cancel) is not { } stored)
        {
            return;
        }

        var post = await db.Posts.FirstOrDefaultAsync(p => p.Id == id, cancel);
        if (post is { ImageId: null })
        {
            post.Illustrate(stored.Id, null);
            post.Edited(clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
        }
    }

    public Task GiveUpAsync(string subject, CancellationToken cancel) => Task.CompletedTask;
}
