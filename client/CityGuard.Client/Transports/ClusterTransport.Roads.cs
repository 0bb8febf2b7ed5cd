using CityGuard.Abstractions.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Client.Transports;

/// <summary>Roads, in the cluster.</summary>
internal sealed partial class ClusterTransport
{
    private readonly IRoadsFront _roads = cluster.GetGrain<IRoadsFront>(0);

    public Task<RoadsView> Roads(CancellationToken cancellationToken) => _pipeline.Call(CallKind.Repeatable, () => _roads.Get(_credential), cancellationToken);

    public Task<RoadsView> RestrictRoads(RestrictRoadsCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _roads.Restrict(_credential, command), cancellationToken);

    public Task<RoadsView> ReleaseRoads(string restriction, ReleaseRoadsCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _roads.Release(_credential, restriction, command), cancellationToken);

    public Task<WayView> Route(GeoPoint from, GeoPoint to, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _roads.Route(_credential, from, to), cancellationToken);

    public Task<IsochroneView> Isochrone(GeoPoint from, double minutes, TravelMode mode, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _roads.Isochrone(_credential, from, minutes, mode), cancellationToken);
}
