using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Rounds.Features.Posts;

namespace Rounds.Tests.Capture;

/// <summary>The main job: paste an address, see the card fill itself in, publish it.</summary>
public abstract class CaptureTests(Site site)
{
    [Fact]
    public async Task The_card_is_there_at_once_and_fills_itself_in()
    {
        var (topic, noor) = await site.BeginAsync("Captured");
        var image = site.Web.Serve("/full/ward.jpg", Pictures.Jpeg(), "image/jpeg");
        var (url, release) = site.Web.ServeSlowly("/full/quiet-nights", ArticlePages.Article("Quieter nights on ward four",
            $"<meta property=\"og:image\" content=\"{image}\"><meta property=\"og:image:alt\" content=\"A dark corridor\">",
            "<iframe src=\"https://www.youtube.com/embed/abcdefghijk\" title=\"The film\"></iframe>"));

        var page = await noor.PasteAsync(topic, url.AbsoluteUri);

        var card = page.Find(".card.loading");
        Assert.Contains("Your new post is loading…", card.TextContent, StringComparison.Ordinal);
        Assert.Contains(url.AbsoluteUri, card.TextContent, StringComparison.Ordinal);
        var ask = card.GetAttribute("data-card")!;
        Assert.Equal(HttpStatusCode.NoContent, (await noor.AskAsync(ask)).StatusCode);
        Assert.Empty((await site.Guest().GetAsync($"/t/{topic.Slug}")).CardTitles());
        Assert.NotEqual(HttpStatusCode.OK, (await site.Guest().AskAsync(ask)).StatusCode);

        release.SetResult();
        await site.CapturesEndAsync(topic);
        var alone = await noor.GetAsync(ask);
        Assert.Equal("Quieter nights on ward four", alone.TextOf(".card h3"));
        page = await noor.GetAsync($"/t/{topic.Slug}");
        Assert.Equal("Quieter nights on ward four", page.TextOf(".card h3"));
        Assert.Equal("The Ward News Sam Porter March 9, 2026", page.TextOf(".card .source"));
        Assert.StartsWith("For three months the night team", page.TextOf(".card blockquote"), StringComparison.Ordinal);
        Assert.InRange(page.TextOf(".card blockquote").Split(' ').Length, 10, 80);
        Assert.Equal("A dark corridor", page.Find(".card img").GetAttribute("alt"));
        Assert.Equal(HttpStatusCode.OK, (await site.Guest().AskAsync(page.Find(".card img").GetAttribute("src")!)).StatusCode);
        Assert.Contains("Watch on YouTube", page.TextOf(".card .lead-image"), StringComparison.Ordinal);
        Assert.Contains("abcdefghijk", page.Find(".card .lead-image").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("iframe"));
        Assert.Contains("Draft", page.TextOf(".card-marks"), StringComparison.Ordinal);

        await noor.SubmitAsync(page, "form[action$='/publication'] button");
        Assert.Equal(["Quieter nights on ward four"], (await site.Guest().GetAsync($"/t/{topic.Slug}")).CardTitles());
    }

    [Fact]
    public async Task Without_scripts_the_loading_card_offers_to_look_again()
    {
        var (topic, noor) = await site.BeginAsync("Look again");
        var (url, release) = site.Web.ServeSlowly("/again", ArticlePages.Article("Worth the wait"));
        var page = await noor.PasteAsync(topic, url.AbsoluteUri);

        release.SetResult();
        await site.CapturesEndAsync(topic);

        // A link to where one is already only scrolls; a form fetches the page anew.
        page = await noor.SubmitAsync(page, ".card.loading form");
        Assert.Equal(["Worth the wait"], page.CardTitles());
    }

