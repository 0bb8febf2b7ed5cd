using CityGuard.Abstractions.Feed;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;

namespace CityGuard.Grains.Feed;

/// <summary>Nobody watches.</summary>
internal sealed class NoFeed : ILiveFeed
{
    public void Position(int responder, GeoPoint position, ResponderStatus status, DateTimeOffset? at, DateTimeOffset countsUntil)
    {
    }

    public void Incident(IncidentDelta incident)
    {
    }

    public void Cell(int cell, ReadinessLevel level)
    {
    }

    public void Target(int target, ReadinessLevel level)
    {
    }
}
