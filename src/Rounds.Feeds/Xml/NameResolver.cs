namespace Rounds.Feeds.Xml;

/// <summary>Finds what an element means from its name and the namespaces in scope. A prefix that is not declared, or bound to an unknown
/// address, is taken for what it usually stands for: <c>dc:creator</c> without a declaration is common.</summary>
internal sealed class NameResolver
{
    private const int LongestName = 64;
    private const int MostBindings = 256;

    private readonly List<(string Prefix, string Known)> bindings = [];
    private readonly Dictionary<string, Tag> resolved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tag>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public NameResolver() => lookup = resolved.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Bindings => bindings.Count;

    public void Bind(ReadOnlySpan<char> prefix, string address)
    {
        if (bindings.Count >= MostBindings)
            return;
        var name = prefix.ToString().ToLowerInvariant();
        var known = TagNames.Namespaces.TryGetValue(address.ToLowerInvariant().TrimEnd('/'), out var usual) ? usual : name;
        bindings.Add((name, known));
        resolved.Clear();
    }

    public void Release(int bindings)
    {
        if (bindings >= this.bindings.Count)
            return;
        this.bindings.RemoveRange(bindings, this.bindings.Count - bindings);
        resolved.Clear();
    }

    public Tag Resolve(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestName)
            return Tag.Unknown;
        if (lookup.TryGetValue(name, out var tag))
            return tag;
        tag = Find(name.ToString().ToLowerInvariant());
        if (resolved.Count < 1_000)
            lookup[name] = tag;
        return tag;
    }

    /// <summary>Whether a prefix is declared, for the fault; <c>xml</c> always is.</summary>
    public bool Knows(ReadOnlySpan<char> prefix)
    {
        if (prefix is "xml")
            return true;
        foreach (var (name, _) in bindings)
            if (prefix.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private Tag Find(string name)
    {
        var colon = name.IndexOf(':');
        var prefix = colon < 0 ? "" : name[..colon];
        var known = prefix is "atom" or "atom10" or "a10" or "rss" ? "" : prefix;
        for (var i = bindings.Count - 1; i >= 0; i--)
            if (bindings[i].Prefix == prefix)
            {
                known = bindings[i].Known;
                break;
            }
        var local = colon < 0 ? name : name[(colon + 1)..];
        return TagNames.All.GetValueOrDefault(known.Length == 0 ? local : known + ":" + local);
    }
}
