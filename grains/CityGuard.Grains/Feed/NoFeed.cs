using CityGuard.Abstractions.Feed;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Responders;

namespace CityGuard.Grains.Feed;

/// <summary>Nobody watches.</summary>
internal sealed class NoFeed : ILiveFeed
{
    public void Position(int responder, GeoPoint position, ResponderStatus status, DateTimeOffset at)
    {
    }

    public void Incident(IncidentDelta incident)
    {
    }
}
