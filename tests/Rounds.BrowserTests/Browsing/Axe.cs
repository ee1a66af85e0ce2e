using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace Rounds.BrowserTests;

/// <summary>The accessibility checker, by the rules of WCAG 2.2 A and AA and its authors' advice.</summary>
public static class Axe
{
    private static readonly string? Script = Environment.GetEnvironmentVariable("ROUNDS_AXE");

    /// <summary>Fails with what is wrong, where, and how to put it right.</summary>
    public static async Task CheckAsync(IPage page)
    {
        if (Script is null || !File.Exists(Script))
        {
            throw new NotRunException("No accessibility checker: ROUNDS_AXE does not name axe.min.js. ./test installs it.");
        }

        // Handed in through the debugger, the script is not subject to the page's content policy.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Script));
        var result = await page.EvaluateAsync<JsonElement>("() => axe.run({ resultTypes: ['violations'] })");
        var violations = result.GetProperty("violations").EnumerateArray().ToList();
        if (violations.Count > 0)
        {
            var scheme = await page.EvaluateAsync<string>("() => matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'");
            throw new Xunit.Sdk.XunitException($"{new Uri(page.Url).PathAndQuery} ({scheme}) is not accessible:\n{string.Concat(violations.Select(Describe))}");
        }
    }

    private static string Describe(JsonElement violation)
    {
        var text = new StringBuilder();
        text.AppendLine($"- {violation.GetProperty("id")}: {violation.GetProperty("help")}");
        foreach (var node in violation.GetProperty("nodes").EnumerateArray().Take(5))
        {
            text.AppendLine($"    {node.GetProperty("html")}");
            text.AppendLine($"      {node.GetProperty("failureSummary").GetString()?.ReplaceLineEndings(" ")}");
        }

        return text.ToString();
    }
}
