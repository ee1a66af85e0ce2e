namespace Rounds.Extraction.Writing;

internal static class Sentences
{
    private static readonly string[] Abbreviations = ["dr", "mr", "mrs", "ms", "prof", "st", "vs", "etc", "e.g", "i.e", "no", "fig", "al", "inc", "jr", "sr", "u.s", "approx", "p", "ph.d", "m.d", "bzw", "z.b", "ca", "nr", "art", "vol", "ed"];

    /// <summary>A text cut after its sentence ends; a last part without one is left out, unless it is all there is.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsEnd(text, i)) continue;
            while (i + 1 < text.Length && text[i + 1] is '"' or '”' or '’' or ')' or '.' or '!' or '?' or '»' or '」') i++;
            if (text[start..(i + 1)].Trim() is { Length: > 0 } sentence) yield return sentence;
            start = i + 1;
        }
        if (start == 0 && text.Trim().Length > 0) yield return text.Trim();
    }

    private static bool IsEnd(string text, int at)
    {
        if (text[at] is '。' or '！' or '？' or '।' or '؟') return true;
        if (text[at] is not ('.' or '!' or '?' or '…')) return false;
        var next = at + 1;
        while (next < text.Length && text[next] is '"' or '”' or '’' or ')' or '»' or '.' or '!' or '?') next++;
        if (next < text.Length && !char.IsWhiteSpace(text[next])) return false;
        if (text[at] != '.') return true;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        if (next < text.Length && char.IsLower(text[next])) return false;
        var start = at;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1])) start--;
        var word = text[start..at].TrimStart('(', '"', '“').ToLowerInvariant();
        // A single capital is an initial ("J. Alder").
        return !(word.Length == 1 && char.IsLetter(text[at - 1]) && next < text.Length) && Array.IndexOf(Abbreviations, word) < 0;
    }
}
