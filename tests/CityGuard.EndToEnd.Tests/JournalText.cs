using System.Text;
using CityGuard.Storage;
using CityGuard.Storage.Reading;

namespace CityGuard.EndToEnd.Tests;

/// <summary>
/// Everything that a data folder's journal holds, as text, read beside the running city. The books of the day are left out: the city counts by itself,
/// up to a second after the calls that it counts; and with them the number of all streams.
/// </summary>
internal static class JournalText
{
    public static string Of(string dataFolder)
    {
        using var reader = JournalReader.Open(new DataFolder(dataFolder));
        using var text = new MemoryStream();
        JournalExport.Write(reader, text).GetAwaiter().GetResult();
        return string.Join('\n', Encoding.UTF8.GetString(text.ToArray()).Split('\n').Where(line => !line.StartsWith("{\"stream\":\"n-", StringComparison.Ordinal) && !line.StartsWith("{\"end\"", StringComparison.Ordinal)));
    }
}
