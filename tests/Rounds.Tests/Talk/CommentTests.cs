using System.Net;
using Microsoft.EntityFrameworkCore;
using Rounds.Features.Accounts;
using Rounds.Features.Posts;
using Rounds.Features.Talk;
using Rounds.Features.Topics;

namespace Rounds.Tests.Talk;

/// <summary>Readers' comments, guests' and signed-in people's, answers, and other curators' insights.</summary>
public abstract class CommentTests(Site site)
{
    private const string Form = ".comment-form";

    [Fact]
    public async Task A_guests_comment_waits_and_the_guest_is_told_so()
    {
        var (_, post, path) = await PostAsync("Ward rounds by video");
        var guest = site.Guest();

        var thanks = await guest.SubmitAsync(await guest.GetAsync(path), Form, new { Name = "Ines", Body = "We *tried* it." });

        Assert.Contains("waits for a moderator", thanks.Text);
        Assert.DoesNotContain("We tried it", (await site.Guest().GetAsync(path)).Text);
        var comment = await OnlyCommentAsync(post);
        Assert.Equal((CommentState.Held, "Ines", null), (comment.State, comment.AuthorName, comment.AuthorId));
        Assert.Equal("<p>We <em>tried</em> it.</p>", comment.BodyHtml.Trim());
        Assert.Equal(0, await CountAsync(post));
        Assert.Empty(guest.Cookies.Names);
    }

    [Fact]
    public async Task A_signed_in_persons_comment_is_shown_at_once_even_to_guests_who_saw_a_copy()
    {
        var (_, post, path) = await PostAsync("Handover sheets");
        var guest = site.Guest();
        Assert.Contains("No comment yet", (await guest.GetAsync(path)).Text);
        var reader = await site.SignInAsync("samira", SiteRoles.Reader);

        var page = await reader.SubmitAsync(await reader.GetAsync(path), Form, new { Body = "Ours fits on one page." });

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(path, page.Path);
        var seen = await guest.GetAsync(path);
        Assert.Contains("Ours fits on one page.", seen.TextOf(".threads"));
        Assert.Contains("samira", seen.TextOf(".comment header"));
        Assert.Equal("1 comment", seen.TextOf("#talk-heading"));
        Assert.Equal(1, await CountAsync(post));
    }

    [Fact]
    public async Task Guests_forms_carry_no_token_and_signed_in_peoples_do()
    {
        var (_, _, path) = await PostAsync("Falls at night");
        var reader = await site.SignInAsync("samira", SiteRoles.Reader);

        var guests = (await site.Guest().GetAsync(path)).Find(Form);
        var readers = (await reader.GetAsync(path)).Find(Form);

        Assert.Null(guests.QuerySelector("[name=form-token]"));
        Assert.NotNull(readers.QuerySelector("[name=form-token]"));
        Assert.Null(readers.QuerySelector("[name$=Name]"));
    }

    [Theory]
    [InlineData("", "Some words.", "Write your name")]
    [InlineData("Ines", "  ", "Write something")]
    [InlineData("Ines", null, "4,000 characters")]
    public async Task What_is_wrong_is_said_and_nothing_typed_is_lost(string name, string? body, string problem)
    {
        var (_, post, path) = await PostAsync("Quiet hours");
        body ??= new string('w', 4001);
        var guest = site.Guest();

        var again = await guest.SubmitAsync(await guest.GetAsync(path), Form, new { Name = name, Body = body });

        Assert.Contains(problem, again.TextOf(".form-errors"));
        Assert.Equal(name, again.Find("[name='Input.Name']").GetAttribute("value") ?? "");
        Assert.Equal(body.Trim(), again.TextOf("textarea"));
        Assert.Empty(await CommentsAsync(post));
    }

    [Fact]
    public async Task A_signed_in_person_sees_an_empty_comment_again()
    {
        var (_, post, path) = await PostAsync("Bed boards");
        var reader = await site.SignInAsync("samira", SiteRoles.Reader);

        var again = await reader.SubmitAsync(await reader.GetAsync(path), Form, new { Body = " " });

        Assert.Contains("Write something", again.TextOf(".form-errors"));
        Assert.Empty(await CommentsAsync(post));
    }

