using System.Globalization;
using CityGuard.Abstractions.Responders;
using CityGuard.Cities;
using CityGuard.Domain.Incidents;
using CityGuard.Field;
using CityGuard.Field.Crews;

namespace CityGuard.EndToEnd.Tests.RealCity;

/// <summary>
/// The field draws a crew's time on scene from the incident's identity, with the mean of the city's data (over seven minutes in Manhattan).
/// So that a test need not wait that long, its call has an identity whose draw is short.
/// </summary>
internal static class ShortCall
{
    private static readonly OperationId FirstOperation = OperationId.Parse("o-1");

    public static string Id(string source, string type, DemandModel demand)
        => Enumerable.Range(1, 10_000)
            .Select(n => n.ToString(CultureInfo.InvariantCulture))
            // Long enough that positions are told from there.
            .First(id => OnSceneMs(IncidentReports.IdOf(source, id), type, demand) is > 35_000 and < 50_000);

    private static long OnSceneMs(IncidentId incident, string type, DemandModel demand)
    {
        var order = new Order(1, default, incident, FirstOperation, 1, false, type, IncidentSeverity.High, "primary", default, 0, default);
        using var job = new Job(order, demand, new FieldOptions().Seed);
        return job.OnSceneMs;
    }
}
