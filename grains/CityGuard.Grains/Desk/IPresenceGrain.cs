using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.People;
using CityGuard.Abstractions.Desk;
using Orleans.Concurrency;

namespace CityGuard.Grains.Desk;

/// <summary>Who has which incident of a district open. Keyed by district id. In memory only: when it is lost, every window says it again within seconds.</summary>
[Alias("CityGuard.Grains.IPresenceGrain")]
internal interface IPresenceGrain : IGrainWithStringKey
{
    [Alias("Hear")]
    Task Hear(string window, string name, IncidentId incident, AreaId sector, Attention attention, string? role);

    /// <summary>Those whose word still holds in these sectors.</summary>
    [Alias("Present"), AlwaysInterleave]
    Task<IReadOnlyList<PresenceView>> Present(IReadOnlyList<string> sectors);
}