    [Fact]
    public async Task A_comment_with_a_link_is_shown_again_to_be_checked_and_then_taken()
    {
        var (_, post, path) = await PostAsync("Discharge letters");
        var guest = site.Guest();

        var check = await guest.SubmitAsync(await guest.GetAsync(path), Form, new { Name = "Ines", Body = "See https://letters.example/ours" });

        Assert.Equal("Check and send", check.TextOf("h1"));
        Assert.Contains("See https://letters.example/ours", check.TextOf("textarea"));
        Assert.Empty(await CommentsAsync(post));

        site.Clock.Advance(TimeSpan.FromSeconds(4));
        var thanks = await guest.SubmitAsync(check, Form);

        Assert.Contains("waits for a moderator", thanks.Text);
        Assert.Contains("letters.example", (await OnlyCommentAsync(post)).BodyHtml);
    }

    [Fact]
    public async Task A_robot_that_confirms_without_a_pause_or_for_other_words_is_asked_again()
    {
        var (_, post, path) = await PostAsync("Waiting rooms");
        var robot = site.Guest();
        var check = await robot.SubmitAsync(await robot.GetAsync(path), Form, new { Name = "Bot", Body = "https://pills.example" });

        var tooQuick = await robot.SubmitAsync(check, Form);
        site.Clock.Advance(TimeSpan.FromSeconds(4));
        var otherWords = await robot.SubmitAsync(check, Form, new { Body = "https://casino.example" });
        site.Clock.Advance(TimeSpan.FromHours(3));
        var tooLate = await robot.SubmitAsync(otherWords, Form);

        Assert.All([tooQuick, otherWords, tooLate], page => Assert.Equal("Check and send", page.TextOf("h1")));
        Assert.Empty(await CommentsAsync(post));
    }

    [Fact]
    public async Task A_filled_decoy_asks_instead_of_losing_the_comment()
    {
        var (_, post, path) = await PostAsync("Night lights");
        var guest = site.Guest();

        var check = await guest.SubmitAsync(await guest.GetAsync(path), Form, new { Name = "Ines", Body = "Amber, not blue.", homepage = "https://autofill.example" });
        Assert.Equal("Check and send", check.TextOf("h1"));
        site.Clock.Advance(TimeSpan.FromSeconds(4));
        await guest.SubmitAsync(check, Form, new { homepage = "https://autofill.example" });

        Assert.Equal("Amber, not blue.", (await OnlyCommentAsync(post)).Body);
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused()
    {
        var (_, post, path) = await PostAsync("Hand gel");
        var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["Input.Name"] = "Ines", ["Input.Body"] = "Words" });

