using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Accounts;
using Rounds.Features.Import;
using Rounds.Features.Topics;
using Rounds.Platform.Images;
using Rounds.Platform.Web;

namespace Rounds.Features.Demo;

/// <summary>
/// Fills a site with three invented topics, their people, talk and some weeks of views. A topic whose address is taken,
/// by the demo or by anybody, is left alone, so that doing it again changes nothing.
/// </summary>
public sealed class DemoContent(RoundsDb db, ImageStore images, GuestPages pages, TimeProvider clock)
{
    private readonly Dictionary<string, User> _people = [];
    private readonly Dictionary<string, StoredImage> _images = [];

    public static async Task FillAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoContent>().FillMissingAsync(cancel);
    }

    public async Task FillMissingAsync(CancellationToken cancel)
    {
        var there = await db.Topics.Select(t => t.Slug).ToListAsync(cancel);
        var missing = DemoFile.All().Where(f => !there.Contains(f.Topic.Slug)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        // Files are written before the transaction begins: a slow disk must not hold the database.
        await StoreImagesAsync(missing, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await MeetPeopleAsync(cancel);
        var writer = new DemoWriter(db, _people, _images, clock.GetUtcNow());
        foreach (var file in missing)
        {
            var topic = await writer.WriteAsync(file, cancel);
            pages.Drop(TopicPageCopies.Tag(topic.Id));
        }

        await transaction.CommitAsync(cancel);
        pages.Drop(TopicPageCopies.AllTopics);
    }

    private async Task StoreImagesAsync(IEnumerable<DemoFile> files, CancellationToken cancel)
    {
        foreach (var name in files.SelectMany(f => f.Posts.Select(p => p.Image).OfType<string>().Append(f.Topic.Cover)).Distinct())
        {
            var drawing = DemoFile.Image(name);
            var (width, height) = DrawingSize.Of(drawing);
            _images[name] = await images.StoreOwnDrawingAsync(drawing, width, height, cancel);
        }
    }

    private async Task MeetPeopleAsync(CancellationToken cancel)
    {
        foreach (var person in DemoFile.People())
        {
            var known = await db.Users.FirstOrDefaultAsync(u => u.IsPlaceholder && u.DisplayName == person.Name, cancel);
            if (known is null)
            {
                // Somebody real may have the handle already; the invented person then takes another.
                known = Placeholder.Make(person.Name, await Placeholder.FreeHandleAsync(db, person.Handle, cancel), clock.GetUtcNow());
                known.Bio = person.Bio;
                db.Users.Add(known);
                await db.SaveChangesAsync(cancel);
            }

            _people[person.Handle] = known;
        }
    }
}
