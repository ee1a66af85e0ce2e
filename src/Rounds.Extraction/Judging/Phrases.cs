namespace Rounds.Extraction.Judging;

/// <summary>Words by which furniture gives itself away in a short block, grouped; one bit a group.</summary>
internal static class Phrases
{
    private static readonly string[][] Groups =
    [
        ["share", "tweet", "facebook", "linkedin", "whatsapp", "pinterest", "copy link", "teilen", "partager", "compartir"],
        ["related", "read more", "see also", "you may also", "you might", "recommended", "more from", "more on", "read next", "up next", "popular", "trending", "also read", "keep reading", "latest", "lire aussi", "leer más", "mehr zum", "weiterlesen"],
        ["comment", "leave a reply", "reply", "respond", "kommentar", "commentaire", "comentario"],
        ["subscribe", "newsletter", "sign up", "inbox", "email address", "your email", "abonn", "suscr"],
        ["cookie", "privacy", "terms of", "gdpr", "datenschutz"],
        ["copyright", "©", "all rights reserved", "(c) ", "trademark"],
        ["advertis", "sponsored", "promoted", "anzeige", "publicidad"],
        ["log in", "login", "sign in", "register", "my account", "password", "anmelden"],
        ["skip to", "menu", "toggle", "search", "close", "jump to", "back to"],
        ["add to cart", "buy now", "in stock", "add to bag", "wishlist", "checkout", "free shipping", "quantity", "sold out", "add to"],
        ["posted", "published", "updated", "min read", "minutes", "written by", "by "],
        ["next", "previous", "prev", "page ", "older", "newer", "load more", "show more", "view all", "see all", "show all"],
        ["references", "bibliography", "sources", "citation", "footnote", "further reading"],
        ["tags", "categories", "filed under", "topics", "tagged", "category"],
        ["follow us", "follow", "connect with", "social"],
        ["about the author", "author", "written by", "is a writer", "about us"],
        ["contact", "get started", "learn more", "book a", "call us", "demo", "free trial", "download", "get in touch", "request"],
        ["photo", "image", "credit", "getty", "courtesy", "photograph"],
        ["joined", "posts", "members", "likes", "views", "upvote", "votes", "points", "replies", "quote", "report"],
        ["rating", "reviews", "stars", "review"],
        ["table of contents", "contents", "on this page", "in this article", "jump to"],
        ["filter", "sort by", "refine", "price", "results"],
        ["edit", "print", "save", "bookmark", "download pdf", "permalink", "listen"],
        ["faq", "frequently asked", "question"],
    ];

    public static int Count => Groups.Length;

    public static uint Of(string text)
    {
        if (text.Length > 120) text = text[..120];
        var found = 0u;
        for (var i = 0; i < Groups.Length; i++)
        {
            foreach (var phrase in Groups[i])
            {
                if (!text.Contains(phrase, StringComparison.OrdinalIgnoreCase)) continue;
                found |= 1u << i;
                break;
            }
        }
        return found;
    }
}
