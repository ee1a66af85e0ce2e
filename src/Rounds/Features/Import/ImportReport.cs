using System.Text.Json.Serialization;

namespace Rounds.Features.Import;

/// <summary>What became of one file. As JSON it is a line of the command's output, so its names stay.</summary>
/// <param name="File">Name of the file, without its folder on the page and as given on the command line.</param>
/// <param name="Format">What the content was recognised as; <c>unknown</c> where it was not.</param>
/// <param name="Topic">Slug of the topic it went to; null when nothing was imported.</param>
/// <param name="Read">Posts found in the file, taken or not.</param>
/// <param name="Created">Posts made.</param>
/// <param name="Skipped">Posts that are on the topic already, or twice in the file.</param>
/// <param name="Rejected">What could not be taken, each with its place and the reason.</param>
/// <param name="Notes">What a person should know: guesses made, things left out.</param>
public sealed record ImportReport(
    string File, string Format, string? Topic, int Read, int Created, int Skipped, IReadOnlyList<Rejection> Rejected, IReadOnlyList<string> Notes)
{
    /// <summary>False when the file as a whole was refused: nothing of it is in the database.</summary>
    [JsonIgnore]
    public bool WasRead { get; init; } = true;

    public static ImportReport Refused(string file, string format, string reason) =>
        new(file, format, null, 0, 0, 0, [new Rejection(0, reason)], []) { WasRead = false };
}

/// <summary>A file that is none of the formats, or too large or broken to be read as what it is.</summary>
public sealed class UnreadableFile(string reason) : Exception(reason)
{
    public const string Format = "unknown";
}
