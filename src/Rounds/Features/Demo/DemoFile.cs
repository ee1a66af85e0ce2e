using System.Text;
using Rounds.Features.Posts;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Rounds.Features.Demo;

/// <summary>One topic of the demo, as its file in <c>Content</c> says it. Times are hours before the demo is filled in.</summary>
internal sealed class DemoFile
{
    private static readonly string[] Topics = ["social-media", "everyday-diabetes", "safer-systems"];

    public required DemoTopic Topic { get; init; }
    public required List<DemoPost> Posts { get; init; }

    /// <summary>In an order in which a post comes before those that reshare it.</summary>
    public static IEnumerable<DemoFile> All() => Topics.Select(name => Read<DemoFile>($"{name}.yaml"));

    public static List<DemoPerson> People() => Read<List<DemoPerson>>("people.yaml");

    public static byte[] Image(string name)
    {
        using var bytes = new MemoryStream();
        using var resource = Open($"images/{name}");
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static T Read<T>(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<T>(reader);
    }

    private static Stream Open(string name) => typeof(DemoFile).Assembly.GetManifestResourceStream($"demo/{name}")
        ?? throw new InvalidOperationException($"The program was built without demo/{name}.");
}

internal sealed class DemoPerson
{
    public required string Handle { get; init; }
    public required string Name { get; init; }
    public required string Bio { get; init; }
}

internal sealed class DemoTopic
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required List<string> Audiences { get; init; }
    public required string Language { get; init; }
    public required string Cover { get; init; }
    public required List<string> Curators { get; init; }
    public List<string> Contributors { get; init; } = [];
    public required string Pinned { get; init; }
    public long ImportedViews { get; init; }
    public int ViewsPerDay { get; init; }
    public required DemoForm Form { get; init; }
}

internal sealed class DemoForm
{
    public required string Heading { get; init; }
    public required string Intro { get; init; }
    public required string Consent { get; init; }
}

internal sealed class DemoPost
{
    public required string Key { get; init; }
    public PostKind Kind { get; init; }
    public required string By { get; init; }
    public int HoursAgo { get; init; }
    public string? ReshareOf { get; init; }
    public required string Title { get; init; }
    public string? Url { get; init; }
    public string? Site { get; init; }
    public string? Author { get; init; }
    public int? SourceDaysAgo { get; init; }
    public string? Lang { get; init; }
    public string Excerpt { get; init; } = "";
    public string Insight { get; init; } = "";
    public List<string> Tags { get; init; } = [];
    public string? Image { get; init; }
    public string ImageAlt { get; init; } = "";
    public List<DemoEmbed> Embeds { get; init; } = [];
    public int Views { get; init; }
    public int Thanks { get; init; }
    public List<DemoTalk> Insights { get; init; } = [];
    public List<DemoTalk> Comments { get; init; } = [];
}

internal sealed class DemoEmbed
{
    public required string Kind { get; init; }
    public required string Url { get; init; }
    public string? Title { get; init; }
}

/// <summary>By one of the people, or by a guest with a name.</summary>
internal sealed class DemoTalk
{
    public string? By { get; init; }
    public string? Name { get; init; }
    public int HoursAfter { get; init; }
    public required string Text { get; init; }
    public List<DemoTalk> Replies { get; init; } = [];
}
