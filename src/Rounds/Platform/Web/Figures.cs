using System.Globalization;

namespace Rounds.Platform.Web;

/// <summary>Counts as people read them: 940, 12.3K, 514.4K, 1.2M.</summary>
public static class Figures
{
    public static string Short(long count) => count switch
    {
        < 10_000 => count.ToString("N0", CultureInfo.InvariantCulture),
        < 1_000_000 => (count / 100 / 10.0).ToString("0.#", CultureInfo.InvariantCulture) + "K",
        _ => (count / 100_000 / 10.0).ToString("0.#", CultureInfo.InvariantCulture) + "M",
    };
}
