namespace Rounds.Feeds.Xml;

/// <summary>The attributes of the tag that was just read, as positions in the document. Names are compared without regard to case, as
/// feeds from the wild need.</summary>
internal sealed class XmlAttributes(string text)
{
    // An element with more is hostile or rubble; looking each up would make the pass quadratic.
    private const int Most = 200;

    private readonly List<(int Name, int NameLength, int Value, int ValueLength)> found = [];

    public int Count => found.Count;

    public void Clear() => found.Clear();

    public void Add(int name, int nameLength, int value, int valueLength)
    {
        if (found.Count < Most)
            found.Add((name, nameLength, value, valueLength));
    }

    public ReadOnlySpan<char> Name(int index) => text.AsSpan(found[index].Name, found[index].NameLength);

    public ReadOnlySpan<char> RawValue(int index) => text.AsSpan(found[index].Value, found[index].ValueLength);

    /// <summary>The decoded value without white space around it; null when absent or empty.</summary>
    public string? Get(string name, Entities entities)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (!Name(i).Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            var value = entities.Decode(RawValue(i)).Trim(' ', '\t', '\n', '\r');
            return value.Length == 0 ? null : value;
        }
        return null;
    }
}
