using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rounds.Features.Accounts;
using Rounds.Features.Topics;

namespace Rounds.Tests.Import;

public abstract class ImportPageTests(Site site)
{
    [Fact]
    public async Task A_curator_uploads_files_and_reads_the_report()
    {
        var curator = await site.SignInAsync("ursule");
        var form = await curator.GetAsync("/import");
        var page = await curator.SubmitAsync(form, "form[enctype]", new { Files = new[] { File("page.txt", TopicPage.Text), File("photo.bin", "GIF89a\0") }, Title = "Hush" });
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("6 created", page.Text.Replace("created 6", "6 created", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Scoop.it topic page, saved as text", page.Text, StringComparison.Ordinal);
        Assert.Contains("the headline of a post by Nightwatch was lost", page.Text, StringComparison.Ordinal);
        Assert.Contains("This is not a text file.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("a[href='/t/hush']"));
        var role = await site.InDbAsync(db => db.TopicMembers.Where(m => db.Topics.Any(t => t.Id == m.TopicId && t.Slug == "hush") && db.Users.Any(u => u.Id == m.UserId && u.UserName == "ursule"))
            .Select(m => m.Role).SingleAsync());
        Assert.Equal(TopicRole.Curator, role);

        var guest = await site.Guest().GetAsync("/t/hush");
        Assert.Contains("Rubber wheels before rules", guest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posts_without_a_name_count_as_put_there_by_whoever_imports()
    {
        await site.OpenTopicAsync("Night Shelf", "ursule");
        var curator = await site.SignInAsync("ursule");
        var form = await curator.GetAsync("/import");
        await curator.SubmitAsync(form, "form[enctype]", new { Files = new[] { File("list.csv", "title,url\nShelved,https://shelf.example/1\n") }, Topic = "night-shelf" });
        Assert.Equal("ursule", await site.InDbAsync(db => db.Posts.Where(p => p.Title == "Shelved").Join(db.Users, p => p.CuratorId, u => u.Id, (_, u) => u.UserName).SingleAsync()));
    }

    [Fact]
    public async Task A_new_topic_cannot_land_in_one_that_others_keep()
    {
        await site.OpenTopicAsync("Their Own", "theodor");
        var curator = await site.SignInAsync("ursule");
        var form = await curator.GetAsync("/import");
        var page = await curator.SubmitAsync(form, "form[enctype]", new { Files = new[] { File("list.csv", "title,url\nIntruder,https://intruder.example/1\n") }, Title = "Their Own" });
        Assert.Contains("kept by others", page.Text, StringComparison.Ordinal);
        Assert.False(await site.InDbAsync(db => db.Posts.AnyAsync(p => p.Title == "Intruder")));
    }

    [Fact]
    public async Task Only_who_may_open_or_curate_a_topic_finds_the_page()
    {
        Assert.StartsWith("/sign-in", (await site.Guest().GetAsync("/import")).Path, StringComparison.Ordinal);
        var reader = await site.SignInAsync("rhoda", SiteRoles.Reader);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/import")).Status);
        await site.OpenTopicAsync("Rhodas Own", "rhodas-friend");
        var friend = await site.SignInAsync("rhodas-friend");
        var page = await friend.GetAsync("/import");
        Assert.Equal(["", "rhodas-own"], page.Html.QuerySelectorAll("option").Select(o => o.GetAttribute("value")));
    }

    [Fact]
    public async Task Without_a_file_the_form_says_so_and_keeps_what_was_typed()
    {
        var curator = await site.SignInAsync("ursule");
        var form = await curator.GetAsync("/import");
        var page = await curator.SubmitAsync(form, "form[enctype]", new { Title = "Kept Title" });
        Assert.Contains("Choose at least one file.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Kept Title", page.Html.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_file_larger_than_other_forms_may_be_gets_through()
    {
        var curator = await site.SignInAsync("ursule");
        var form = await curator.GetAsync("/import");
        var page = await curator.SubmitAsync(form, "form[enctype]", new { Files = File("blank.txt", new string(' ', 33 * 1024 * 1024)) });
        Assert.Contains("The file is empty.", page.Text, StringComparison.Ordinal);
    }

    private static PickedFile File(string name, string content) => new(name, "application/octet-stream", Encoding.UTF8.GetBytes(content));
}

public sealed class ImportPageTestsOnSqlite(SqliteSite site) : ImportPageTests(site), IClassFixture<SqliteSite>;

public sealed class ImportPageTestsOnPostgres(PostgresSite site) : ImportPageTests(site), IClassFixture<PostgresSite>;
