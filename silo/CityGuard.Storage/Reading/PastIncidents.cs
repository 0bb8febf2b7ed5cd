using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;

namespace CityGuard.Storage.Reading;

/// <summary>Reads the incidents of a journal, stream by stream, for whoever looks back. Personal data is not in them. Needs no lock.</summary>
public static class PastIncidents
{
    /// <exception cref="StorageException">There is no journal, or the file cannot be read at all.</exception>
    public static IEnumerable<(IncidentId Id, IReadOnlyList<IncidentEvent> Events)> Read(DataFolder folder)
    {
        using var reader = JournalReader.Open(folder);
        foreach (var (number, stream) in reader.Rows())
            if (IncidentId.TryParse(stream.Name, out var id))
                yield return (id, [.. reader.Events(number, stream).Select(entry => EventCodec.Incidents.Decode(entry.Json)).OfType<IncidentEvent>()]);
    }
}
