using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Rounds.Features.Leads;

/// <summary>Leads as a spreadsheet opens them.</summary>
internal static class LeadsCsv
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        // A message that begins with = or the like would run as a formula in the curator's spreadsheet: it gets an apostrophe before it.
        InjectionOptions = InjectionOptions.Escape,
    };

    public static async Task WriteAsync(Stream output, IAsyncEnumerable<Lead> leads, CancellationToken cancel)
    {
        // With a byte order mark, without which Excel takes UTF-8 for something else.
        await using var text = new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Format, leaveOpen: true);
        foreach (var heading in (string[])["received", "state", "name", "email", "message", "consent wording", "consent"])
        {
            csv.WriteField(heading);
        }

        await csv.NextRecordAsync();
        await foreach (var lead in leads.WithCancellation(cancel))
        {
            csv.WriteField(lead.ReceivedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            csv.WriteField(lead.State.ToString().ToLowerInvariant());
            csv.WriteField(lead.Name);
            csv.WriteField(lead.Email);
            csv.WriteField(lead.Message);
            csv.WriteField(lead.ConsentVersion);
            csv.WriteField(lead.Consent);
            await csv.NextRecordAsync();
        }
    }
}
