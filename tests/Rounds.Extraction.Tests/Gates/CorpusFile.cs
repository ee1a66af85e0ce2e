using System.Runtime.CompilerServices;

namespace Rounds.Extraction.Tests.Gates;

/// <summary>The written test data beside these tests; blank lines and lines that begin with "# " are for readers.</summary>
internal static class CorpusFile
{
    public static string[] Lines(string name) =>
        [.. All(name).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))];

    public static string All(string name) => File.ReadAllText(Path.Combine(Folder(), "Corpus", name));

    private static string Folder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
