using System.Text.Json;
using Rounds.Feeds.Text;

namespace Rounds.Feeds;

/// <summary>Looks into JSON that may be of any shape: what is not there or not of the expected kind is absent.</summary>
internal static class JsonMembers
{
    public static JsonElement Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;

    public static string? Text(this JsonElement json, string name) => json.Member(name).AsText();

    /// <summary>A string without white space around it, or a number as it is written: ids often are numbers, against the standard.</summary>
    public static string? AsText(this JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => Repair.Characters(value.GetString()!.Trim(' ', '\t', '\r', '\n')),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }

    public static IEnumerable<string> Texts(this JsonElement json, string name)
    {
        var list = json.Member(name);
        if (list.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var value in list.EnumerateArray())
            if (value.AsText() is { } text)
                yield return text;
    }

    /// <summary>The names of version 1's <c>author</c> object or 1.1's <c>authors</c> list.</summary>
    public static IEnumerable<string> Authors(this JsonElement value)
    {
        var list = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
        foreach (var author in list)
            if ((author.Text("name") ?? author.Text("url") ?? author.AsText()) is { } name)
                yield return name;
    }
}
