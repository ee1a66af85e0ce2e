using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Rounds.Features.Posts;

namespace Rounds.Features.Import.Formats;

/// <summary>A table with a header, as spreadsheets and read-later services write it; commas, semicolons, tabs or bars between.</summary>
internal static class CsvFile
{
    public const string Format = "csv";
    private const int LongestField = 1024 * 1024;

    public static bool Recognises(string text)
    {
        var header = text[..(text.IndexOf('\n') is var end && end < 0 ? text.Length : end)];
        return header.Length is > 0 and < 4000 && new CsvColumns([.. header.Split(Delimiter(header)).Select(h => h.Trim('"'))]).AreOfPosts;
    }

    public static ImportedTopic Read(string text)
    {
        var broken = false;
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter(text[..Math.Max(0, text.IndexOf('\n') is var end && end < 0 ? text.Length : end)]).ToString(),
            BadDataFound = _ => broken = true,
            MissingFieldFound = null,
            MaxFieldSize = LongestField,
            IgnoreBlankLines = true,
        };
        using var parser = new CsvParser(new StringReader(text), settings);
        var topic = new ImportedTopic(Format);
        CsvColumns? columns = null;
        while (Next(parser, topic))
        {
            var row = parser.Record!;
            if (columns is null)
            {
                columns = new CsvColumns(row);
            }
            else if (broken)
            {
                topic.Rejected.Add(new Rejection(Line(parser), "A quotation mark is opened and not closed, or stands where none may."));
            }
            else if (row.Any(f => !string.IsNullOrWhiteSpace(f)))
            {
                Take(row, Line(parser), columns, topic);
            }

            broken = false;
        }

        Say(columns!, topic);
        return topic;
    }

    private static bool Next(CsvParser parser, ImportedTopic topic)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            topic.Rejected.Add(new Rejection(parser.RawRow, "A field is longer than a million characters: a quotation mark before it is not closed. Nothing after it was read."));
            return false;
        }
    }

    private static void Take(string[] row, int line, CsvColumns columns, ImportedTopic topic)
    {
        var address = columns.Of("url", row);
        var url = Link(address);
        var excerpt = Prose.FromHtml(columns.Of("excerpt", row));
        var insight = Prose.Paragraphs(columns.Of("insight", row));
        var title = Prose.Title(columns.Of("title", row));
        if (address is not null && url is null)
        {
            topic.Rejected.Add(new Rejection(line, $"“{Prose.FirstWords(address, 60)}” is not the address of a web page."));
            return;
        }

        if (title.Length == 0)
        {
            title = excerpt.Length > 0 ? Prose.FirstWords(excerpt) : insight.Length > 0 ? Prose.FirstWords(insight) : url ?? "";
        }

        if (title.Length == 0)
        {
            topic.Rejected.Add(new Rejection(line, "The row has neither title, address nor text."));
            return;
        }

        var date = columns.Of("date", row);
        topic.Posts.Add(new ImportedPost
        {
            Line = line,
            ExternalId = $"link:{(url is null ? Prose.Fingerprint(title, date, excerpt, insight) : Prose.Fingerprint(url))}",
            Kind = url is null && excerpt.Length == 0 ? PostKind.Note : PostKind.Link,
            Title = title,
            Url = url,
            SiteName = columns.Of("site", row) is { } site && Prose.Link(site) is null ? Prose.Line(site) : Prose.Site(url),
            Author = Prose.Name(columns.Of("author", row)),
            SourceDate = WrittenDates.Read(columns.Of("sourcedate", row)),
            PublishedAt = WrittenDates.Read(date),
            Curator = Prose.Name(columns.Of("curator", row)),
            Excerpt = excerpt,
            Insight = Prose.Markdown(insight),
            Tags = [.. columns.All("tags", row).SelectMany(t => t.Split([',', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
            ImageUrl = Prose.Link(columns.Of("image", row)),
            Language = columns.Of("language", row),
            Views = Figures.Read(columns.Of("views", row)) ?? 0,
            Thanks = (int)Math.Min(Figures.Read(columns.Of("thanks", row)) ?? 0, int.MaxValue),
        });
        if (date is not null && topic.Posts[^1].PublishedAt is null)
        {
            topic.Notes.Add($"Line {line}: “{Prose.FirstWords(date, 40)}” is not a date we can read.");
        }
    }

    /// <summary>People leave out "https://" in tables.</summary>
    private static string? Link(string? address) =>
        Prose.Link(address) ?? (address is not null && address.Contains('.') && address.AsSpan().IndexOfAny(": @") < 0 ? Prose.Link($"https://{address}") : null);

    private static void Say(CsvColumns columns, ImportedTopic topic)
    {
        if (columns.Unknown.Count > 0)
        {
            topic.Notes.Add($"Columns that were not taken: {string.Join(", ", columns.Unknown.Take(20))}.");
        }

        if (columns.Has("date"))
        {
            topic.Notes.Add("Dates with slashes were read as month/day/year, as day/month/year only where there is no such month.");
        }
    }

    private static int Line(CsvParser parser) => parser.RawRow;

    /// <summary>The mark that parts most fields of the header.</summary>
    private static char Delimiter(string header) => ((char[])[',', ';', '\t', '|']).MaxBy(d => header.Count(c => c == d));
}
