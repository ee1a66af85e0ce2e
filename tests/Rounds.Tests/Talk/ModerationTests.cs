using System.Net;
using Microsoft.EntityFrameworkCore;
using Rounds.Features.Accounts;
using Rounds.Features.Posts;
using Rounds.Features.Talk;
using Rounds.Features.Topics;

namespace Rounds.Tests.Talk;

/// <summary>Reports and the moderators' queue: who sees what, what each decision does, and the log it leaves.</summary>
public abstract class ModerationTests(Site site)
{
    [Fact]
    public async Task A_held_comment_is_approved_from_the_queue()
    {
        var (topic, post, path) = await PostAsync("Soap", "noor-soap");
        var held = await HeldAsync(post, "Soap helps.");
        var noor = await site.SignInAsync("noor-soap");

        var queue = await noor.GetAsync("/moderation");
        Assert.Contains("Soap helps.", queue.TextOf("#held"));
        var after = await noor.SubmitAsync(queue, $"form[action='/moderation/comments/{held}/approval']");

        Assert.Contains("Nothing waits for you", after.Text);
        Assert.Contains("Soap helps.", (await site.Guest().GetAsync(path)).TextOf(".threads"));
        Assert.Equal(1, await CountAsync(post));
        var entry = Assert.Single(await LogAsync(topic));
        Assert.Equal(("approved", held), (entry.Decision, entry.CommentId));
    }

    [Fact]
    public async Task A_removal_needs_a_reason_and_keeps_it_in_the_log()
    {
        var (topic, post, path) = await PostAsync("Scrubs", "noor-scrubs");
        var held = await HeldAsync(post, "Buy my scrubs.");
        var noor = await site.SignInAsync("noor-scrubs");
        var form = $"form[action='/moderation/comments/{held}/removal']";

        var again = await noor.SubmitAsync(await noor.GetAsync("/moderation"), form, new { Words = "Sells things." });
        Assert.Contains("Choose a reason", again.TextOf(".form-errors"));
        Assert.Equal("Sells things.", again.TextOf("textarea"));
        Assert.Contains("Buy my scrubs.", again.TextOf("blockquote"));
        var after = await noor.SubmitAsync(again, "main form", new { Reason = "Spam" });

        Assert.Equal("/moderation", after.Path);
        Assert.Contains("off the page", after.TextOf(".notice"));
        var entry = Assert.Single(await LogAsync(topic));
        Assert.Equal(("removed", "Advertising or spam: Sells things."), (entry.Decision, entry.Reason));
        Assert.DoesNotContain("Buy my scrubs", (await site.Guest().GetAsync(path)).Source);
        Assert.Equal(CommentState.Removed, (await FindAsync(held)).State);
    }

    [Fact]
    public async Task A_removed_comment_goes_back_into_the_queue_from_the_log()
    {
        var (topic, post, _) = await PostAsync("Masks", "noor-masks");
        var held = await HeldAsync(post, "Masks off.");
        var noor = await site.SignInAsync("noor-masks");
        await noor.SubmitAsync(await noor.GetAsync("/moderation"), $"form[action='/moderation/comments/{held}/removal']", new { Reason = "Other" });

        var log = await noor.GetAsync($"/t/{topic.Slug}/moderation");
        Assert.Contains("removed", log.TextOf("table"));
        Assert.Contains("noor-masks", log.TextOf("table"));
        Assert.Contains("Masks off.", log.TextOf("table"));
        await noor.SubmitAsync(log, $"form[action='/moderation/comments/{held}/hold']");

        Assert.Equal(CommentState.Held, (await FindAsync(held)).State);
        Assert.Contains("Masks off.", (await noor.GetAsync("/moderation")).TextOf("#held"));
    }

    [Fact]
    public async Task A_shown_comment_is_held_again_from_the_page()
    {
        var (_, post, path) = await PostAsync("Gowns", "noor-gowns");
        var shown = await ShownAsync(post, "Gowns on.");
        var noor = await site.SignInAsync("noor-gowns");

        var after = await noor.SubmitAsync(await noor.GetAsync(path), $"form[action='/moderation/comments/{shown}/hold']");

        Assert.Equal(path, after.Path);
        Assert.Contains("waits for a moderator", after.TextOf($"#comment-{shown}"));
        Assert.DoesNotContain("Gowns on.", (await site.Guest().GetAsync(path)).Source);
        Assert.Equal(0, await CountAsync(post));
    }

