using System.CommandLine;

namespace Rounds.Commands;

internal static class ImportCommand
{
    public static Command Create(Option<string?> data) => new("import", "Bring in topics and posts from other systems' files.");
}
