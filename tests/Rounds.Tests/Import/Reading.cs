using System.Text;
using Rounds.Features.Import;

namespace Rounds.Tests.Import;

internal static class Reading
{
    public static ImportedTopic Read(string file) => ImportFile.Read(Encoding.UTF8.GetBytes(file));

    public static string Refusal(string file) => Assert.Throws<UnreadableFile>(() => Read(file)).Message;
}
