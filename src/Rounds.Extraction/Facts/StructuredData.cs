using System.Text.Json;

namespace Rounds.Extraction.Facts;

/// <summary>A thing of schema.org as a page's linked data describes it.</summary>
internal sealed record Thing(string Type, JsonElement Json, int Depth);

/// <summary>JSON-LD, read with mercy: trailing commas, comments, line breaks inside strings and HTML entities are all found in the wild.</summary>
internal sealed class StructuredData
{
    private const int MostThings = 2000;
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };
    private readonly Dictionary<string, JsonElement> _byId = [];

    public List<Thing> Things { get; } = [];

    public static StructuredData Read(IEnumerable<string> scripts)
    {
        var data = new StructuredData();
        foreach (var script in scripts)
        {
            if (Parse(script) is { } json) data.Gather(json);
        }
        return data;
    }

    public bool Has(params ReadOnlySpan<string> types)
    {
        foreach (var thing in Things)
        {
            if (types.Contains(thing.Type)) return true;
        }
        return false;
    }

    /// <summary>The string value of a property, or of the name, url, @id or @value inside it, following a reference by @id.</summary>
    public IEnumerable<string> Strings(JsonElement owner, string property, string inner = "name")
    {
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty(property, out var value)) return [];
        var found = new List<string>();
        var waiting = new Stack<JsonElement>();
        waiting.Push(value);
        for (var steps = 0; waiting.TryPop(out var next) && steps < 100; steps++)
        {
            switch (next.ValueKind)
            {
                case JsonValueKind.String when Entities.Decode(next.Text()).Trim() is { Length: > 0 } text: found.Add(text); break;
                case JsonValueKind.Array: foreach (var item in next.EnumerateArray().Reverse()) waiting.Push(item); break;
                case JsonValueKind.Object: Open(next, inner, waiting); break;
            }
        }
        return found;
    }

    public string? String(JsonElement owner, string property, string inner = "name") => Strings(owner, property, inner).FirstOrDefault();

    private void Open(JsonElement value, string inner, Stack<JsonElement> waiting)
    {
        if (value.TryGetProperty(inner, out var named)) waiting.Push(named);
        else if (value.TryGetProperty("@value", out var literal)) waiting.Push(literal);
        else if (value.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String && _byId.TryGetValue(id.Text(), out var target)
            && target.TryGetProperty(inner, out var referred) && referred.ValueKind == JsonValueKind.String)
            waiting.Push(referred);
    }

    private void Gather(JsonElement root)
    {
        var waiting = new Stack<(JsonElement Json, int Depth)>();
        waiting.Push((root, 0));
        while (waiting.TryPop(out var next) && Things.Count < MostThings)
        {
            if (next.Json.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in next.Json.EnumerateArray().Reverse()) waiting.Push((item, next.Depth));
            }
            if (next.Json.ValueKind != JsonValueKind.Object) continue;
            Note(next.Json, next.Depth);
            foreach (var property in next.Json.EnumerateObject().Reverse())
            {
                if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                    waiting.Push((property.Value, next.Depth + (property.Name == "@graph" ? 0 : 1)));
            }
        }
    }

    private void Note(JsonElement json, int depth)
    {
        if (json.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String && json.EnumerateObject().Take(2).Count() > 1) _byId.TryAdd(id.Text(), json);
        if (!json.TryGetProperty("@type", out var type)) return;
        if (type.ValueKind == JsonValueKind.String) Things.Add(new(Short(type.Text()), json, depth));
        if (type.ValueKind != JsonValueKind.Array) return;
        foreach (var one in type.EnumerateArray())
        {
            if (one.ValueKind == JsonValueKind.String) Things.Add(new(Short(one.Text()), json, depth));
        }
    }

    private static string Short(string type) => type[(type.LastIndexOfAny(['/', '#', ':']) + 1)..];

    private static JsonElement? Parse(string script)
    {
        var text = Surrogates.Mend(script.Trim().TrimEnd(';'));
        if (text.StartsWith("<!--", StringComparison.Ordinal)) text = text[4..];
        if (text.EndsWith("-->", StringComparison.Ordinal)) text = text[..^3];
        if (text.StartsWith("//<![CDATA[", StringComparison.Ordinal)) text = text[11..];
        if (text.EndsWith("//]]>", StringComparison.Ordinal)) text = text[..^5];
        return TryParse(text) ?? TryParse(WithoutControls(text));
    }

    private static JsonElement? TryParse(string text)
    {
        try
        {
            // Not disposed: its elements are read until the page is done, and copying them all would cost as much as parsing.
            return JsonDocument.Parse(text, Lenient).RootElement;
        }
        catch (JsonException)
        {
            // Broken linked data is a page's ordinary fault: the page is read as one that has none.
            return null;
        }
    }

    private static string WithoutControls(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < source.Length; i++) span[i] = char.IsControl(source[i]) ? ' ' : source[i];
    });
}
