using System.Globalization;
using System.Text.Json;

namespace Rounds.Features.Import.Formats;

/// <summary>Reads members that may be missing, null or of another type than promised.</summary>
internal static class JsonMembers
{
    /// <summary>A string, or a number as it is written.</summary>
    public static string? Text(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => Whole(value),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    public static long? Number(this JsonElement from, string name) =>
        from.Text(name) is { } text && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < long.MaxValue
            ? (long)number
            : null;

    public static JsonElement? Object(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    public static List<JsonElement>? List(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : null;

    /// <summary>
    /// Null for a string with half a surrogate pair in it, which JSON can write and .NET refuses to read. Without NUL, which
    /// JSON can write and PostgreSQL refuses to store.
    /// </summary>
    public static string? Whole(JsonElement text)
    {
        try
        {
            return text.GetString()?.Replace("\0", "", StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
