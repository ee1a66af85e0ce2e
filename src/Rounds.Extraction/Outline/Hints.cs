using System.Collections.Frozen;

namespace Rounds.Extraction.Outline;

/// <summary>Reads class and id attributes: "relatedPosts" and "related-posts" say the same two things.</summary>
internal static class Hints
{
    private const int LongestWord = 12;

    private static readonly FrozenDictionary<string, Hint> Words = Build(
    [
        (Hint.Article, "article articles blog news"), (Hint.Content, "content contents contenido inhalt contenu conteudo copy"), (Hint.Post, "post posts posting"),
        (Hint.Entry, "entry hentry"), (Hint.Body, "body"), (Hint.Story, "story stories"), (Hint.Text, "text prose rich richtext wysiwyg paragraph markdown rte"),
        (Hint.Main, "main primary page"), (Hint.Nav, "nav navigation navbar"), (Hint.Menu, "menu submenu megamenu dropdown"), (Hint.Header, "header head masthead topbar"),
        (Hint.Footer, "footer foot colophon bottom"), (Hint.Sidebar, "sidebar side aside rail secondary drawer"),
        (Hint.Related, "related recommend recommended recirc more similar trending popular latest recent readmore next previous prev also suggested upsell crosssell"),
        (Hint.Share, "share sharing social addthis sharedaddy follow facebook twitter"), (Hint.Comment, "comment comments disqus respond discussion"),
        (Hint.Promo, "promo promotion promoted sponsor sponsored marketing partner"), (Hint.Ad, "ad ads advert advertisement adsbygoogle dfp taboola outbrain adslot"),
        (Hint.Cookie, "cookie cookies consent gdpr onetrust privacy"), (Hint.Newsletter, "newsletter subscribe subscription signup optin mailchimp"),
        (Hint.Breadcrumb, "breadcrumb breadcrumbs crumb crumbs"), (Hint.TagList, "tag tags category categories topic topics keyword label labels badge chip pill"),
        (Hint.Meta, "meta info metadata details stats"), (Hint.Author, "author byline writer contributor"), (Hint.Date, "date time timestamp published updated"),
        (Hint.Widget, "widget module plugin block"), (Hint.Popup, "popup modal overlay lightbox dialog tooltip toast offcanvas"), (Hint.Banner, "banner alert announcement"),
        (Hint.Hidden, "hidden hide invisible sronly visually screen reader"), (Hint.Pagination, "pagination pager paging"), (Hint.CallToAction, "cta button btn action actions"),
        (Hint.Caption, "caption credit wpcaption"), (Hint.Title, "title heading headline"), (Hint.Summary, "summary excerpt teaser lead intro dek standfirst description desc subtitle"),
        (Hint.Card, "card cards tile tiles"), (Hint.List, "list listing results grid rows archive loop"), (Hint.Item, "item items cell row"), (Hint.Product, "product products shop sku woocommerce"),
        (Hint.Price, "price prices pricing cost"), (Hint.Review, "review reviews rating ratings testimonial testimonials stars"), (Hint.Message, "message msg bbwrapper"),
        (Hint.Thread, "thread forum topicbody answer question answers"), (Hint.Reply, "reply replies response"), (Hint.Signature, "signature"), (Hint.User, "user profile avatar member userinfo poster"),
        (Hint.Toc, "toc contentstable"), (Hint.Filter, "filter filters sort facet facets refine search toolbar"), (Hint.Hero, "hero jumbotron cover"), (Hint.Feature, "feature features featured service services benefit benefits"),
        (Hint.Faq, "faq faqs accordion collapse"), (Hint.Quote, "quote blockquote pullquote"), (Hint.Code, "code highlight codehilite snippet"), (Hint.Gallery, "gallery carousel slider slideshow swiper slick slide"),
        (Hint.Form, "form contact input field"), (Hint.Login, "login signin register account"), (Hint.Bio, "bio about aboutauthor"), (Hint.Footnote, "footnote footnotes references reference citation bibliography"),
        (Hint.Copyright, "copyright legal disclaimer"), (Hint.Print, "print noprint"), (Hint.Skip, "skip skiplink"), (Hint.Video, "video player audio podcast media"), (Hint.Cart, "cart basket checkout wishlist"),
        (Hint.Notice, "notice warning note infobox callout admonition"), (Hint.Logo, "logo brand"),
    ]);

    private static readonly FrozenDictionary<string, Hint>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Hint Read(string? names)
    {
        var found = Hint.None;
        if (string.IsNullOrEmpty(names)) return found;
        Span<char> word = stackalloc char[40];
        var length = 0;
        // A class attribute of thousands of utility classes says nothing more after its first few hundred letters.
        for (var i = 0; i <= names.Length && i < 400; i++)
        {
            var letter = i < names.Length ? names[i] : ' ';
            var starts = char.IsAsciiLetterUpper(letter) && i > 0 && char.IsAsciiLetterLower(names[i - 1]);
            if (!char.IsAsciiLetter(letter) || starts || length == word.Length)
            {
                found |= ReadWord(word[..length]);
                length = 0;
            }
            if (char.IsAsciiLetter(letter)) word[length++] = char.ToLowerInvariant(letter);
        }
        return found | ReadWord(word[..length]);
    }

    private static Hint ReadWord(ReadOnlySpan<char> word)
    {
        if (word.Length < 2) return Hint.None;
        if (word.Length <= LongestWord && Lookup.TryGetValue(word, out var whole)) return whole;
        var found = Hint.None;
        // Compounds without a seam ("articlebody"): the longest known word at each place; short ones ("ad") only stand alone.
        for (var start = 0; start + 4 <= word.Length; start++)
        {
            for (var length = Math.Min(LongestWord, word.Length - start); length >= 4; length--)
            {
                if (!Lookup.TryGetValue(word.Slice(start, length), out var part)) continue;
                found |= part;
                start += length - 1;
                break;
            }
        }
        return found;
    }

    private static FrozenDictionary<string, Hint> Build((Hint Hint, string Words)[] groups)
    {
        var words = new Dictionary<string, Hint>();
        foreach (var (hint, list) in groups)
        {
            foreach (var word in list.Split(' ')) words[word] = words.GetValueOrDefault(word) | hint;
        }
        return words.ToFrozenDictionary();
    }
}
