using CityGuard.Abstractions;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.Incidents;
using Orleans.Concurrency;

namespace CityGuard.Grains.GridEvents;

internal partial interface IGridEventGrain
{
    /// <summary>Hands it over to 110. Durable when answered: what the door does not tell the incident, this does.</summary>
    [Alias("TransferTo110")]
    Task<Answer<PassedTo110>> TransferTo110(TransferOrder order);

    /// <summary>From the incident that it becomes: it is open.</summary>
    [Alias("TransferTaken"), OneWay]
    Task TransferTaken(IncidentId by);

    /// <summary>From an incident that was handed over and of which nobody has heard yet.</summary>
    [Alias("HandedOn"), OneWay]
    Task HandedOn(OpenGridEvent report);
}

/// <summary>A hand-over to 110 as Front has verified it.</summary>
/// <param name="Place">A better place; null: as reported.</param>
/// <param name="Cell">Its cell (city index).</param>
/// <param name="Target">Its target (city index) or -1.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.TransferOrder")]
internal sealed record TransferOrder(
    [property: Id(0)] string Type,
    [property: Id(1)] IncidentSeverity Severity,
    [property: Id(2)] GeoPoint? Place,
    [property: Id(3)] int Cell,
    [property: Id(4)] int Target,
    [property: Id(5)] Who By,
    [property: Id(6)] string Why,
    [property: Id(7)] long? IfVersion,
    [property: Id(8)] string Command);

/// <summary>What was journaled of a hand-over to 110.</summary>
/// <param name="Incident">The incident that it becomes.</param>
/// <param name="Report">What that is to be told; null: it knows.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.PassedTo110")]
internal sealed record PassedTo110([property: Id(0)] IncidentId Incident, [property: Id(1)] OpenIncident? Report);
