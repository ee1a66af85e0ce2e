using System.Collections.Frozen;
using System.Text;

namespace Rounds.Data;

/// <summary>
/// Accented Latin letters and the plain ones in their place. The program runs without the machine's language data
/// (invariant globalization), where the framework's normalization leaves letters outside ASCII as they are.
/// </summary>
internal static class LatinLetters
{
    private static readonly (string Plain, string Accented)[] Table =
    [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
        ("b", "ḃḅḇ"),
        ("c", "çćĉċčḉ"),
        ("d", "ðďđḋḍḏḑḓ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ("f", "ḟ"),
        ("g", "ĝğġģǧǵḡ"),
        ("h", "ĥħȟḣḥḧḩḫẖ"),
        ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"),
        ("j", "ĵǰ"),
        ("k", "ķĸǩḱḳḵ"),
        ("l", "ĺļľłḷḹḻḽ"),
        ("m", "ḿṁṃ"),
        ("n", "ñńņňǹṅṇṉṋ"),
        ("o", "òóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
        ("p", "ṕṗ"),
        ("r", "ŕŗřȑȓṙṛṝṟ"),
        ("s", "śŝşšſșṡṣṥṧṩ"),
        ("t", "ţťŧțṫṭṯṱẗ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ("v", "ṽṿ"),
        ("w", "ŵẁẃẅẇẉẘ"),
        ("x", "ẋẍ"),
        ("y", "ýÿŷȳẏẙỳỵỷỹ"),
        ("z", "źżžẑẓẕ"),
        ("ae", "æǣǽ"), ("oe", "œ"), ("ss", "ß"), ("th", "þ"),
    ];

    private static readonly FrozenDictionary<Rune, string> Plain = Table
        .SelectMany(row => row.Accented.EnumerateRunes().Select(letter => (letter, row.Plain)))
        .ToFrozenDictionary(pair => pair.letter, pair => pair.Plain);

    /// <summary>The letter in lower case, without its accent where it is Latin.</summary>
    public static string Fold(Rune letter)
    {
        var lower = Rune.ToLowerInvariant(letter);
        return Plain.TryGetValue(lower, out var plain) ? plain : lower.ToString();
    }
}
