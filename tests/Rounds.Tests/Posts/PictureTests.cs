using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Rounds.Features.Topics;

namespace Rounds.Tests.Posts;

/// <summary>Pictures that people upload.</summary>
public abstract class PictureTests(Site site)
{
    [Fact]
    public async Task A_picture_is_shown_without_what_the_camera_knew()
    {
        var (topic, noor) = await BeginAsync("Pictures");

        await noor.SubmitAsync(await ComposeAsync(noor, topic), "button[value=publish]", new
        {
            Title = "The new ward", Upload = Pictures.Picked(), ImageAlt = "An empty ward with eight beds", Insight = "Opened today.",
        });

        var read = await site.Guest().GetAsync($"/t/{topic.Slug}");
        var image = read.Find(".card img");
        Assert.Equal("An empty ward with eight beds", image.GetAttribute("alt"));
        Assert.NotNull(read.Find(".card.kind-image"));
        var hash = image.GetAttribute("src")!.Split('/')[2];
        var original = await site.Guest().AskAsync($"/media/{hash}");
        var bytes = await original.Content.ReadAsByteArrayAsync();
        Assert.Equal("image/jpeg", original.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", original.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var text = Encoding.Latin1.GetString(bytes);
        Assert.DoesNotContain(Pictures.Camera, text, StringComparison.Ordinal);
        Assert.DoesNotContain("GPS", text, StringComparison.Ordinal);

        // Which way is up stays: without it the picture would lie on its side.
        Assert.Contains("Exif", text, StringComparison.Ordinal);
        var small = await site.Guest().AskAsync(image.GetAttribute("src")!);
        Assert.Equal(HttpStatusCode.OK, small.StatusCode);
        Assert.DoesNotContain(Pictures.Camera, Encoding.Latin1.GetString(await small.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(site.DataFolder, "*", SearchOption.AllDirectories).Where(f => f.Contains("media", StringComparison.Ordinal)),
            f => Encoding.Latin1.GetString(File.ReadAllBytes(f)).Contains(Pictures.Camera, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_picture_turned_by_its_camera_keeps_its_place_on_the_page()
    {
        var (topic, noor) = await BeginAsync("Turned");

        await noor.SubmitAsync(await ComposeAsync(noor, topic), "button[value=publish]", new { Title = "Turned", Upload = Pictures.Picked(), ImageAlt = "x" });

        // 1200 by 800 as stored, a quarter turned by EXIF: browsers show it 800 wide and 1200 high.
        var image = (await site.Guest().GetAsync($"/t/{topic.Slug}")).Find(".card img");
        Assert.Equal(("800", "1200"), (image.GetAttribute("width"), image.GetAttribute("height")));
    }

    [Fact]
    public async Task A_picture_needs_a_description_and_is_not_lost_while_it_is_missing()
    {
        var (topic, noor) = await BeginAsync("Described pictures");

        var asked = await noor.SubmitAsync(await ComposeAsync(noor, topic), "button[value=publish]", new { Title = "The new ward", Upload = Pictures.Picked("a.jpg", 900) });

        Assert.Contains("Describe the image", asked.TextOf(".form-errors"), StringComparison.Ordinal);
        Assert.Equal("The new ward", ((IHtmlInputElement)asked.Find("[name='Input.Title']")).Value);
        var published = await noor.SubmitAsync(asked, "button[value=publish]", new { ImageAlt = "An empty ward" });
        Assert.Equal("An empty ward", published.Find(".card img").GetAttribute("alt"));
    }

    [Theory]
    [InlineData("a drawing that runs")]
    [InlineData("a page")]
    [InlineData("a program")]
    [InlineData("the beginning of a JPEG")]
    [InlineData("a JPEG cut short")]
    [InlineData("a PNG without a size")]
    [InlineData("a GIF of no width")]
    [InlineData("a WebP in name only")]
    [InlineData("eleven megabytes")]
    public async Task What_is_no_picture_is_refused_with_a_sentence(string what)
    {
        var (topic, noor) = await BeginAsync("Wrong files");

        var page = await noor.SubmitAsync(await ComposeAsync(noor, topic), "button[value=publish]", new
        {
            Title = "Kept", ImageAlt = what, Insight = "Kept too", Upload = new PickedFile("picture.jpg", "image/jpeg", Wrong(what)),
        });

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("not an image we can show", page.TextOf(".form-errors"), StringComparison.Ordinal);
        Assert.Equal("Kept", ((IHtmlInputElement)page.Find("[name='Input.Title']")).Value);
        Assert.Equal(what, ((IHtmlInputElement)page.Find("[name='Input.ImageAlt']")).Value);
        Assert.False(await site.InDbAsync(db => db.Posts.AnyAsync(p => p.TopicId == topic.Id)));
    }

    [Fact]
    public async Task A_picture_is_changed_and_taken_away()
    {
        var (topic, noor) = await BeginAsync("Changed pictures");
        var page = await noor.SubmitAsync(await ComposeAsync(noor, topic), "button[value=publish]", new { Title = "The new ward", Upload = Pictures.Picked(), ImageAlt = "First" });
        var edit = page.Find(".card-tools a[href$='/edit']").GetAttribute("href")!;
        var first = page.Find(".card img").GetAttribute("src");

        page = await noor.SubmitAsync(await noor.GetAsync(edit), "button[value=save]", new { Title = "The same ward" });
        Assert.Equal(first, page.Find(".card img").GetAttribute("src"));
        page = await noor.SubmitAsync(await noor.GetAsync(edit), "button[value=save]", new { Upload = Pictures.Picked("b.jpg", 640), ImageAlt = "Second" });
        Assert.NotEqual(first, page.Find(".card img").GetAttribute("src"));
        page = await noor.SubmitAsync(await noor.GetAsync(edit), "button[value=save]", new { Image = "none", Url = "https://a.example/" });
        Assert.Null(page.Html.QuerySelector(".card img"));
    }

    [Fact]
    public async Task The_store_hands_out_nothing_but_pictures()
    {
        var guest = site.Guest();
        foreach (var path in (string[])["/media/" + new string('a', 64), "/media/..%2f..%2frounds.db", "/media/x", "/media/" + new string('g', 64) + "/480", "/media/" + new string('a', 64) + "/-1"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(path)).Status);
        }
    }

    /// <summary>By name, because xunit writes out the data of every theory before it runs the first test.</summary>
    private static byte[] Wrong(string what) => what switch
    {
        "a drawing that runs" => "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray(),
        "a page" => "<html><script>alert(1)</script>"u8.ToArray(),
        "a program" => "MZ\u0090\0\u0003"u8.ToArray(),
        "the beginning of a JPEG" => [0xFF, 0xD8, 0xFF, 0xE1],
        "a JPEG cut short" => Pictures.Jpeg()[..20],
        "a PNG without a size" => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
        "a GIF of no width" => [.. "GIF89a"u8, 0, 0, 0, 0, 0, 0],
        "a WebP in name only" => [.. "RIFF"u8, .. new byte[4], .. "WEBPVP9X"u8, .. new byte[20]],
        "eleven megabytes" => [.. Pictures.Jpeg(), .. new byte[11 * 1024 * 1024]],
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such file."),
    };

    private async Task<(Topic Topic, Visitor Noor)> BeginAsync(string title) =>
        (await site.OpenTopicAsync(title, curator: "noor"), await site.SignInAsync("noor"));

    private static Task<VisitedPage> ComposeAsync(Visitor visitor, Topic topic) => visitor.GetAsync($"/t/{topic.Slug}/posts/new?kind=image");
}

public sealed class PictureTestsOnSqlite(SqliteSite site) : PictureTests(site), IClassFixture<SqliteSite>;

public sealed class PictureTestsOnPostgres(PostgresSite site) : PictureTests(site), IClassFixture<PostgresSite>;
