using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;

namespace CityGuard.Grains.Incidents;

internal partial interface IIncidentGrain
{
    /// <summary>Opens it again after it was closed.</summary>
    [Alias("Reopen")]
    Task<Answer<IncidentView>> Reopen(ReopenCommand command, string by);
}
