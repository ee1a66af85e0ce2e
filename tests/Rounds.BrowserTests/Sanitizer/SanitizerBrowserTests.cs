using Rounds.Extraction.Gates;
using Rounds.Extraction.Tests.Gates;
using Xunit.Abstractions;

namespace Rounds.BrowserTests.Sanitizer;

/// <summary>
/// The sanitizer before the only judge that counts: Chromium, as a served page and as innerHTML parsed again, every handler
/// fired, every link clicked. The same pages unsanitized prove that the trap can catch.
/// </summary>
public sealed class SanitizerBrowserTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Seed = 20_240_502;
    private const int BatchSize = 250;

    // Strict, without inline script: the second wall, as on the site's own pages.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly Uri Base = new("https://news.example/2024/story");
    private static readonly string[] Fragments = [.. HostileFragments.All()];

    // ROUNDS_MUTATIONS=100000 for the long run.
    private static readonly int Mutations = int.Parse(Environment.GetEnvironmentVariable("ROUNDS_MUTATIONS") ?? "2000", System.Globalization.CultureInfo.InvariantCulture);

    private ScriptTrap trap = null!;

    public async Task InitializeAsync() => trap = await ScriptTrap.OpenAsync();

    public async Task DisposeAsync() => await trap.DisposeAsync();

    [Theory]
    [InlineData(SanitizerProfile.Article)]
    [InlineData(SanitizerProfile.Comment)]
    [InlineData(SanitizerProfile.Mail)]
    public async Task No_written_or_combined_fragment_runs(SanitizerProfile profile) =>
        await NothingRunsAsync(Fragments.Select(fragment => HtmlSanitizer.Sanitize(fragment, Base, profile)));

    [Fact]
    public async Task No_mutated_fragment_runs()
    {
        var mutator = new FragmentMutator(Seed);
        await NothingRunsAsync(Enumerable.Range(0, Mutations)
            .Select(i => HtmlSanitizer.Sanitize(mutator.Next(Fragments), Base, i % 3 == 0 ? SanitizerProfile.Mail : SanitizerProfile.Article)));
    }

    [Fact]
    public async Task Chromium_reads_harmless_markup_as_it_was_written()
    {
        var harmless = CorpusFile.All("harmless.html").TrimEnd('\n').Split("\n%%\n");
        var verdict = await trap.ShowAsync(harmless.Select(html => HtmlSanitizer.Sanitize(html, Base, SanitizerProfile.Article)), policy: null);
        Assert.Equal(0, verdict.Mutated);
    }

    [Fact]
    public async Task Without_the_sanitizer_scripts_run_so_the_trap_can_catch()
    {
        var ran = 0;
        foreach (var batch in Fragments.Take(240).Chunk(1)) ran += (await trap.ShowAsync(batch, policy: null)).ScriptsRun > 0 ? 1 : 0;
        output.WriteLine($"{ran} of 240 written fragments ran a script unsanitized");
        Assert.True(ran > 80, $"only {ran}");
    }

    [Fact]
    public async Task Without_the_sanitizer_the_content_security_policy_stops_them_all()
    {
        foreach (var fragment in Fragments.Take(240))
        {
            var verdict = await trap.ShowAsync([fragment], Policy);
            Assert.True(verdict is { Effects: 0, ScriptsRun: 0 }, fragment + verdict.Which);
        }
    }

    private async Task NothingRunsAsync(IEnumerable<string> clean)
    {
        int shown = 0, mutated = 0;
        foreach (var batch in clean.Chunk(BatchSize))
        {
            var verdict = await trap.ShowAsync(batch, policy: null);
            if (verdict.ScriptsRun > 0 || verdict.Effects > 0 || verdict.Forbidden > 0)
                Assert.Fail($"{verdict.ScriptsRun} scripts, {verdict.Effects} effects, {verdict.Forbidden} forbidden: {verdict.Which}");
            Assert.True(verdict.Mutated == 0, "Chromium reads back something else: " + verdict.Which);
            shown += batch.Length;
            mutated += verdict.Mutated;
        }
        output.WriteLine($"{shown} fragments shown, nothing ran, {mutated} changed on being read again");
    }
}
