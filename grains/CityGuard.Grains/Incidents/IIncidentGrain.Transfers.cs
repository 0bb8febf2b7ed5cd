using CityGuard.Abstractions;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Domain.GridEvents;
using CityGuard.Grains.GridEvents;
using Orleans.Concurrency;

namespace CityGuard.Grains.Incidents;

internal partial interface IIncidentGrain
{
    /// <summary>Hands it over to 12345. Durable when answered: what the door does not tell the ticket, this does.</summary>
    [Alias("TransferTo12345")]
    Task<Answer<PassedTo12345>> TransferTo12345(TransferTo12345Command command, Who by);

    /// <summary>From the ticket that it becomes: it is open.</summary>
    [Alias("TransferTaken"), OneWay]
    Task TransferTaken(GridEventId by);

    /// <summary>From a ticket that was handed over and of which nobody has heard yet.</summary>
    [Alias("HandedOn"), OneWay]
    Task HandedOn(OpenIncident report);
}

/// <summary>What was journaled of a hand-over to 12345.</summary>
/// <param name="Event">The ticket that it becomes.</param>
/// <param name="Report">What that is to be told; null: it knows.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.PassedTo12345")]
internal sealed record PassedTo12345([property: Id(0)] GridEventId Event, [property: Id(1)] OpenGridEvent? Report);
