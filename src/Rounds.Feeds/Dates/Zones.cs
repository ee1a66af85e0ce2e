using System.Collections.Frozen;

namespace Rounds.Feeds.Dates;

/// <summary>Zone names and offsets, in minutes east of Greenwich. Names that several zones share stand for the one that feeds use most.</summary>
internal static class Zones
{
    private static readonly FrozenDictionary<string, int> Names = new Dictionary<string, int>
    {
        // RFC 822 section 5, with the North American zones it omits.
        ["z"] = 0, ["ut"] = 0, ["utc"] = 0, ["gmt"] = 0, ["est"] = -300, ["edt"] = -240, ["et"] = -300, ["cst"] = -360, ["cdt"] = -300,
        ["ct"] = -360, ["mst"] = -420, ["mdt"] = -360, ["mt"] = -420, ["pst"] = -480, ["pdt"] = -420, ["pt"] = -480, ["ast"] = -240,
        ["adt"] = -180, ["at"] = -240, ["nst"] = -210, ["ndt"] = -150, ["akst"] = -540, ["akdt"] = -480, ["hst"] = -600, ["hdt"] = -540,
        ["hast"] = -600, ["sst"] = -660,
        // The military letters with the signs RFC 822 gave them: programs that write them follow it.
        ["a"] = -60, ["b"] = -120, ["c"] = -180, ["d"] = -240, ["e"] = -300, ["f"] = -360, ["g"] = -420, ["h"] = -480, ["i"] = -540,
        ["k"] = -600, ["l"] = -660, ["m"] = -720, ["n"] = 60, ["o"] = 120, ["p"] = 180, ["q"] = 240, ["r"] = 300, ["s"] = 360, ["u"] = 480,
        ["v"] = 540, ["w"] = 600, ["x"] = 660, ["y"] = 720,
        // Europe and Africa
        ["wet"] = 0, ["west"] = 60, ["bst"] = 60, ["ist"] = 330, ["cet"] = 60, ["cest"] = 120, ["met"] = 60, ["mest"] = 120, ["mez"] = 60,
        ["mesz"] = 120, ["eet"] = 120, ["eest"] = 180, ["msk"] = 180, ["msd"] = 240, ["trt"] = 180, ["cat"] = 120, ["eat"] = 180,
        ["wat"] = 60, ["sast"] = 120, ["samt"] = 240,
        // Asia, Oceania, South America
        ["pkt"] = 300, ["npt"] = 345, ["ict"] = 420, ["wib"] = 420, ["wita"] = 480, ["wit"] = 540, ["hkt"] = 480, ["sgt"] = 480,
        ["myt"] = 480, ["pht"] = 480, ["awst"] = 480, ["jst"] = 540, ["kst"] = 540, ["acst"] = 570, ["acdt"] = 630, ["aest"] = 600,
        ["aedt"] = 660, ["nzst"] = 720, ["nzdt"] = 780, ["brt"] = -180, ["brst"] = -120, ["art"] = -180, ["clt"] = -240, ["clst"] = -180,
        ["gst"] = 240, ["irst"] = 210, ["yekt"] = 300, ["novt"] = 420, ["vlat"] = 600,
    }.ToFrozenDictionary();

    public static bool Named(string name, out int minutes) => Names.TryGetValue(name, out minutes);

    /// <summary>A zone that stands alone: nothing (UTC), a name, or an offset.</summary>
    public static bool Offset(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text.IsEmpty)
            return true;
        if (text[0] is '+' or '-' or '\u2212')
            return Numeric(text, out minutes) == text.Length;
        return text.Length <= 5 && Named(text.ToString().ToLowerInvariant(), out minutes);
    }

    /// <summary>Reads <c>+hh</c>, <c>+h:mm</c>, <c>+hhmm</c> or <c>+hh:mm</c> and returns the characters used, 0 when it is none.</summary>
    public static int Numeric(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        var at = 1;
        var value = 0;
        while (at < text.Length && at <= 4 && char.IsAsciiDigit(text[at]))
            value = value * 10 + (text[at++] - '0');
        var digits = at - 1;
        if (digits == 0)
            return 0;
        var hours = digits > 2 ? value / 100 : value;
        var rest = digits > 2 ? value % 100 : 0;
        if (digits <= 2 && at + 2 < text.Length && text[at] == ':' && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]))
        {
            rest = (text[at + 1] - '0') * 10 + text[at + 2] - '0';
            at += 3;
        }
        else if (digits <= 2 && at < text.Length && text[at] == ':')
            at++;
        // No place is further from Greenwich; such a number says nothing.
        if (hours > 15 || rest > 59)
            return at;
        minutes = (hours * 60 + rest) * (text[0] == '+' ? 1 : -1);
        return at;
    }
}
