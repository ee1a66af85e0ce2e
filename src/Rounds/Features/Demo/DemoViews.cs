namespace Rounds.Features.Demo;

/// <summary>
/// Views as a site's charts show them: fewer on weekends, most on the day of publication, a little unevenness. The same
/// for the same day each time; today has only the part that has passed.
/// </summary>
internal sealed class DemoViews(DateTimeOffset now)
{
    private const int Weeks = 8;
    private const double Fade = 1.2;

    // Monday first: people read about their work at work.
    private static readonly double[] Week = [1.15, 1.2, 1.15, 1.1, 0.95, 0.6, 0.7];

    private readonly DateOnly _today = DateOnly.FromDateTime(now.UtcDateTime);
    private readonly double _passed = Math.Max(0.05, now.UtcDateTime.TimeOfDay.TotalDays);

    /// <summary>The topic's own pages, for some weeks up to today.</summary>
    public IEnumerable<(DateOnly Day, long Views)> OfTopic(string slug, int perDay) =>
        Enumerable.Range(0, Weeks * 7).Select(n => _today.AddDays(n + 1 - Weeks * 7))
            .Select(day => (day, (long)Math.Round(perDay * Weight(slug, day))))
            .Where(d => d.Item2 > 0);

    /// <summary>Spreads a post's views over the days since it was published; they add up to the total exactly.</summary>
    public IEnumerable<(DateOnly Day, long Views)> OfPost(string key, DateTimeOffset published, long total)
    {
        var first = DateOnly.FromDateTime(published.UtcDateTime);
        var days = Enumerable.Range(0, _today.DayNumber - first.DayNumber + 1).Select(first.AddDays).ToList();
        var weights = days.Select((day, age) => Weight(key, day) / Math.Pow(1 + age, Fade)).ToList();
        var (sum, soFar, given) = (weights.Sum(), 0d, 0L);
        for (var i = 0; i < days.Count; i++)
        {
            soFar += weights[i];
            var until = i == days.Count - 1 ? total : (long)Math.Floor(total * soFar / sum);
            if (until > given)
            {
                yield return (days[i], until - given);
            }

            given = until;
        }
    }

    private double Weight(string name, DateOnly day) =>
        Week[((int)day.DayOfWeek + 6) % 7] * (0.85 + 0.3 * Unevenness(name, day)) * (day == _today ? _passed : 1);

    /// <summary>From 0 to 1, FNV-1a over the name and the day: no generator whose numbers could change with the runtime.</summary>
    private static double Unevenness(string name, DateOnly day)
    {
        var hash = 2166136261u;
        foreach (var c in $"{name}{day.DayNumber}")
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash % 1000 / 1000d;
    }
}
