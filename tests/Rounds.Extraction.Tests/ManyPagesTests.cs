namespace Rounds.Extraction.Tests;

/// <summary>Shapes other than news: what must come out of each.</summary>
public sealed class ManyPagesTests
{
    [Fact]
    public void A_thread_keeps_every_post_and_drops_the_member_boxes_links()
    {
        var posts = string.Concat(Enumerable.Range(1, 6).Select(number => $"""
            <article class="message post" id="post-{number}"><div class="message-user user-box"><a href="/members/{number}">walker{number}</a><span>Joined</span><span>12</span></div>
            <div class="message-body"><div class="bbWrapper">This is what I did on day {number} after the operation: I walked to the end of the ward and back, and it hurt less than I had feared, so I did it again.</div></div>
            <div class="message-actions"><a href="#">Reply</a><a href="#">Report</a></div></article>
            """));
        var html = $"<html><head><title>First walk after surgery | Ward Talk</title></head><body><nav class=menu><a href=/>Home</a><a href=/new>New posts</a></nav><h1>First walk after surgery</h1><div class='thread messages'>{posts}</div><footer><a href=/terms>Terms of use</a></footer></body></html>";
        var article = ArticleExtractor.Extract(html, new Uri("https://wardtalk.example/threads/first-walk.17/"));
        Assert.Equal("First walk after surgery", article.Title);
        for (var number = 1; number <= 6; number++) Assert.Contains($"on day {number} after", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Terms of use", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Right_to_left_is_said()
    {
        const string html = "<html lang='ar'><head><title>المشي بعد الجراحة</title></head><body><article><h1>المشي بعد الجراحة</h1><p>يساعد المشي المبكر بعد العملية معظم المرضى على التعافي بسرعة أكبر، كما يقول الأطباء في المستشفى.</p></article></body></html>";
        var article = ArticleExtractor.Extract(html, null);
        Assert.Equal(("ar", "rtl"), (article.Language, article.Direction));
        Assert.Contains("يساعد المشي المبكر", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_only_in_linked_data_is_found()
    {
        var body = string.Join(' ', Enumerable.Repeat("The ward opened in spring and people came from far away to see it.", 8));
        var html = $$"""<html><head><title>Ward opens</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ward opens","articleBody":"{{body}}"}</script></head><body><div id="app">Please enable JavaScript.</div></body></html>""";
        var article = ArticleExtractor.Extract(html, null);
        Assert.StartsWith("The ward opened in spring", article.Text, StringComparison.Ordinal);
        Assert.StartsWith("<p>The ward opened", article.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_shown_only_by_script_gives_its_description()
    {
        const string html = "<html><head><title>Ward opens</title><meta name=description content='The new ward opened in spring, and people came from far away to see what had been built there.'></head><body><noscript>Powered by a forum, best viewed with JavaScript</noscript></body></html>";
        Assert.StartsWith("The new ward opened", ArticleExtractor.Extract(html, null).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_without_a_word_from_the_page_is_guessed()
    {
        const string html = "<article><p>Die Klinik hat eine neue Station eröffnet, und die Menschen kamen von weit her, um das Haus zu sehen, das mit viel Geduld gebaut worden ist.</p></article>";
        Assert.Equal("de", ArticleExtractor.Extract(html, null).Language);
    }

    [Fact]
    public void Markup_of_the_article_is_well_formed_when_read_again()
    {
        const string html = "<article><p>One <b>bold <i>both</b> italic</i> and a <a href='javascript:alert(1)'>bad link</a> stands in this long sentence of the page.</p><table><tr><th>Day<td>Steps<tr><td>1<td>200</table><p>After the table the text goes on with one more sentence, and then it ends here.</p></article>";
        var article = ArticleExtractor.Extract(html, null);
        Assert.DoesNotContain("javascript:", article.Html, StringComparison.OrdinalIgnoreCase);
        var again = new AngleSharp.Html.Parser.HtmlParser().ParseDocument("<body>" + article.Html).Body!.InnerHtml;
        Assert.Equal(article.Html.ReplaceLineEndings("").Trim(), again.ReplaceLineEndings("").Trim());
    }
}
