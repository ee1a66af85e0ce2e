using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Rounds.Extraction.Bench;

/// <summary>A page with what people found in it.</summary>
internal sealed record Sample(string Id, Uri? Url, string Kind, string? Title, string? Author, string? Published, string Text, string[] With, string[] Without, string HtmlPath)
{
    public string ReadHtml()
    {
        using var stream = new GZipStream(File.OpenRead(HtmlPath), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Which of the parts it belongs to; all pages of a site fall into one, so that no part has seen another's templates.</summary>
    public int PartOf(int parts)
    {
        var hash = 2166136261u;
        foreach (var letter in Site) hash = (hash ^ letter) * 16777619u;
        return (int)(hash % (uint)parts);
    }

    private string Site
    {
        get
        {
            if (Url is not { IsAbsoluteUri: true }) return Id;
            var labels = Url.Host.Split('.');
            var keep = labels.Length > 2 && labels[^1].Length == 2 && labels[^2].Length <= 3 ? 3 : 2;
            return string.Join('.', labels.TakeLast(keep));
        }
    }
}

internal static class Corpus
{
    public static List<Sample> Load(string folder)
    {
        var samples = new List<Sample>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, "truth"), "*.json").Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            var id = root.GetProperty("id").GetString()!;
            samples.Add(new(id, Uri.TryCreate(Text(root, "url"), UriKind.Absolute, out var url) ? url : null, Text(root, "kind")!, Text(root, "title"), Text(root, "author"), Text(root, "published"),
                Text(root, "text") ?? "", Strings(root, "with"), Strings(root, "without"), Path.Combine(folder, "html", id + ".html.gz")));
        }
        return samples;
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static string[] Strings(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(item => item.GetString() ?? "").Where(item => item.Length > 0).ToArray() : [];
}
