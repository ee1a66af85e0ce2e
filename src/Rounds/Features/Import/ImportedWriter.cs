using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Capture;
using Rounds.Features.Import.Formats;
using Rounds.Features.Posts;
using Rounds.Features.Talk;
using Rounds.Features.Topics;
using Rounds.Platform.Jobs;

namespace Rounds.Features.Import;

/// <summary>Makes the rows of one post: first the post, and once it has an id what hangs on it.</summary>
internal sealed class ImportedWriter(RoundsDb db, Topic topic, ImportedPeople people, long defaultCuratorId, DateTimeOffset now)
{
    public Post Write(ImportedPost said, DateTimeOffset date, long place)
    {
        var curatorId = said.Curator is null ? defaultCuratorId : people.Named(said.Curator).Id;
        var post = Post.Write(topic.Id, said.Kind, curatorId, now);
        post.Entitle(said.Title);
        post.Quote(said.Url, said.SiteName, said.Author, said.SourceDate, said.Excerpt);
        post.SetInsight(said.Insight);
        post.SetTags(said.Tags);
        post.SetLanguage(said.Language == topic.Language ? null : said.Language);
        post.CreditSuggestion(said.SuggestedBy);
        post.RememberOrigin(said.ExternalId);
        post.PublishAsOf(date, now);
        post.PlaceAt(place);
        post.CountThanks(said.Thanks);
        post.RecordImportedViews(said.Views);
        db.Posts.Add(post);
        return post;
    }

    /// <summary>Tags, address, talk and picture of a post that was just saved.</summary>
    public void Complete(ImportedPost said, Post post)
    {
        db.PostTags.AddRange(post.Tags.Select(t => new PostTag(topic.Id, post.Id, Tag.Slug(t), t)));
        if (KnownPosts.Key(said) is { } key)
        {
            db.PostAddresses.Add(new PostAddress(topic.Id, post.Id, key));
        }

        foreach (var talk in said.Talk.DistinctBy(Identity))
        {
            db.Comments.Add(Comment(post, talk));
        }

        post.CountComments(said.Talk.DistinctBy(Identity).Count(t => !t.IsInsight));
        if (said.ImageUrl is not null)
        {
            var capture = new Capture.Capture(post.Id, said.Url ?? said.ImageUrl, post.CuratorId, now);
            capture.Succeed([new FoundImage(said.ImageUrl, null, null, null)], now);
            db.Captures.Add(capture);
            db.Jobs.Add(new Job(ImportedImageJob.Kind, post.Id.ToString(CultureInfo.InvariantCulture), now));
        }
    }

    /// <summary>A newer copy of a page may have comments that the post here has not.</summary>
    public async Task AddTalkAsync(long postId, IReadOnlyList<ImportedTalk> talk, CancellationToken cancel)
    {
        if (talk.Count == 0 || postId == 0)
        {
            return;
        }

        var known = await db.Comments.Where(c => c.PostId == postId).Select(c => c.ExternalId).ToHashSetAsync(cancel);
        var fresh = talk.DistinctBy(Identity).Where(t => !known.Contains(Identity(t))).ToList();
        if (fresh.Count > 0)
        {
            var post = await db.Posts.SingleAsync(p => p.Id == postId, cancel);
            db.Comments.AddRange(fresh.Select(t => Comment(post, t)));
            post.CountComments(post.CommentCount + fresh.Count(t => !t.IsInsight));
        }
    }

    private Comment Comment(Post post, ImportedTalk talk)
    {
        var comment = Talk.Comment.ByPerson(post, people.Named(talk.Author), Prose.Markdown(talk.Body), talk.IsInsight, talk.WrittenAt ?? now);
        comment.RememberOrigin(Identity(talk));
        return comment;
    }

    private static string Identity(ImportedTalk talk) =>
        $"talk:{Prose.Fingerprint(talk.IsInsight ? "insight" : "comment", talk.Author, talk.WrittenAt?.ToString("O", CultureInfo.InvariantCulture), talk.Body)}";
}
