namespace Rounds.Tests.Architecture;

/// <summary>The rooms of the house and who may know whom (docs: DESIGN, "Who may know whom").</summary>
internal static class House
{
    /// <summary>
    /// A feature may know those of the storeys below it, not its neighbours. Import and Demo bring content into all
    /// rooms and Site shows all of them, so they stand on top; nobody knows them.
    /// </summary>
    private static readonly string[][] Storeys =
    [
        ["Accounts"],
        ["Topics"],
        ["Sources", "Capture", "Posts"],
        ["Talk", "Suggestions", "Clearance"],
        ["Publishing", "Newsletters", "Groups", "Leads", "Events", "Reviews", "Listening", "Crisis", "Federation"],
        ["Measure"],
        ["Import", "Demo", "Site"],
    ];

    /// <summary>What the rules forbid and the product asks for, each with its reason. One that is no longer needed fails a test.</summary>
    private static readonly (string From, string To, string Why)[] Leave =
    [
    ];

    public static IEnumerable<string> Reasons => Leave.Select(l => $"{l.From} to {l.To}");

    /// <summary>Null when <paramref name="dependency"/> is in order, else what is wrong with it.</summary>
    public static string? Objection(Dependency dependency)
    {
        var (from, to) = (RoomOf(dependency.From), RoomOf(dependency.To));
        if (from is null || to is null || from == to || LeaveFor(dependency) is not null)
        {
            return null;
        }

        var isAllowed = (from, to) switch
        {
            // The list of features and the command line are the front door: they know everybody, nobody knows them.
            ("Program" or "Commands", _) => true,
            (_, "Program" or "Commands") => false,

            // The one model names the nouns of all features.
            ("Data", _) => true,
            (_, "Data" or "Platform") => true,
            ("Platform" or "Shared", _) => false,
            (_, "Shared") => true,
            _ => StoreyOf(to) < StoreyOf(from),
        };
        return isAllowed ? null : $"{dependency.From} knows {dependency.To}: {from} may not know {to}";
    }

    public static string? LeaveFor(Dependency dependency)
    {
        var (from, to) = (RoomOf(dependency.From), RoomOf(dependency.To));
        var leave = Leave.FirstOrDefault(l => l.From == from && (l.To == to || l.To == dependency.To.Name || l.To == $"{to}.{dependency.To.Name}"));
        return leave.From is null ? null : $"{leave.From} to {leave.To}";
    }

    /// <summary>The room of a type of ours; null for everybody else's, and for the settings, which all may read.</summary>
    public static string? RoomOf(TypeName type)
    {
        var parts = type.Namespace.Split('.');
        return parts switch
        {
            ["AspNetCoreGeneratedDocument", ..] => ViewRoom(type.Name),
            ["Rounds", "Features", var feature, ..] => feature,

            // The imports that every view begins with.
            ["Rounds", "Features"] => "Shared",
            ["Rounds", "Platform", ..] => "Platform",
            ["Rounds", "Data", ..] => "Data",
            ["Rounds", "Commands", ..] => "Commands",
            ["Rounds"] when type.Name == "Program" => "Program",
            _ => null,
        };
    }

    /// <summary>A compiled view is named after its path, such as <c>Features_Topics_Show</c>, and belongs to that folder.</summary>
    private static string ViewRoom(string name) => name.Split('_') is ["Features", { Length: > 0 } feature, ..] ? feature : "Shared";

    private static int StoreyOf(string feature)
    {
        var storey = Array.FindIndex(Storeys, s => s.Contains(feature));
        return storey >= 0 ? storey : throw new InvalidOperationException($"{feature} has no storey yet: say in {nameof(House)} whom it may know.");
    }
}
