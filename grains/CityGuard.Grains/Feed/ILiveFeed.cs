using CityGuard.Abstractions.Feed;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;

namespace CityGuard.Grains.Feed;

/// <summary>Where actors of this silo hand what viewers see. Never blocks, never fails, keeps nothing that matters.</summary>
internal interface ILiveFeed
{
    /// <summary>A responder (city index) moved, changed status, or counts for longer.</summary>
    /// <param name="at">When the position was measured; null: never, it is its post.</param>
    /// <param name="countsUntil">From this moment on it does not count any more unless something newer is told.</param>
    void Position(int responder, GeoPoint position, ResponderStatus status, DateTimeOffset? at, DateTimeOffset countsUntil);

    /// <summary>An incident opened, changed or closed.</summary>
    void Incident(IncidentDelta incident);

    /// <summary>A cell (city index) is at this level, as its board says.</summary>
    void Cell(int cell, ReadinessLevel level);

    /// <summary>A target (city index) is at this level, as its board says.</summary>
    void Target(int target, ReadinessLevel level);
}
