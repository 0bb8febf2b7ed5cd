using System.Text.Json;
using CityGuard.Domain.Areas.Counters;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;

namespace CityGuard.Grains.Areas.Counters;

/// <summary>Reads from the journal how a call ended of which the end was never told.</summary>
internal static class ClosedCalls
{
    /// <summary>Null: it is not closed, or its stream cannot be read here.</summary>
    public static async Task<CallStanding?> Read(IJournal journal, IncidentId incident)
    {
        var course = IncidentCourse.Empty;
        foreach (var stored in await journal.Read(incident.Value, 0))
        {
            if (Decode(stored) is not { } happened)
                return null;
            course = IncidentEvolution.Evolve(course, happened);
        }

        return course is { Report: { } report, ClosedAt: { } closed } ? new CallStanding(incident, report.Type, course.ReceivedAt, false, closed) : null;
    }

    private static Domain.Incidents.Events.IncidentEvent? Decode(StoredEntry stored)
    {
        try
        {
            return EventCodec.Incidents.Decode(stored.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
