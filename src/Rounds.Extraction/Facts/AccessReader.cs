using System.Buffers;
using Rounds.Extraction.Outline;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Facts;

/// <summary>
/// Says when what was fetched is not the page. Walls show little text, so their words only count on a short page: an article about
/// captchas is still an article.
/// </summary>
internal static class AccessReader
{
    private const int ShortPage = 160;

    private static readonly SearchValues<string> BotWords = SearchValues.Create(
        ["checking your browser", "verify you are human", "verifying you are human", "are you a robot", "unusual traffic", "enable javascript and cookies to continue", "access denied", "attention required! | cloudflare", "just a moment...", "press & hold", "pardon our interruption", "ddos protection", "request unsuccessful. incapsula", "please complete the security check", "bot verification", "human verification"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> MissingWords = SearchValues.Create(
        ["page not found", "404 not found", "error 404", "404 error", "page cannot be found", "page can't be found", "page you requested", "page you are looking for", "page you're looking for", "no longer available", "page introuvable", "seite nicht gefunden", "página no encontrada", "página não encontrada", "pagina non trovata", "pagina niet gevonden", "strona nie istnieje", "sidan kunde inte hittas", "страница не найдена", "ページが見つかりません", "页面不存在", "sayfa bulunamadı"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> CookieWords = SearchValues.Create(
        ["we value your privacy", "before you continue", "accept all cookies", "accept cookies to continue", "cookie consent", "wir verwenden cookies", "nous utilisons des cookies", "gestion des cookies", "zustimmen und weiter", "accepter et continuer", "utilizamos cookies"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> PaywallWords = SearchValues.Create(
        ["subscribe to continue reading", "subscribe to read", "subscribers only", "to continue reading", "continue reading with a subscription", "for subscribers", "already a subscriber", "this article is for subscribers", "this post is for paid subscribers", "unlock this article", "register to continue", "sign in to continue reading", "purchase access", "get full access", "réservé aux abonnés", "article réservé", "nur für abonnenten", "weiterlesen mit", "suscríbete para", "contenido exclusivo para suscriptores", "contenuto riservato agli abbonati", "exclusivo para assinantes"], StringComparison.OrdinalIgnoreCase);

    public static PageAccess Find(Page page, int textWords)
    {
        var title = page.Metadata.Title;
        var heading = page.Outline.Branches.Find(branch => branch.Tag == Tag.H1) is { } first ? page.Outline.TextOf(first, 40) ?? "" : "";
        var isShort = textWords < ShortPage;
        if (SaysAny(title, BotWords) || (isShort && (page.Metadata.HasCaptcha && page.Outline.Words < 120 || SaysAny(page, BotWords)))) return PageAccess.BotCheck;
        if (SaysAny(title, MissingWords) || SaysAny(heading, MissingWords) || title.Trim() is "404" || (isShort && title.Contains("not found", StringComparison.OrdinalIgnoreCase))) return PageAccess.NotFound;
        if (IsDeclaredPaid(page) || (textWords < 600 && SaysAny(page, PaywallWords))) return PageAccess.Paywall;
        return isShort && page.Outline.Words < 400 && SaysAny(page, CookieWords) ? PageAccess.CookieWall : PageAccess.Open;
    }

    /// <summary>schema.org isAccessibleForFree, as search engines ask of paid pages; content tiers as publishers mark them.</summary>
    private static bool IsDeclaredPaid(Page page)
    {
        foreach (var thing in page.Data.Things)
        {
            if (thing.Depth > 1 || !LinkedTypes.IsArticle(thing.Type) || !thing.Json.TryGetProperty("isAccessibleForFree", out var free)) continue;
            if (free.ValueKind == System.Text.Json.JsonValueKind.False || (free.ValueKind == System.Text.Json.JsonValueKind.String && free.Text().Equals("false", StringComparison.OrdinalIgnoreCase))) return true;
        }
        return page.Metadata.First("article:content_tier") is { } tier && tier.Equals("locked", StringComparison.OrdinalIgnoreCase);
    }

    private static bool SaysAny(Page page, SearchValues<string> words)
    {
        foreach (var block in page.Outline.Blocks)
        {
            if (block.Words is > 1 and < 80 && SaysAny(block.Text, words)) return true;
        }
        return false;
    }

    private static bool SaysAny(string text, SearchValues<string> words) => text.AsSpan().ContainsAny(words);
}
