using CityGuard.Abstractions.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Client.Tests.Field;

/// <summary>Roads, of which this city says nothing.</summary>
internal sealed partial class FakeCity
{
    public Task<RoadsView> Roads(CancellationToken cancellationToken) => Unknown<RoadsView>();

    public Task<RoadsView> RestrictRoads(RestrictRoadsCommand command, CancellationToken cancellationToken) => Unknown<RoadsView>();

    public Task<RoadsView> ReleaseRoads(string restriction, ReleaseRoadsCommand command, CancellationToken cancellationToken) => Unknown<RoadsView>();

    public Task<WayView> Route(GeoPoint from, GeoPoint to, CancellationToken cancellationToken) => Unknown<WayView>();

    public Task<IsochroneView> Isochrone(GeoPoint from, double minutes, TravelMode mode, CancellationToken cancellationToken) => Unknown<IsochroneView>();
}