        var refused = await site.Guest().PostAsync($"{Under(path)}/guest-comments", fields, fromSite: "cross-site");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Empty(await CommentsAsync(post));
    }

    [Fact]
    public async Task A_signed_in_persons_comment_needs_its_token()
    {
        var (_, post, path) = await PostAsync("Name badges");
        var reader = await site.SignInAsync("samira", SiteRoles.Reader);

        var refused = await reader.PostAsync($"{Under(path)}/comments", new FormUrlEncodedContent(new Dictionary<string, string> { ["Input.Body"] = "Words" }));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Empty(await CommentsAsync(post));
    }

    [Fact]
    public async Task Answers_stand_under_their_comment_one_deep()
    {
        var (_, post, path) = await PostAsync("Visiting hours");
        var reader = await site.SignInAsync("samira", SiteRoles.Reader);
        await reader.SubmitAsync(await reader.GetAsync(path), Form, new { Body = "Open them all day." });
        var first = await OnlyCommentAsync(post);

        var answerPage = await reader.GetAsync((await reader.GetAsync(path)).Find($"#comment-{first.Id} a[href$='/answer']").GetAttribute("href")!);
        Assert.Contains("Open them all day.", answerPage.TextOf("blockquote"));
        await reader.SubmitAsync(answerPage, Form, new { Body = "And the nights?" });
        var second = (await CommentsAsync(post))[1];
        await reader.SubmitAsync(await reader.GetAsync($"{Under(path)}/comments/{second.Id}/answer"), Form, new { Body = "Nights too." });

        var comments = await CommentsAsync(post);
        Assert.Equal([null, first.Id, first.Id], comments.Select(c => c.ParentId));
        var page = await site.Guest().GetAsync(path);
        Assert.Equal(2, page.Html.QuerySelectorAll($".threads > li:has(#comment-{first.Id}) .answers .comment").Length);
        Assert.Equal("3 comments", page.TextOf("#talk-heading"));
    }

    [Fact]
    public async Task An_answer_sent_faster_than_a_person_types_is_asked_to_check()
    {
        var (_, post, path) = await PostAsync("Alarm fatigue");
        var first = await CommentAsync(post, "Half of ours mean nothing.");
        var robot = site.Guest();

        var form = await robot.GetAsync($"{Under(path)}/comments/{first}/answer");
        var check = await robot.SubmitAsync(form, Form, new { Name = "Bot", Body = "Great post" });
        Assert.Equal("Check and send", check.TextOf("h1"));

        site.Clock.Advance(TimeSpan.FromSeconds(5));
        var sent = await robot.SubmitAsync(form, Form, new { Name = "Ines", Body = "Same here." });
        Assert.Contains("waits for a moderator", sent.Text);
        Assert.Equal(first, (await CommentsAsync(post))[1].ParentId);
    }

    [Fact]
    public async Task An_answer_to_a_comment_that_is_gone_keeps_its_words()
    {
        var (_, post, path) = await PostAsync("Shift swaps");
        var first = await CommentAsync(post, "Swap by app.");
        var guest = site.Guest();
        var form = await guest.GetAsync($"{Under(path)}/comments/{first}/answer");
        site.Clock.Advance(TimeSpan.FromSeconds(5));
        await ChangeAsync(first, c => c.Remove());

        var again = await guest.SubmitAsync(form, Form, new { Name = "Ines", Body = "Which one?" });
        Assert.Contains("no longer shown", again.TextOf(".form-errors"));
        Assert.Equal("Which one?", again.TextOf("textarea"));
        var sent = await guest.SubmitAsync(again, Form);

        Assert.Contains("waits for a moderator", sent.Text);
        Assert.Null((await CommentsAsync(post))[1].ParentId);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"{Under(path)}/comments/{first}/answer")).Status);
    }

    [Fact]
    public async Task A_removed_comment_keeps_its_place_for_its_answers_without_name_and_words()
    {
        var (_, post, path) = await PostAsync("Sharps bins");
        var first = await CommentAsync(post, "Something unkind.");
        await CommentAsync(post, "I see it otherwise.", first);
        await ChangeAsync(first, c => c.Remove());

        var page = await site.Guest().GetAsync(path);

        Assert.Contains("a moderator has removed", page.TextOf(".threads"));
        Assert.Contains("I see it otherwise.", page.TextOf(".answers"));
        Assert.DoesNotContain("Something unkind", page.Source);
    }

    [Fact]
    public async Task A_curator_of_another_topic_adds_an_insight_above_the_comments()
    {
        var (_, post, path) = await PostAsync("Plain letters");
        await site.OpenTopicAsync("Another topic", curator: "olu");
        var olu = await site.SignInAsync("olu");

        await olu.SubmitAsync(await olu.GetAsync(path), Form, new { Body = "Read it to a neighbour first.", IsInsight = true });

        var page = await site.Guest().GetAsync(path);
        Assert.Contains("Read it to a neighbour first.", page.TextOf(".other-insights"));
        Assert.Equal("Comments", page.TextOf("#talk-heading"));
        Assert.Equal(0, await CountAsync(post));
    }

    [Fact]
    public async Task Who_curates_nothing_cannot_add_an_insight_nor_can_the_posts_own_curator()
    {
        var (topic, post, path) = await PostAsync("Small print", curator: "noor");
        var reader = await site.SignInAsync("samira", SiteRoles.Reader);
        var noor = await site.SignInAsync("noor");
        Assert.Null((await noor.GetAsync(path)).Html.QuerySelector("[name='Input.IsInsight']"));

        var page = await reader.GetAsync(path);
        Assert.Null(page.Html.QuerySelector("[name='Input.IsInsight']"));
        var token = page.Find($"{Form} [name=form-token]").GetAttribute("value")!;
        await reader.PostAsync($"{Under(path)}/comments", new FormUrlEncodedContent(
            new Dictionary<string, string> { ["Input.Body"] = "Mine!", ["Input.IsInsight"] = "true", ["form-token"] = token }));

        Assert.False((await OnlyCommentAsync(post)).IsInsight);
        Assert.Equal(topic.Id, post.TopicId);
    }

    [Fact]
    public async Task Markup_in_a_comment_is_text()
    {
        var (_, post, path) = await PostAsync("Consent forms");
        await CommentAsync(post, "<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1))");

        var comment = (await site.Guest().GetAsync(path)).Find(".comment-body");

        Assert.Empty(comment.QuerySelectorAll("script, img, [href^=javascript]"));
    }

    [Fact]
    public async Task What_no_text_may_hold_is_left_out()
    {
        var (_, post, path) = await PostAsync("Hostile bytes");
        var guest = site.Guest();

        await guest.SubmitAsync(await guest.GetAsync(path), Form, new { Name = "I\u0001nes", Body = "Line\u0002 one\u0007\r\n\r\nLine two" });

        var comment = await OnlyCommentAsync(post);
        Assert.Equal(("Ines", "Line one\r\n\r\nLine two"), (comment.AuthorName, comment.Body));
    }

    [Fact]
    public async Task There_is_no_talk_on_drafts_and_in_private_topics_only_for_members()
    {
        var hidden = await site.OpenTopicAsync("Board only", curator: "noor", isPrivate: true);
        var post = await site.PublishAsync(hidden, "Budget");
        var open = await site.OpenTopicAsync("Open board");
        var draft = await site.PublishAsync(open, "Not yet");
        await site.InDbAsync(async db => await db.Posts.Where(p => p.Id == draft.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.State, PostState.Draft)));

        var guest = site.Guest();
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/t/{hidden.Slug}/p/{post.Id}/talk/guest-comments")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/t/{open.Slug}/p/{draft.Id}/talk/guest-comments")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/t/{open.Slug}/p/{post.Id}/talk/guest-comments")).Status);
        var noor = await site.SignInAsync("noor");
        Assert.Equal(HttpStatusCode.OK, (await noor.GetAsync($"/t/{hidden.Slug}/p/{post.Id}/talk/comments")).Status);
    }

    [Fact]
    public async Task People_who_comment_at_the_same_moment_are_all_counted()
    {
        var (_, post, path) = await PostAsync("Town hall");
        var people = new List<(Visitor Person, VisitedPage Page)>();
        for (var n = 0; n < 6; n++)
        {
            var person = await site.SignInAsync($"person{n}", SiteRoles.Reader);
            people.Add((person, await person.GetAsync(path)));
        }

        await Task.WhenAll(people.Select(p => p.Person.SubmitAsync(p.Page, Form, new { Body = "Here." })));

        Assert.Equal(6, await CountAsync(post));
    }

    [Fact]
    public async Task Too_many_forms_from_one_address_are_told_to_wait()
    {
        var (_, _, path) = await PostAsync("Busy network");
        var guest = site.Guest();
        var page = await guest.GetAsync(path);

        VisitedPage last = page;
        for (var n = 0; n < 21; n++)
        {
            last = await guest.SubmitAsync(page, Form, new { Name = "", Body = "" });
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last.Status);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(path)).Status);
    }

    private async Task<(Topic Topic, Post Post, string Path)> PostAsync(string title, string? curator = null)
    {
        var topic = await site.OpenTopicAsync($"About {title}", curator);
        var post = await site.PublishAsync(topic, title);
        return (topic, post, $"/t/{topic.Slug}/p/{post.Id}/{post.Slug}");
    }

    private static string Under(string path) => $"{path[..path.LastIndexOf('/')]}/talk";

    private async Task<long> CommentAsync(Post post, string body, long? answers = null)
    {
        var author = await site.PersonAsync("quinn", SiteRoles.Reader);
        return await site.InDbAsync(async db =>
        {
            var comment = Comment.ByPerson(post, author, body, false, site.Clock.GetUtcNow());
            if (answers is { } id)
            {
                comment.Answer(await db.Comments.SingleAsync(c => c.Id == id));
            }

            db.Comments.Add(comment);
            await db.SaveChangesAsync();
            return comment.Id;
        });
    }

    private Task<int> ChangeAsync(long id, Action<Comment> change) => site.InDbAsync(async db =>
    {
        change(await db.Comments.SingleAsync(c => c.Id == id));
        return await db.SaveChangesAsync();
    });

    private Task<List<Comment>> CommentsAsync(Post post) =>
        site.InDbAsync(db => db.Comments.Where(c => c.PostId == post.Id).OrderBy(c => c.Id).ToListAsync());

    private async Task<Comment> OnlyCommentAsync(Post post) => Assert.Single(await CommentsAsync(post));

    private Task<int> CountAsync(Post post) => site.InDbAsync(db => db.Posts.Where(p => p.Id == post.Id).Select(p => p.CommentCount).SingleAsync());
}

public sealed class CommentTestsOnSqlite(SqliteSite site) : CommentTests(site), IClassFixture<SqliteSite>;

public sealed class CommentTestsOnPostgres(PostgresSite site) : CommentTests(site), IClassFixture<PostgresSite>;
