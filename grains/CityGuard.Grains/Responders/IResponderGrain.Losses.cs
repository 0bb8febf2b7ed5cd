using CityGuard.Abstractions;
using CityGuard.Abstractions.Protocol;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using Orleans.Concurrency;

namespace CityGuard.Grains.Responders;

internal partial interface IResponderGrain
{
    /// <summary>Goes from its holder to a graver incident, never free in between.</summary>
    [Alias("Divert")]
    Task<ReserveAnswer> Divert(DivertOrder order);

    /// <summary>A person takes it from its holder.</summary>
    [Alias("ForceRelease")]
    Task<Answer<ResponderView>> ForceRelease(ForceReleaseCommand command, string by);

    /// <summary>The incident that lost it has journaled that.</summary>
    [Alias("LossHeard"), OneWay]
    Task LossHeard(IncidentId incident, OperationId op);
}
