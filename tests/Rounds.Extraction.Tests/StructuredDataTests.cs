namespace Rounds.Extraction.Tests;

public sealed class StructuredDataTests
{
    [Theory]
    [InlineData("""{"@type":"NewsArticle","headline":"Ward opens","author":{"name":"Mira Oakhurst"},"description":"cut \ud83d"}""")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Ward opens\",\"author\":{\"name\":\"Mira Oakhurst\"},\"description\":\"cut \uD83D\"}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Ward opens\",\"author\":[{\"name\":\"Mira Oakhurst\"}],\"description\":\"two\nlines\",}")]
    [InlineData("""/* by our tool */ {"@graph":[{"@type":"NewsArticle","headline":"Ward opens","author":{"@id":"#mira"}},{"@type":"Person","@id":"#mira","name":"Mira Oakhurst"}]};""")]
    [InlineData("""<!-- {"@type":["NewsArticle","Thing"],"headline":"Ward opens","author":"Mira Oakhurst"} -->""")]
    public void Broken_linked_data_is_read_with_mercy(string json)
    {
        var html = $"<html><head><title>Ward opens</title><script type=\"application/ld+json\">{json}</script></head><body><article><h1>Ward opens</h1><p>The new ward opened in spring, and people came from far away to see what had been built there by so many hands.</p></article></body></html>";
        var article = ArticleExtractor.Extract(html, new Uri("https://aldermoor.example/news/ward-opens"));
        Assert.Equal(("Ward opens", "Mira Oakhurst"), (article.Title, article.Byline));
    }

    [Theory]
    [InlineData("{\"\\ud83d\":\"x\",\"@type\":\"\\udc00\"}")]
    [InlineData("\\ud83d")]
    [InlineData("{\"@type\":{\"@type\":[[[1,null,true]]]},\"@id\":5}")]
    [InlineData("{\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"},\"@id\":\"#a\"}")]
    public void Nonsense_is_an_answer(string json) =>
        Assert.NotNull(ArticleExtractor.Extract($"<script type=application/ld+json>{json}</script><p>Text.</p>", null));
}
