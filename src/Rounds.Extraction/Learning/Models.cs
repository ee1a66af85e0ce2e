using System.Text;

namespace Rounds.Extraction.Learning;

/// <summary>What training left behind: text files embedded in the library, written by `train` in bench/Extraction.</summary>
/// <param name="Kinds">One a member of <see cref="PageKind"/>, in its order.</param>
internal sealed record Models(Forest FirstLook, Forest SecondLook, Forest Title, Forest Author, Forest Date, Forest[] Kinds)
{
    private static readonly Lazy<Models> Embedded = new(() => Read(name => typeof(Models).Assembly.GetManifestResourceStream($"Rounds.Extraction.Models.{name}.forest")!));

    public static Models Shipped => Embedded.Value;

    public static Models Read(Func<string, Stream> open) => new(
        ReadOne(open("first-look")), ReadOne(open("second-look")), ReadOne(open("title")), ReadOne(open("author")), ReadOne(open("date")),
        Enum.GetNames<PageKind>().Select(kind => ReadOne(open("kind-" + kind.ToLowerInvariant()))).ToArray());

    public IEnumerable<(string Name, Forest Forest)> ByName() =>
    [
        ("first-look", FirstLook), ("second-look", SecondLook), ("title", Title), ("author", Author), ("date", Date),
        .. Kinds.Select((forest, kind) => ("kind-" + ((PageKind)kind).ToString().ToLowerInvariant(), forest)),
    ];

    private static Forest ReadOne(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return Forest.Read(reader);
    }
}
