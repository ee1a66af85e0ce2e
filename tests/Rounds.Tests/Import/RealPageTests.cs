using Rounds.Features.Import;

namespace Rounds.Tests.Import;

/// <summary>The real page that the importer was made for. It is not ours to copy, so this runs only where it lies beside the project.</summary>
public sealed class RealPageTests
{
    [SharedDataFact("scoopit-topic-page.txt")]
    public void The_real_page_is_read_without_loss()
    {
        var topic = ImportFile.Read(File.ReadAllBytes(SharedData.Find("scoopit-topic-page.txt")!));
        Assert.Equal("Social Media and Healthcare", topic.Title);
        Assert.Equal("Articles and Discussions on the intersection of Social Media and Healthcare.", topic.Description);
        Assert.Equal(
            [
                "Healthcare Practitioners", "Pharma'", "Insurance", "Clinicians", "Labs", "Health IT Vendors", "Health Marketeers", "Health Policy Makers",
                "Hospital Administrators",
            ], topic.Audiences);
        Assert.Equal(514_400, topic.Views);
        Assert.Equal(24, topic.Posts.Count);
        Assert.Equal([("nrip", 1), ("Plus91", 23)], topic.Posts.GroupBy(p => p.Curator).Select(g => (g.Key!, g.Count())));
        Assert.Equal(
            [
                ("Hupertan", true, new DateTimeOffset(2015, 9, 23, 16, 32, 0, TimeSpan.Zero)),
                ("venisabella", false, new DateTimeOffset(2015, 11, 4, 10, 36, 0, TimeSpan.Zero)),
                ("MARGARITA", true, new DateTimeOffset(2015, 12, 31, 17, 15, 0, TimeSpan.Zero)),
            ], topic.Posts.SelectMany(p => p.Talk).Select(t => (t.Author, t.IsInsight, t.WrittenAt!.Value)));
        Assert.Equal("", topic.Posts[0].Talk[1].Body);
        Assert.StartsWith("have television shows such as", topic.Posts[17].Title, StringComparison.Ordinal);
        Assert.Contains(topic.Notes, n => n.StartsWith("Line 684:", StringComparison.Ordinal));
        Assert.Empty(topic.Rejected);
    }
}

/// <summary>A test that needs a file of the data folder beside the project; skipped, with the reason, where there is none.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string file)
    {
        if (SharedData.Find(file) is null)
        {
            Skip = $"shared/data/{file} is not beside the project: it is data for tuning, not part of it.";
        }
    }
}

internal static class SharedData
{
    /// <summary>Looks in every folder above the built tests.</summary>
    public static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
