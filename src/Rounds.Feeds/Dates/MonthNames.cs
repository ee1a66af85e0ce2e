using System.Collections.Frozen;

namespace Rounds.Feeds.Dates;

/// <summary>Months as feeds name them, by the letters that tell them apart, in lower case.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int> Beginnings = Build(
        "jan ian ocak gen ene янв jän ιαν sty led tammi sausi januá ener gene يناير janv januar januari янва січ студ сiч ינואר",
        "feb fév fev şub feb fev фев φεβ lut úno unor helmi vasa febr févr febbr feve fevr лют فبراير פברואר",
        "mar mär mae mrt már мар μαρ μάρ kwm bře brez maalis kovo mars märz marz marzo maerz maart бер μάώ μαώ مارس מרץ",
        "apr abr avr avri nis апр απρ kwi dub huhti bala ápr квіт кві أبريل אפריל",
        "may mai maj mei mag май мая μάι μαΐ μαϊ μαι kvě kve touko gegu máj maí máju трав тра mayo maio mayıs مايو מאי",
        "jun juin giu haz июн ιούν ιουν ιον cze červen cerven kesä birže jún giug kesa чер يونيو יוני",
        "jul juil lug tem июл ιούλ ιουλ ιολ lip července červenec cerven\u010d hein liep júl lugl lipca лип يوليو יולי",
        "aug aoû aou ago ağu авг αύγ αυγ sie srp elo rugp ágú agos août сер أغسطس אוגוסט",
        "sep set eyl сен σεπ wrz zář zari syys rugs sze szept sett вер سبتمبر ספטמבר",
        "oct okt ott out eki окт οκτ paź paz říj rij loka spal jövő otto outu жов أكتوبر אוקטובר",
        "nov kas ноя νοέ νοε lis listopad marras lapkr lis nove лист нов نوفمبر נובמבר",
        "dec déc dez dic ara дек δεκ gru pro joulu gruod des деc груд гру ديسمبر דצמבר");

    private static readonly int Longest = Beginnings.Keys.Max(k => k.Length);

    /// <summary>1 to 12, or 0 when the word names no month.</summary>
    public static int Find(string word)
    {
        for (var length = Math.Min(word.Length, Longest); length >= 3; length--)
            if (Beginnings.TryGetValue(word[..length], out var month))
                return month;
        return 0;
    }

    private static FrozenDictionary<string, int> Build(params string[] months)
    {
        var names = new Dictionary<string, int>();
        for (var i = 0; i < months.Length; i++)
            foreach (var name in months[i].Split(' '))
                names.TryAdd(name, i + 1);
        return names.ToFrozenDictionary();
    }
}
