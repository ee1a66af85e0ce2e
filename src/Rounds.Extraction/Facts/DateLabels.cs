namespace Rounds.Extraction.Facts;

internal enum DateLabel : byte { None, Published, Modified }

/// <summary>The word before a date that says what it is the date of.</summary>
internal static class DateLabels
{
    private static readonly string[] Published =
        ["publish", "posted", "date:", "created", "written", "issued", "first ", "added", "joined", "publié", "publicado", "veröffentlicht", "erstellt", "pubblicato", "gepubliceerd", "geplaatst", "publicerad", "publisert", "opublikowano", "опубликов", "yayın", "发布", "發布", "公開", "投稿", "등록", "게시", "نشر", "stand:"];

    private static readonly string[] Modified =
        ["updat", "modif", "revis", "edited", "changed", "reviewed", "mis à jour", "actualizad", "atualizad", "aktualisiert", "aggiornat", "bijgewerkt", "uppdaterad", "oppdatert", "aktualizacja", "обновл", "güncel", "更新", "修改", "수정", "تحديث"];

    public static DateLabel Before(string text, int dateStart)
    {
        var from = Math.Max(0, dateStart - 40);
        var before = text.AsSpan(from, dateStart - from);
        var modified = Last(before, Modified);
        var published = Last(before, Published);
        return modified < 0 && published < 0 ? DateLabel.None : modified > published ? DateLabel.Modified : DateLabel.Published;
    }

    private static int Last(ReadOnlySpan<char> text, string[] words)
    {
        var last = -1;
        foreach (var word in words) last = Math.Max(last, text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase));
        return last;
    }
}