    [Fact]
    public async Task A_report_keeps_the_words_as_they_were_and_hides_who_reported()
    {
        var (_, post, path) = await PostAsync("Gloves", "noor-gloves");
        var shown = await ShownAsync(post, "Mrs Example in bed 4 again.");
        var reader = await site.SignInAsync("tattle", SiteRoles.Reader);

        var form = await reader.GetAsync((await reader.GetAsync(path)).Find($"#comment-{shown} a[href*='/report/']").GetAttribute("href")!);
        Assert.Contains("Mrs Example", form.TextOf("blockquote"));
        var thanks = await reader.SubmitAsync(form, "main form", new { Reason = "Privacy", Detail = "Tells who it is." });
        Assert.Contains("A moderator will look at it", thanks.Text);

        var noor = await site.SignInAsync("noor-gloves");
        var queue = await noor.GetAsync("/moderation");
        Assert.Contains("Mrs Example in bed 4 again.", queue.TextOf("#urgent"));
        Assert.Contains("Tells who it is.", queue.TextOf("#urgent"));
        Assert.DoesNotContain("tattle", queue.Source);
        var report = Assert.Single(await ReportsAsync(post));
        Assert.Equal((shown, ReportReason.Privacy), (report.CommentId, report.Reason));
        Assert.NotNull(report.ReporterId);
    }

    [Fact]
    public async Task A_report_without_a_reason_is_shown_again()
    {
        var (_, post, path) = await PostAsync("Aprons", "noor-aprons");
        var guest = site.Guest();
        var form = await guest.GetAsync($"{Under(path)}/report");

        var again = await guest.SubmitAsync(form, "main form", new { Detail = "Just wrong." });

        Assert.Contains("Choose what is wrong", again.TextOf(".form-errors"));
        Assert.Equal("Just wrong.", again.TextOf("textarea"));
        Assert.Empty(await ReportsAsync(post));
    }

    [Fact]
    public async Task Privacy_and_harm_come_before_all_else()
    {
        var (_, post, path) = await PostAsync("Order", "noor-order");
        await HeldAsync(post, "I wait here.");
        var first = await ShownAsync(post, "Spam first.");
        var second = await ShownAsync(post, "Harm second.");
        await ReportAsync(path, first, "Spam");
        await ReportAsync(path, second, "Harm");
        var noor = await site.SignInAsync("noor-order");

        var queue = await noor.GetAsync("/moderation");

        Assert.Equal(["urgent", "reported", "held"], queue.Html.QuerySelectorAll("main section").Select(s => s.Id));
        Assert.Contains("Harm second.", queue.TextOf("#urgent"));
        Assert.Contains("Spam first.", queue.TextOf("#reported"));
        Assert.Contains("Privacy and harm (1)", queue.TextOf("nav.tabs"));
    }

    [Fact]
    public async Task Several_reports_of_one_comment_are_one_item_and_one_decision()
    {
        var (topic, post, path) = await PostAsync("Twice", "noor-twice");
        var shown = await ShownAsync(post, "Rather rude.");
        await ReportAsync(path, shown, "Abuse");
        await ReportAsync(path, shown, "Other");
        var noor = await site.SignInAsync("noor-twice");

        var queue = await noor.GetAsync("/moderation");
        Assert.Single(queue.Html.QuerySelectorAll("article.case"));
        Assert.Equal(2, queue.Html.QuerySelectorAll(".reports li").Length);
        await noor.SubmitAsync(queue, "form[action$='/dismissal']");

        Assert.All(await ReportsAsync(post), r => Assert.Equal(ReportState.Dismissed, r.State));
        Assert.Equal("dismissed", Assert.Single(await LogAsync(topic)).Decision);
        Assert.Equal(CommentState.Shown, (await FindAsync(shown)).State);
    }

    [Fact]
    public async Task Removing_what_was_reported_upholds_the_report()
    {
        var (_, post, path) = await PostAsync("Upheld", "noor-upheld");
        var shown = await ShownAsync(post, "A dose for you.");
        await ReportAsync(path, shown, "Misinformation");
        var noor = await site.SignInAsync("noor-upheld");

        await noor.SubmitAsync(await noor.GetAsync("/moderation"), "form[action*='/moderation/reports/'][action$='/removal']", new { Reason = "MedicalAdvice" });

        Assert.Equal(CommentState.Removed, (await FindAsync(shown)).State);
        Assert.Equal(ReportState.Upheld, Assert.Single(await ReportsAsync(post)).State);
        Assert.Equal(0, await CountAsync(post));
    }

    [Fact]
    public async Task A_reported_post_is_taken_down_to_a_draft()
    {
        var (topic, post, path) = await PostAsync("Mine", "noor-mine");
        await ReportAsync(path, null, "Copyright");
        var moderator = await site.SignInAsync("mo", SiteRoles.Moderator);
        var queue = await moderator.GetAsync("/moderation");
        var report = Assert.Single(await ReportsAsync(post));
        Assert.Contains("What the source says about Mine.", queue.Text);

        await moderator.SubmitAsync(queue, $"form[action='/moderation/reports/{report.Id}/removal']", new { Reason = "Legal", Words = "Asked by the author." });

        Assert.Equal(PostState.Draft, await site.InDbAsync(db => db.Posts.Where(p => p.Id == post.Id).Select(p => p.State).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().GetAsync(path)).Status);
        var entry = Assert.Single(await LogAsync(topic));
        Assert.Equal(("unpublished", report.Id), (entry.Decision, entry.ReportId));
    }

