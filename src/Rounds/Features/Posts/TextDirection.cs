namespace Rounds.Features.Posts;

/// <summary>Reading direction of a language, by the script it is usually written in (Unicode CLDR).</summary>
public static class TextDirection
{
    private static readonly HashSet<string> RightToLeft = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar", "arc", "ckb", "dv", "fa", "ha-Arab", "he", "iw", "ks", "ku-Arab", "ps", "sd", "syr", "ug", "ur", "yi",
    };

    public static string Of(string language) =>
        RightToLeft.Contains(language) || RightToLeft.Contains(language.Split('-')[0]) ? "rtl" : "ltr";
}
