using System.Text;

namespace Rounds.Extraction.Bench;

/// <summary>The measures of the benchmark: bag of words over \w+, passages that must and must not be there, facts exactly right.</summary>
internal static class Scores
{
    public static Dictionary<string, int> Bag(string text)
    {
        var bag = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in Words(text)) bag[word] = bag.GetValueOrDefault(word) + 1;
        return bag;
    }

    public static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_' || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark);
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            yield return text[start..i].ToLowerInvariant();
            start = -1;
        }
    }

    public static (double Precision, double Recall, double F1) Compare(string truth, string found)
    {
        var (expected, actual) = (Bag(truth), Bag(found));
        int total = expected.Values.Sum(), given = actual.Values.Sum();
        if (total == 0 && given == 0) return (1, 1, 1);
        var shared = actual.Sum(pair => Math.Min(pair.Value, expected.GetValueOrDefault(pair.Key)));
        if (shared == 0) return (0, 0, 0);
        double precision = (double)shared / given, recall = (double)shared / total;
        return (precision, recall, 2 * precision * recall / (precision + recall));
    }

    public static double? ShareOf(string[] passages, string text, bool wanted)
    {
        if (passages.Length == 0) return null;
        var flat = Flat(text);
        return passages.Count(passage => flat.Contains(Flat(passage), StringComparison.Ordinal) == wanted) / (double)passages.Length;
    }

    public static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    public static bool SameTitle(string? truth, string? found) => truth is not null && found is not null && Flat(truth) == Flat(found);

    public static bool SameName(string? truth, string? found) => truth is not null && found is not null && NameKey(truth) == NameKey(found);

    public static bool SameDay(string? truth, PageDate? found) => truth is not null && found is not null && truth.StartsWith(found.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public static string NameKey(string name)
    {
        var key = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter)) key.Append(letter);
            else if (char.IsWhiteSpace(letter) && key.Length > 0 && key[^1] != ' ') key.Append(' ');
        }
        return key.ToString().Trim();
    }
}
