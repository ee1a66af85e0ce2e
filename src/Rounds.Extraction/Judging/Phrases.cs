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

    /// <summary>Phrases by the character they start with, so that a word is compared with a handful of them.</summary>
    private static readonly Dictionary<char, (string Phrase, uint Bit)[]> ByFirst = Groups
        .SelectMany((group, index) => group.Select(phrase => (Phrase: phrase, Bit: 1u << index)))
        .GroupBy(entry => entry.Phrase[0]).ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The groups that have a phrase starting at a word of the text's first 120 characters.</summary>
    public static uint Of(string text)
    {
        var found = 0u;
        var line = text.AsSpan(0, Math.Min(text.Length, 120));
        for (var i = 0; i < line.Length; i++)
        {
            if (i > 0 && char.IsLetterOrDigit(line[i - 1])) continue;
            if (!ByFirst.TryGetValue(char.ToLowerInvariant(line[i]), out var phrases)) continue;
            foreach (var (phrase, bit) in phrases)
            {
                if ((found & bit) == 0 && line[i..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) found |= bit;
            }
        }
        return found;
    }
}