    [Fact]
    public async Task The_image_can_be_chosen_from_those_of_the_page()
    {
        var (topic, noor) = await site.BeginAsync("Choice of images");
        var first = site.Web.Serve("/choice/a.jpg", Pictures.Jpeg(1000), "image/jpeg");
        var second = site.Web.Serve("/choice/b.jpg", Pictures.Jpeg(900), "image/jpeg");
        var gone = new Uri(site.Web.Address, "/choice/gone.jpg");
        var url = site.Web.Serve("/choice", ArticlePages.Article("Three pictures", $"<meta property=\"og:image\" content=\"{first}\">",
            $"<figure><img src=\"{second}\" width=\"900\" height=\"800\" alt=\"The second\"></figure><figure><img src=\"{gone}\" width=\"800\" height=\"700\" alt=\"The lost one\"></figure>"));
        var page = await site.CaptureAsync(noor, topic, url.AbsoluteUri);
        var taken = page.Find(".card img").GetAttribute("src");
        var edit = await noor.GetAsync(page.Find(".card-tools a[href$='/edit']").GetAttribute("href")!);
        Assert.True(edit.Html.QuerySelectorAll("input[name='Input.Image']").Length >= 4);

        var failed = await noor.SubmitAsync(edit, "button[value=save]", new { Image = gone.AbsoluteUri, Insight = "Kept" });
        Assert.Contains("could not be fetched", failed.TextOf(".form-errors"), StringComparison.Ordinal);
        Assert.Equal("Kept", ((IHtmlTextAreaElement)failed.Find("[name='Input.Insight']")).Value);
        var changed = await noor.SubmitAsync(edit, "button[value=publish]", new { Image = second.AbsoluteUri, ImageAlt = "The second" });

        Assert.NotEqual(taken, changed.Find(".card img").GetAttribute("src"));
        var forged = await noor.SubmitAsync(edit, "button[value=save]", new { Title = "Still", Image = new[] { "keep" } });
        Assert.Equal(HttpStatusCode.OK, forged.Status);
    }

