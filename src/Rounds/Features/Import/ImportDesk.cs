using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Accounts;
using Rounds.Features.Import.Formats;
using Rounds.Features.Posts;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Import;

/// <summary>Puts a file into the database: all of it or nothing, and the second time nothing.</summary>
public sealed class ImportDesk(RoundsDb db, DatabaseEngine engine, GuestPages pages, TimeProvider clock)
{
    private const int AtOnce = 200;
    private const int MostNotes = 200;

    /// <param name="file">Its name, for the report.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="cancel">Leaves the database as it was.</param>
    public async Task<ImportReport> TakeAsync(string file, ReadOnlyMemory<byte> bytes, ImportTarget target, CancellationToken cancel)
    {
        ImportedTopic said;
        try
        {
            said = ImportFile.Read(bytes);
        }
        catch (UnreadableFile fault)
        {
            return ImportReport.Refused(file, UnreadableFile.Format, fault.Message);
        }

        if (said.Posts.Count == 0)
        {
            said.Notes.Add("There was no post to take, so no topic was opened.");
            return Report(file, said, null, 0, 0);
        }

        try
        {
            return await WriteAsync(file, said, target, cancel);
        }
        catch (DbUpdateException fault) when (engine.IsDuplicate(fault))
        {
            return ImportReport.Refused(file, said.Format, "Somebody changed the same topic at the same moment. Nothing was imported; import the file again.");
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<ImportReport> WriteAsync(string file, ImportedTopic said, ImportTarget target, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await ImportedHome.FindOrOpenAsync(db, said, target, file, now, cancel) is not { } topic)
        {
            return ImportReport.Refused(file, said.Format, "A topic with this address exists already and is kept by others. Choose one of your topics, or give the new one another title.");
        }

        var people = new ImportedPeople(db, clock);
        await MeetAsync(people, said, topic.Id, cancel);
        var writer = new ImportedWriter(db, topic, people, await DefaultCuratorAsync(topic, target, people, cancel), now);
        db.ChangeTracker.Clear();

        var known = await KnownPosts.OfAsync(db, topic.Id, cancel);
        var order = new ImportedOrder(said, now);
        int created = 0, skipped = 0;
        foreach (var batch in said.Posts.Select((post, place) => (Post: post, Place: place)).Chunk(AtOnce))
        {
            var fresh = new List<(ImportedPost Said, Post Post)>();
            foreach (var (post, place) in batch)
            {
                if (known.Find(post) is { } id)
                {
                    skipped++;
                    await writer.AddTalkAsync(id, post.Talk, cancel);
                }
                else
                {
                    fresh.Add((post, writer.Write(post, order.Date(place), order.Place(place))));
                    known.Add(post, 0);
                }
            }

            await db.SaveChangesAsync(cancel);
            foreach (var (post, written) in fresh)
            {
                known.Add(post, written.Id);
                writer.Complete(post, written);
            }

            created += fresh.Count;
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }

        await PinAsync(topic.Id, said, known, now, cancel);
        await transaction.CommitAsync(cancel);

        // Copies made between the last save and the commit still show what was before.
        pages.Drop(TopicPageCopies.Tag(topic.Id));
        pages.Drop(TopicPageCopies.AllTopics);
        SayDates(said, created);
        return Report(file, said, topic.Slug, created, skipped);
    }

    private async Task MeetAsync(ImportedPeople people, ImportedTopic said, long topicId, CancellationToken cancel)
    {
        var posters = said.Posts.Select(p => p.Curator).OfType<string>().Distinct().ToList();
        var talkers = said.Posts.SelectMany(p => p.Talk).Select(t => t.Author);
        await people.MeetAsync([.. posters, .. talkers, .. said.Curator is null ? Array.Empty<string>() : [said.Curator]], topicId, cancel);
        await people.JoinAsync(topicId,
        [
            .. said.Curator is null ? Array.Empty<(string, TopicRole)>() : [(said.Curator, TopicRole.Curator)],
            .. posters.Select(p => (p, TopicRole.Contributor)),
        ], cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Who put a post there when the file does not say: its topic's curator, whoever imports, the topic's first curator, the owner.</summary>
    private async Task<long> DefaultCuratorAsync(Topic topic, ImportTarget target, ImportedPeople people, CancellationToken cancel)
    {
        var curator = target.ImporterId
            ?? await db.TopicMembers.Where(m => m.TopicId == topic.Id && m.Role == TopicRole.Curator).OrderBy(m => m.Since).ThenBy(m => m.UserId).Select(m => (long?)m.UserId).FirstOrDefaultAsync(cancel)
            ?? await db.UserRoles.Where(r => db.Roles.Any(role => role.Id == r.RoleId && role.Name == SiteRoles.Owner)).Select(r => (long?)r.UserId).FirstOrDefaultAsync(cancel);
        if (curator is { } id)
        {
            return id;
        }

        await people.MeetAsync(["Imported"], topic.Id, cancel);
        return people.Named("Imported").Id;
    }

    private async Task PinAsync(long topicId, ImportedTopic said, KnownPosts known, DateTimeOffset now, CancellationToken cancel)
    {
        var topic = await db.Topics.SingleAsync(t => t.Id == topicId, cancel);
        if (topic.PinnedPostId is null && said.Posts.Find(p => p.IsPinned) is { } pinned && known.Find(pinned) is { } id)
        {
            topic.Pin(id, now);
            await db.SaveChangesAsync(cancel);
        }
    }

    private static void SayDates(ImportedTopic said, int created)
    {
        var undated = said.Posts.Count(p => p.PublishedAt is null);
        if (created > 0 && undated == said.Posts.Count)
        {
            said.Notes.Add("The file has no dates of posts: they are dated from the moment of import, one second apart, so that their order is the file's.");
        }
        else if (created > 0 && undated > 0)
        {
            said.Notes.Add($"Posts without a date of their own: {undated.ToString(CultureInfo.InvariantCulture)}. They are dated by their place in the file.");
        }

        var (insights, comments) = (said.Posts.Sum(p => p.Talk.Count(t => t.IsInsight)), said.Posts.Sum(p => p.Talk.Count(t => !t.IsInsight)));
        if (insights + comments > 0)
        {
            said.Notes.Add($"With the posts came insights by others: {insights}, and comments: {comments}.");
        }
    }

    private static ImportReport Report(string file, ImportedTopic said, string? topic, int created, int skipped)
    {
        var notes = said.Notes.Take(MostNotes).ToList();
        if (said.Notes.Count > MostNotes)
        {
            notes.Add($"… and {said.Notes.Count - MostNotes} more notes of these kinds.");
        }

        return new ImportReport(file, said.Format, topic, said.Read, created, skipped, said.Rejected, notes);
    }
}
