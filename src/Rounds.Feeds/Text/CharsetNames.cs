using System.Collections.Frozen;

namespace Rounds.Feeds.Text;

/// <summary>What feeds call charsets, and the code page of .NET that reads them: the IANA register's names and aliases, and the names that
/// programs and vendors use besides. Compared without case and punctuation.</summary>
internal static class CharsetNames
{
    private static readonly FrozenDictionary<string, int> CodePages = Build(
        (65001, "utf-8 utf u8 utf-8-ucs2 utf-8-ucs4 unicode-1-1-utf-8 x-unicode20utf8 cp65001 utf-8n unicode11utf8"),
        (1200, "utf-16 u16 utf-16le ucs-2 ucs-2le iso-10646-ucs-2 csunicode unicode unicodelittleunmarked cp1200"),
        (1201, "utf-16be unicodefffe ucs-2be unicodebigunmarked cp1201"),
        (12000, "utf-32 u32 utf-32le ucs-4 ucs-4le iso-10646-ucs-4 csucs4"),
        (12001, "utf-32be ucs-4be"),
        (20127, "us-ascii ascii 646 us iso-ir-6 ansi_x3.4-1968 ansi_x3.4-1986 iso_646.irv:1991 iso646-us ibm367 cp367 csascii"),
        (28591, "iso-8859-1 iso-8859-1:1987 iso-ir-100 latin1 latin l1 ibm819 cp819 csisolatin1 8859 iso8859 8859-1"),
        (28592, "iso-8859-2 iso_8859-2:1987 iso-ir-101 latin2 l2 csisolatin2 8859-2"),
        (28593, "iso-8859-3 iso_8859-3:1988 iso-ir-109 latin3 l3 csisolatin3 8859-3"),
        (28594, "iso-8859-4 iso_8859-4:1988 iso-ir-110 latin4 l4 csisolatin4 8859-4"),
        (28595, "iso-8859-5 iso_8859-5:1988 iso-ir-144 cyrillic csisolatincyrillic 8859-5"),
        (28596, "iso-8859-6 iso_8859-6:1987 iso-ir-127 ecma-114 arabic csisolatinarabic 8859-6 iso-8859-6-e iso-8859-6-i asmo-708"),
        (28597, "iso-8859-7 iso_8859-7:1987 iso-ir-126 elot_928 ecma-118 greek greek8 csisolatingreek 8859-7 sun_eu_greek"),
        (28598, "iso-8859-8 iso_8859-8:1988 iso-ir-138 hebrew csisolatinhebrew 8859-8 iso-8859-8-e visual"),
        (38598, "iso-8859-8-i logical csiso88598i"),
        (28599, "iso-8859-9 iso_8859-9:1989 iso-ir-148 latin5 l5 csisolatin5 8859-9"),
        (28603, "iso-8859-13 latin7 l7 8859-13"), (28605, "iso-8859-15 latin9 l9 csisolatin9 8859-15 iso-ir-203"),
        (874, "iso-8859-11 iso_8859-11:2001 thai windows-874 cp874 874 ibm874 tis-620 tis-620-0 tis-620.2529-0 tis-620.2529-1 iso-ir-166 dos-874 x-windows-874"),
        (1250, "windows-1250 cp1250 1250 x-cp1250 win1250"), (1251, "windows-1251 cp1251 1251 x-cp1251 win1251 win-1251 ansi-1251"),
        (1252, "windows-1252 cp1252 1252 x-cp1252 x-ansi win1252 ansi"), (1253, "windows-1253 cp1253 1253 x-cp1253 win1253"),
        (1254, "windows-1254 cp1254 1254 x-cp1254 win1254"), (1255, "windows-1255 cp1255 1255 x-cp1255 win1255"),
        (1256, "windows-1256 cp1256 1256 x-cp1256 win1256"), (1257, "windows-1257 cp1257 1257 x-cp1257 win1257"),
        (1258, "windows-1258 cp1258 1258 x-cp1258 win1258"),
        (20866, "koi8-r koi8 koi cskoi8r cp878 koi8_r"), (21866, "koi8-u koi8-ru cp1168"),
        (437, "ibm437 cp437 437 cspc8codepage437"), (708, "asmo708"), (720, "cp720 720 dos-720 ibm720"), (737, "cp737 737 ibm737"), (775, "ibm775 cp775 775 cspc775baltic"),
        (850, "ibm850 cp850 850 cspc850multilingual"), (852, "ibm852 cp852 852 cspcp852"), (855, "ibm855 cp855 855 csibm855"),
        (857, "ibm857 cp857 857 csibm857"), (858, "ibm00858 cp858 858 csibm858 ibm858 cp00858 pc-multilingual-850+euro"), (860, "ibm860 cp860 860 csibm860"),
        (861, "ibm861 cp861 861 cp-is csibm861"), (862, "ibm862 cp862 862 cspc862latinhebrew dos-862"), (863, "ibm863 cp863 863 csibm863"),
        (864, "ibm864 cp864 864 csibm864"), (865, "ibm865 cp865 865 csibm865"), (866, "ibm866 cp866 866 csibm866"), (869, "ibm869 cp869 869 cp-gr csibm869"),
        // EBCDIC
        (37, "ibm037 cp037 037 37 csibm037 ebcdic-cp-us ebcdic-cp-ca ebcdic-cp-wt ebcdic-cp-nl ibm039"), (500, "ibm500 cp500 500 csibm500 ebcdic-cp-be ebcdic-cp-ch"),
        (870, "ibm870 cp870 870 csibm870 ebcdic-cp-roece ebcdic-cp-yu"), (20424, "ibm424 cp424 424 csibm424 ebcdic-cp-he"), (875, "cp875 875 ibm875"), (1026, "ibm1026 cp1026 1026 csibm1026"),
        (1047, "ibm1047 cp1047 1047"), (1140, "ibm01140 cp1140 1140 ibm1140 cp01140 ebcdic-us-37+euro"), (1141, "ibm01141 cp1141"), (1142, "ibm01142 cp1142"),
        (1143, "ibm01143 cp1143"), (1144, "ibm01144 cp1144"), (1145, "ibm01145 cp1145"), (1146, "ibm01146 cp1146"), (1147, "ibm01147 cp1147"),
        (1148, "ibm01148 cp1148"), (1149, "ibm01149 cp1149"), (20273, "ibm273 cp273 273 csibm273"), (20277, "ibm277 cp277 ebcdic-cp-dk ebcdic-cp-no"),
        (20278, "ibm278 cp278 ebcdic-cp-fi ebcdic-cp-se"), (20280, "ibm280 cp280 ebcdic-cp-it"), (20284, "ibm284 cp284 ebcdic-cp-es"), (20285, "ibm285 cp285 ebcdic-cp-gb"),
        (20297, "ibm297 cp297 ebcdic-cp-fr"), (20420, "ibm420 cp420 ebcdic-cp-ar1"), (20423, "ibm423 cp423 ebcdic-cp-gr"), (20871, "ibm871 cp871 ebcdic-cp-is"),
        (20880, "ibm880 cp880 ebcdic-cyrillic"), (20905, "ibm905 cp905 ebcdic-cp-tr"), (21025, "cp1025"),
        // Macintosh
        (10000, "macintosh mac macroman mac-roman x-mac-roman csmacintosh"), (10004, "x-mac-arabic mac-arabic"), (10005, "x-mac-hebrew mac-hebrew"), (10006, "x-mac-greek mac-greek"),
        (10007, "x-mac-cyrillic mac-cyrillic x-mac-ukrainian"), (10010, "x-mac-romanian mac-romanian"), (10021, "x-mac-thai"), (10029, "x-mac-ce mac-latin2 mac-centeuro maccentraleurope"),
        (10079, "x-mac-icelandic mac-iceland"), (10081, "x-mac-turkish mac-turkish"), (10082, "x-mac-croatian mac-croatian"),
        // East Asia
        (932, "shift_jis shift-jis sjis s-jis ms_kanji csshiftjis cp932 932 ms932 windows-31j cswindows31j x-sjis mskanji windows-932 x-mac-japanese shift_jis-2004 sjis-2004 shift_jisx0213 sjisx0213 s_jis_2004 s_jisx0213"),
        (51932, "euc-jp eucjp x-euc-jp cseucpkdfmtjapanese ujis u-jis euc-jis-2004 euc-jis2004 jisx0213 euc-jisx0213 eucjisx0213 eucjis2004"),
        (50220, "iso-2022-jp csiso2022jp iso-2022-jp-1 iso-2022-jp-2 iso-2022-jp-3 iso-2022-jp-2004 iso-2022-jp-ext jis"),
        (54936, "gb18030 gb18030-2000 gb2312 gb2312-80 gb2312-1980 chinese euc-cn euccn eucgb2312-cn csgb2312 csiso58gb231280 iso-ir-58 x-mac-simp-chinese gb_2312-80 x-euc-cn gbk 936 cp936 ms936 windows-936 x-gbk x-cp936"),
        (52936, "hz-gb-2312 hz hz-gb hzgb"), (950, "big5 big5-tw csbig5 cp950 950 ms950 big5-hkscs hkscs cn-big5 x-x-big5 x-mac-trad-chinese big-5 windows-950"),
        (949, "euc-kr euckr korean ks_c_5601 ks_c_5601-1987 ks_c_5601-1989 ksc_5601 ksc5601 ks_x_1001 ksx1001 iso-ir-149 cseuckr csksc56011987 cp949 949 ms949 uhc windows-949 x-windows-949 x-mac-korean"),
        (50225, "iso-2022-kr csiso2022kr"), (1361, "johab cp1361 ms1361"));

