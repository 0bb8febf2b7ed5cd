using CityGuard.Abstractions.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Client.Transports;

/// <summary>What concerns roads.</summary>
internal partial interface ICityTransport
{
    Task<RoadsView> Roads(CancellationToken cancellationToken);

    Task<RoadsView> RestrictRoads(RestrictRoadsCommand command, CancellationToken cancellationToken);

    Task<RoadsView> ReleaseRoads(string restriction, ReleaseRoadsCommand command, CancellationToken cancellationToken);

    Task<WayView> Route(GeoPoint from, GeoPoint to, CancellationToken cancellationToken);

    Task<IsochroneView> Isochrone(GeoPoint from, double minutes, TravelMode mode, CancellationToken cancellationToken);
}
