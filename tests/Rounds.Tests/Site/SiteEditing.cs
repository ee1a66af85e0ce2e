using Microsoft.EntityFrameworkCore;
using Rounds.Features.Posts;
using Rounds.Features.Topics;

namespace Rounds.Tests;

/// <summary>What a test changes behind the pages, so that it can look at one thing.</summary>
public static class SiteEditing
{
    public static Task<Post> FindPostAsync(this Site site, long id) => site.InDbAsync(db => db.Posts.AsNoTracking().FirstAsync(p => p.Id == id));

    public static Task<Topic> FindTopicAsync(this Site site, long id) => site.InDbAsync(db => db.Topics.AsNoTracking().FirstAsync(t => t.Id == id));

    public static Task<int> EditPostAsync(this Site site, long id, Action<Post> edit) => site.InDbAsync(async db =>
    {
        edit(await db.Posts.FirstAsync(p => p.Id == id));
        return await db.SaveChangesAsync();
    });

    public static Task<int> EditTopicAsync(this Site site, long id, Action<Topic> edit) => site.InDbAsync(async db =>
    {
        edit(await db.Topics.FirstAsync(t => t.Id == id));
        return await db.SaveChangesAsync();
    });

    /// <summary>Takes somebody into a topic as contributor and signs them in.</summary>
    public static async Task<Visitor> ContributorAsync(this Site site, Topic topic, string handle)
    {
        var user = await site.PersonAsync(handle, "reader");
        await site.InDbAsync(async db =>
        {
            db.TopicMembers.Add(new TopicMember(topic.Id, user.Id, TopicRole.Contributor, site.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        return await site.SignInAsync(handle, "reader");
    }

    /// <summary>The titles of the cards on a page, in order.</summary>
    public static IReadOnlyList<string> CardTitles(this VisitedPage page) =>
        [.. page.Html.QuerySelectorAll(".topic-body .cards .card h3").Select(h => h.TextContent.Trim())];
}