    private static readonly FrozenDictionary<string, string> Tables = new (string Table, string Names)[]
    {
        ("iso-8859-10", "iso-8859-10 iso_8859-10:1992 iso-ir-157 latin6 l6 csisolatin6"),
        ("iso-8859-14", "iso-8859-14 iso_8859-14:1998 iso-ir-199 latin8 l8 iso-celtic"),
        ("iso-8859-16", "iso-8859-16 iso_8859-16:2001 iso-ir-226 latin10 l10"),
        ("hp-roman8", "hp-roman8 roman8 r8 cshproman8 cp1051 ibm1051"), ("ptcp154", "ptcp154 csptcp154 pt154 cp154 cyrillic-asian"),
        ("kz1048", "kz-1048 rk1048 strk1048-2002 cskz1048"), ("cp1125", "cp1125 1125 ibm1125 cp866u ruscii"), ("cp856", "cp856 ibm856"),
        ("cp1006", "cp1006 ibm1006"), ("koi8-t", "koi8-t"), ("palmos", "palmos"),
    }.SelectMany(t => t.Names.Split(' ').Select(n => (Name: Squeeze(n), t.Table))).ToFrozenDictionary(t => t.Name, t => t.Table);

    /// <summary>The code page of a name, 0 when it has none.</summary>
    public static int CodePage(string name) => CodePages.GetValueOrDefault(Squeeze(name));

    /// <summary>The upper half of an 8-bit charset that has no code page.</summary>
    public static string? UpperHalf(string name) =>
        Tables.TryGetValue(Squeeze(name), out var table) ? EightBitTables.UpperHalves[table] : null;

    private static FrozenDictionary<string, int> Build(params (int CodePage, string Names)[] rows)
    {
        var pages = new Dictionary<string, int>();
        foreach (var (page, names) in rows)
            foreach (var name in names.Split(' '))
                pages.TryAdd(Squeeze(name), page);
        return pages.ToFrozenDictionary();
    }

    private static string Squeeze(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