    [Fact]
    public async Task What_was_typed_before_the_page_came_is_kept()
    {
        var (topic, noor) = await site.BeginAsync("Typed before");
        var url = site.Web.Serve("/typed", ArticlePages.Article("The page’s own title"));

        var form = await noor.GetAsync($"/capture?url={Uri.EscapeDataString(url.AbsoluteUri)}&topic={topic.Slug}");
        await noor.SubmitAsync(form, "main form", new { Title = "My title", Insight = "My **words**", Topic = topic.Slug });
        await site.CapturesEndAsync(topic);

        var page = await noor.GetAsync($"/t/{topic.Slug}");
        Assert.Equal(["My title"], page.CardTitles());
        Assert.Equal("words", page.TextOf(".card .insight strong"));
        Assert.Contains("The Ward News", page.TextOf(".card .source"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bookmarklet_only_fills_in_the_form()
    {
        var (topic, noor) = await site.BeginAsync("Bookmarklet");
        var asked = site.Web.Asked.Count;

        var page = await noor.GetAsync($"/capture?url={Uri.EscapeDataString(new Uri(site.Web.Address, "/never").AbsoluteUri)}&title=A+%22title%22&text=Selected+words%0Asecond+line");

        Assert.EndsWith("/never", ((IHtmlInputElement)page.Find("[name='Input.Url']")).Value, StringComparison.Ordinal);
        Assert.Equal("> Selected words\n> second line", ((IHtmlTextAreaElement)page.Find("[name='Input.Insight']")).Value.ReplaceLineEndings("\n").Trim());
        Assert.Equal(asked, site.Web.Asked.Count);
        Assert.False(await site.InDbAsync(db => db.Posts.AnyAsync(p => p.TopicId == topic.Id)));
        Assert.StartsWith("javascript:", page.Find("a.button.quiet").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await noor.PostAsync("/capture", new FormUrlEncodedContent([KeyValuePair.Create("Input.Url", "https://a.example/")]))).Status);
        var guest = await site.Guest().AskAsync("/capture?url=https%3A%2F%2Fa.example%2F");
        Assert.Contains("a.example", guest.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("  {0}  ")]
    [InlineData("Worth reading. See {0} today")]
    [InlineData("<{0}>")]
    [InlineData("\"{0}\",")]
    [InlineData("({0})")]
    [InlineData("Read {0}.")]
    public async Task An_address_is_found_in_what_people_paste(string pasted)
    {
        var (topic, noor) = await site.BeginAsync("Pasted");
        var url = site.Web.Serve("/pasted/wards_(hospital)", ArticlePages.Article("Found in the sentence"));

        var page = await site.CaptureAsync(noor, topic, string.Format(null, pasted, url));

        Assert.Equal(["Found in the sentence"], page.CardTitles());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no address at all")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://files.example/x")]
    [InlineData("someone@people.example")]
    [InlineData("https://")]
    public async Task What_is_no_address_is_said_so_and_stays_in_the_form(string pasted)
    {
        var (topic, noor) = await site.BeginAsync("No address");

        var page = await noor.PasteAsync(topic, pasted);

        Assert.Contains("not a web address", page.TextOf(".form-errors"), StringComparison.Ordinal);
        Assert.Equal(pasted, ((IHtmlInputElement)page.Find("[name='Input.Url']")).Value);
        Assert.Equal(topic.Slug, ((IHtmlSelectElement)page.Find("[name='Input.Topic']")).Value);
        Assert.False(await site.InDbAsync(db => db.Posts.AnyAsync(p => p.TopicId == topic.Id)));
    }

    [Fact]
    public async Task A_phone_that_shares_its_address_as_text_is_understood()
    {
        var (topic, noor) = await site.BeginAsync("Shared");
        var url = site.Web.Serve("/shared", ArticlePages.Article("Shared from a phone"));

        var form = await noor.GetAsync($"/capture?title=Shared&text={Uri.EscapeDataString($"Look at this {url}")}");
        await noor.SubmitAsync(form, "main form", new { Topic = topic.Slug });
        await site.CapturesEndAsync(topic);

        Assert.Equal(["Shared from a phone"], (await noor.GetAsync($"/t/{topic.Slug}")).CardTitles());
    }

    [Theory]
    [InlineData("text/html", "windows-1252")]
    [InlineData("text/html; charset=iso-8859-1", null)]
    [InlineData("text/html", "latin1")]
    public async Task A_page_in_another_encoding_is_read_as_it_was_meant(string contentType, string? meta)
    {
        var (topic, noor) = await site.BeginAsync("Encodings");
        var html = ArticlePages.Article("Fünf Fälle für die Übergabe").Replace("<meta charset=\"utf-8\">", meta is null ? "" : $"<meta charset=\"{meta}\">", StringComparison.Ordinal);
        var url = site.Web.Serve("/latin", Encoding.Latin1.GetBytes(html), contentType);

        var page = await site.CaptureAsync(noor, topic, url.AbsoluteUri);

        Assert.Equal(["Fünf Fälle für die Übergabe"], page.CardTitles());
    }

    [Fact]
    public async Task A_page_may_hold_what_no_text_may()
    {
        var (topic, noor) = await site.BeginAsync("Broken characters");
        const string data = """<script type="application/ld+json">{"@type":"NewsArticle","headline":"Half \ud83d a \u0000 pair \u0007","author":{"name":"Sam \u0000 Porter"}}</script>""";
        var html = ArticlePages.Article("x").Replace("<meta property=\"og:title\" content=\"x\">", "", StringComparison.Ordinal).Replace("<title>x | The Ward News</title>", "", StringComparison.Ordinal)
            .Replace("<h1>x</h1>", "", StringComparison.Ordinal).Replace("</head>", data + "</head>", StringComparison.Ordinal);
        var url = site.Web.Serve("/broken", html);

        var page = await site.CaptureAsync(noor, topic, url.AbsoluteUri);

        Assert.Null(page.Html.QuerySelector(".card.failed"));
        Assert.Single(page.CardTitles());
    }

    [Fact]
    public async Task A_document_and_an_image_become_posts_of_their_kind()
    {
        var (topic, noor) = await site.BeginAsync("Files");
        var pdf = site.Web.Serve("/files/hand-hygiene_guide.pdf", "%PDF-1.7 …"u8.ToArray(), "application/pdf");
        var image = site.Web.Serve("/files/new-ward.jpg", Pictures.Jpeg(), "image/jpeg");

        await site.CaptureAsync(noor, topic, pdf.AbsoluteUri);
        var page = await site.CaptureAsync(noor, topic, image.AbsoluteUri);

        Assert.Equal(["new ward", "hand hygiene guide"], page.CardTitles());
        var kinds = await site.InDbAsync(db => db.Posts.Where(p => p.TopicId == topic.Id).OrderBy(p => p.Id).Select(p => p.Kind).ToListAsync());
        Assert.Equal([PostKind.Document, PostKind.Image], kinds);
        Assert.Contains("Open the PDF", page.TextOf(".kind-document"), StringComparison.Ordinal);
        Assert.NotNull(page.Find(".kind-image img"));
    }

    [Fact]
    public async Task Whoever_has_no_topic_is_told_what_to_do()
    {
        var ruth = await site.SignInAsync("ruth", "reader");

        var page = await ruth.GetAsync("/capture?url=https%3A%2F%2Fa.example%2F");

        Assert.Contains("no topic to put it in yet", page.TextOf(".empty"), StringComparison.Ordinal);
    }
}

public sealed class CaptureTestsOnSqlite(SqliteSite site) : CaptureTests(site), IClassFixture<SqliteSite>;

public sealed class CaptureTestsOnPostgres(PostgresSite site) : CaptureTests(site), IClassFixture<PostgresSite>;
