using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using Orleans.Concurrency;

namespace CityGuard.Grains.Incidents;

internal partial interface IIncidentGrain
{
    /// <summary>Takes a responder from a lesser incident. <paramref name="holder"/>: who held it when Front looked.</summary>
    [Alias("Divert")]
    Task<Answer<IncidentView>> Divert(DivertCommand command, SeenHolder holder, string by);

    /// <summary>How it holds an operation, for one who wants to divert that.</summary>
    [Alias("Holding"), AlwaysInterleave]
    Task<SeenHolder> Holding(OperationId op, long epoch);

    /// <summary>From a responder that was taken from it, until it has told that it knows.</summary>
    [Alias("Lost"), OneWay]
    Task Lost(ResponderId responder, OwedLoss loss);
}
