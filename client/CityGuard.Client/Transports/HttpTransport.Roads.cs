using CityGuard.Abstractions.Roads;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Geography;

namespace CityGuard.Client.Transports;

/// <summary>Roads, over HTTP.</summary>
internal sealed partial class HttpTransport
{
    public Task<RoadsView> Roads(CancellationToken cancellationToken) => Get<RoadsView>(ApiRoutes.Roads, CallKind.Repeatable, cancellationToken);

    public Task<RoadsView> RestrictRoads(RestrictRoadsCommand command, CancellationToken cancellationToken)
        => Exchange<RoadsView>(HttpMethod.Post, ApiRoutes.RoadRestrictions, Body(command), CallKind.Repeatable, cancellationToken);

    public Task<RoadsView> ReleaseRoads(string restriction, ReleaseRoadsCommand command, CancellationToken cancellationToken)
        => Exchange<RoadsView>(HttpMethod.Post, Fill(ApiRoutes.RoadRelease, restriction), Body(command), CallKind.Repeatable, cancellationToken);

    public Task<WayView> Route(GeoPoint from, GeoPoint to, CancellationToken cancellationToken)
        => Get<WayView>(FormattableString.Invariant($"{ApiRoutes.Route}?fromLon={from.Lon:R}&fromLat={from.Lat:R}&toLon={to.Lon:R}&toLat={to.Lat:R}"), CallKind.Repeatable, cancellationToken);

    public Task<IsochroneView> Isochrone(GeoPoint from, double minutes, TravelMode mode, CancellationToken cancellationToken)
        => Get<IsochroneView>(FormattableString.Invariant($"{ApiRoutes.Isochrone}?lon={from.Lon:R}&lat={from.Lat:R}&minutes={minutes:R}&mode={(mode == TravelMode.Walk ? "walk" : "drive")}"), CallKind.Repeatable, cancellationToken);
}
