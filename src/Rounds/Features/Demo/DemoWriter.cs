using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Extraction.Gates;
using Rounds.Features.Accounts;
using Rounds.Features.Leads;
using Rounds.Features.Measure;
using Rounds.Features.Posts;
using Rounds.Features.Talk;
using Rounds.Features.Topics;
using Rounds.Platform.Images;

namespace Rounds.Features.Demo;

/// <summary>Writes one demo topic with all that belongs to it.</summary>
internal sealed class DemoWriter(
    RoundsDb db, IReadOnlyDictionary<string, User> people, IReadOnlyDictionary<string, StoredImage> images, DateTimeOffset now)
{
    private readonly DemoViews _views = new(now);

    public async Task<Topic> WriteAsync(DemoFile file, CancellationToken cancel)
    {
        var said = file.Topic;
        var opened = now.AddHours(-file.Posts.Max(p => p.HoursAgo)).AddDays(-7);
        var topic = Topic.Open(said.Title, said.Slug, opened);
        topic.Describe(said.Title, said.Description, said.Audiences, said.Language, false, opened);
        topic.RecordImportedViews(said.ImportedViews);
        topic.Cover(images[said.Cover].Id, opened);
        db.Topics.Add(topic);
        await db.SaveChangesAsync(cancel);

        db.TopicMembers.AddRange(said.Curators.Select(h => new TopicMember(topic.Id, people[h].Id, TopicRole.Curator, opened)));
        db.TopicMembers.AddRange(said.Contributors.Select(h => new TopicMember(topic.Id, people[h].Id, TopicRole.Contributor, opened)));
        var form = new ContactForm(topic.Id);
        form.Word(true, said.Form.Heading, said.Form.Intro, said.Form.Consent);
        db.ContactForms.Add(form);

        var posts = new List<(DemoPost Said, Post Post)>();
        foreach (var post in file.Posts)
        {
            posts.Add((post, await WriteAsync(post, topic, cancel)));
        }

        await db.SaveChangesAsync(cancel);
        foreach (var (post, written) in posts)
        {
            db.PostTags.AddRange(written.Tags.Select(t => new PostTag(topic.Id, written.Id, Tag.Slug(t), t)));
            if (written.SourceUrl is { } url)
            {
                db.PostAddresses.Add(new PostAddress(topic.Id, written.Id, CanonicalUrl.Key(new Uri(url))));
            }

            await TalkAsync(post, written, cancel);
        }

        topic.Pin(posts.Single(p => p.Said.Key == said.Pinned).Post.Id, now);
        CountViews(topic, said, posts);
        await db.SaveChangesAsync(cancel);
        return topic;
    }

    private async Task<Post> WriteAsync(DemoPost said, Topic topic, CancellationToken cancel)
    {
        var date = now.AddHours(-said.HoursAgo);
        var post = Post.Write(topic.Id, said.Kind, people[said.By].Id, date);
        post.Entitle(said.Title);
        post.Quote(said.Url, said.Site, said.Author, said.SourceDaysAgo is { } days ? now.AddDays(-days) : null, said.Excerpt);
        post.SetInsight(said.Insight);
        post.SetTags(said.Tags);
        post.SetLanguage(said.Lang);
        post.Illustrate(said.Image is null ? null : images[said.Image].Id, said.ImageAlt);
        post.Embed(said.Embeds.Select(e => new PostEmbed(e.Kind, e.Url, e.Title)));
        post.RememberOrigin(Origin(said.Key));
        post.PublishAsOf(date, date);
        post.CountThanks(said.Thanks);
        post.RecordImportedViews(said.Views);
        if (said.ReshareOf is { } original)
        {
            var origin = Origin(original);
            if (await db.Posts.Where(p => p.ExternalId == origin).Select(p => (long?)p.Id).FirstOrDefaultAsync(cancel) is { } from)
            {
                post.CreditReshare(from);
            }
        }

        db.Posts.Add(post);
        return post;
    }

    private async Task TalkAsync(DemoPost said, Post post, CancellationToken cancel)
    {
        db.Comments.AddRange(said.Insights.Select(i => Say(i, post, isInsight: true)));
        var threads = said.Comments.Select(c => (Said: c, Comment: Say(c, post, isInsight: false))).ToList();
        db.Comments.AddRange(threads.Select(t => t.Comment));
        await db.SaveChangesAsync(cancel);
        foreach (var (parent, comment) in threads)
        {
            foreach (var reply in parent.Replies)
            {
                var answer = Say(reply, post, isInsight: false);
                answer.Answer(comment);
                db.Comments.Add(answer);
            }
        }

        post.CountComments(said.Comments.Sum(c => 1 + c.Replies.Count));
    }

    private Comment Say(DemoTalk said, Post post, bool isInsight)
    {
        var date = post.PublishedAt!.Value.AddHours(said.HoursAfter);
        date = date < now ? date : now;
        if (said.By is not null)
        {
            return Comment.ByPerson(post, people[said.By], said.Text, isInsight, date);
        }

        var comment = Comment.ByGuest(post, said.Name!, said.Text, date);
        comment.Show();
        return comment;
    }

    /// <summary>The totals are the sums of the days, as if all had been counted here.</summary>
    private void CountViews(Topic topic, DemoTopic said, IEnumerable<(DemoPost Said, Post Post)> posts)
    {
        var days = _views.OfTopic(said.Slug, said.ViewsPerDay).Select(d => new DayViews(topic.Id, 0, d.Day, d.Views))
            .Concat(posts.SelectMany(p => _views.OfPost(p.Said.Key, p.Post.PublishedAt!.Value, p.Said.Views)
                .Select(d => new DayViews(topic.Id, p.Post.Id, d.Day, d.Views))))
            .ToList();
        db.DayViews.AddRange(days);
        foreach (var day in days.GroupBy(d => d.Day).OrderBy(g => g.Key))
        {
            topic.CountViews(day.Sum(d => d.Views), day.Key);
        }
    }

    private static string Origin(string key) => $"demo:{key}";
}
