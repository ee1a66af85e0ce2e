using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Topics;

namespace Rounds.Features.Import;

/// <summary>The topic that a file goes to.</summary>
internal static class ImportedHome
{
    /// <summary>Finds or opens it; null when there is one by that address that the importer does not curate.</summary>
    public static async Task<Topic?> FindOrOpenAsync(
        RoundsDb db, ImportedTopic said, ImportTarget target, string file, DateTimeOffset now, CancellationToken cancel)
    {
        var title = Filled(target.NewTitle) ?? Filled(said.Title) ?? Filled(target.Slug) ?? Path.GetFileNameWithoutExtension(file);
        var slug = ((string?[])[target.Slug, target.NewTitle, said.Slug, said.Title, title]).Select(s => Slugs.From(s ?? "")).FirstOrDefault(s => s.Length > 0) ?? "imported";
        var topic = await db.Topics.FirstOrDefaultAsync(t => t.Slug == slug, cancel);
        if (topic is not null && !await MayUseAsync(db, topic.Id, target, cancel))
        {
            return null;
        }

        if (topic is null)
        {
            topic = Topic.Open(title, slug, now);
            topic.Describe(title, said.Description, said.Audiences, said.Language ?? "en", said.IsPrivate, now);
            db.Topics.Add(topic);
            await db.SaveChangesAsync(cancel);
            if (target.ImporterId is { } importer)
            {
                db.TopicMembers.Add(new TopicMember(topic.Id, importer, TopicRole.Curator, now));
            }
        }
        else if (topic.Description.Length == 0 && topic.Audiences.Count == 0 && (said.Description.Length > 0 || said.Audiences.Count > 0))
        {
            // Only what is still blank is filled in: what a curator wrote stays.
            topic.Describe(topic.Title, said.Description, said.Audiences, topic.Language, topic.IsPrivate, now);
        }

        if (said.Views > topic.ImportedViews)
        {
            topic.RecordImportedViews(said.Views.Value);
        }

        await db.SaveChangesAsync(cancel);
        return topic;
    }

    private static async Task<bool> MayUseAsync(RoundsDb db, long topicId, ImportTarget target, CancellationToken cancel) =>
        target.MayUseAll || await db.TopicMembers.AnyAsync(m => m.TopicId == topicId && m.UserId == target.ImporterId && m.Role == TopicRole.Curator, cancel);

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