    [Fact]
    public async Task Each_sees_only_what_is_theirs_to_judge()
    {
        var (topic, post, _) = await PostAsync("Theirs", "noor-theirs");
        var held = await HeldAsync(post, "Not yours.");
        await site.OpenTopicAsync("Elsewhere", curator: "olu-elsewhere");
        var olu = await site.SignInAsync("olu-elsewhere");
        var reader = await site.SignInAsync("samira", SiteRoles.Reader);

        Assert.DoesNotContain("Not yours.", (await olu.GetAsync("/moderation")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/moderation")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/t/{topic.Slug}/moderation")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await olu.GetAsync($"/moderation/comments/{held}/removal")).Status);
        var token = (await olu.GetAsync($"/t/{topic.Slug}")).Find("[name=form-token]").GetAttribute("value")!;
        var refused = await olu.PostAsync($"/moderation/comments/{held}/approval", new FormUrlEncodedContent(new Dictionary<string, string> { ["form-token"] = token }));
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.Equal(CommentState.Held, (await FindAsync(held)).State);
        var guest = await site.Guest().GetAsync("/moderation");
        Assert.StartsWith("/sign-in", guest.Path);
    }

    [Fact]
    public async Task Moderators_do_not_look_into_private_topics()
    {
        var hidden = await site.OpenTopicAsync("Closed circle", curator: "noor-closed", isPrivate: true);
        var post = await site.PublishAsync(hidden, "Inside");
        await HeldAsync(post, "Between us.");
        var moderator = await site.SignInAsync("mo", SiteRoles.Moderator);
        var noor = await site.SignInAsync("noor-closed");

        Assert.DoesNotContain("Between us.", (await moderator.GetAsync("/moderation")).Text);
        Assert.Contains("Between us.", (await noor.GetAsync("/moderation")).Text);
    }

    [Fact]
    public async Task Deciding_twice_leaves_one_line()
    {
        var (topic, post, _) = await PostAsync("Race", "noor-race");
        var held = await HeldAsync(post, "Once.");
        var noor = await site.SignInAsync("noor-race");
        var queue = await noor.GetAsync("/moderation");
        var form = $"form[action='/moderation/comments/{held}/approval']";

        await noor.SubmitAsync(queue, form);
        await noor.SubmitAsync(queue, form);

        Assert.Single(await LogAsync(topic));
    }

    private async Task<(Topic Topic, Post Post, string Path)> PostAsync(string title, string curator)
    {
        var topic = await site.OpenTopicAsync($"About {title}", curator);
        var post = await site.PublishAsync(topic, title);
        return (topic, post, $"/t/{topic.Slug}/p/{post.Id}/{post.Slug}");
    }

    private static string Under(string path) => $"{path[..path.LastIndexOf('/')]}/talk";

    private async Task ReportAsync(string path, long? comment, string reason)
    {
        var guest = site.Guest();
        var form = await guest.GetAsync($"{Under(path)}/report/{comment}");
        site.Clock.Advance(TimeSpan.FromSeconds(10));
        var thanks = await guest.SubmitAsync(form, "main form", new { Reason = reason });
        Assert.Contains("A moderator will look at it", thanks.Text);
    }

    private Task<long> HeldAsync(Post post, string body) => AddAsync(Comment.ByGuest(post, "Ines", body, site.Clock.GetUtcNow()));

    private async Task<long> ShownAsync(Post post, string body) =>
        await AddAsync(Comment.ByPerson(post, await site.PersonAsync("quinn", SiteRoles.Reader), body, false, site.Clock.GetUtcNow()));

    private Task<long> AddAsync(Comment comment) => site.InDbAsync(async db =>
    {
        db.Comments.Add(comment);
        await db.SaveChangesAsync();
        return comment.Id;
    });

    private Task<Comment> FindAsync(long id) => site.InDbAsync(db => db.Comments.SingleAsync(c => c.Id == id));

    private Task<List<Report>> ReportsAsync(Post post) => site.InDbAsync(db => db.Reports.Where(r => r.PostId == post.Id).ToListAsync());

    private Task<List<ModerationEntry>> LogAsync(Topic topic) => site.InDbAsync(db => db.ModerationEntries.Where(e => e.TopicId == topic.Id).ToListAsync());

    private Task<int> CountAsync(Post post) => site.InDbAsync(db => db.Posts.Where(p => p.Id == post.Id).Select(p => p.CommentCount).SingleAsync());
}

public sealed class ModerationTestsOnSqlite(SqliteSite site) : ModerationTests(site), IClassFixture<SqliteSite>;

public sealed class ModerationTestsOnPostgres(PostgresSite site) : ModerationTests(site), IClassFixture<PostgresSite>;
