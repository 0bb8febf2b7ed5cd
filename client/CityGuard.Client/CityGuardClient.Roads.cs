using CityGuard.Abstractions.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>Roads that are closed or slower than usual now. Scope read.</summary>
    public Task<RoadsView> GetRoadsAsync(CancellationToken cancellationToken = default) => _transport.Roads(cancellationToken);

    /// <summary>Closes roads, or says that they are slower than usual; travel times follow within seconds. Scope command, over the whole city.</summary>
    /// <param name="command">Which roads, how, until when, and why.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<RoadsView> RestrictRoadsAsync(RestrictRoadsCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.RestrictRoads(command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Lifts a restriction before its end. Scope command, over the whole city.</summary>
    /// <param name="restriction">Its identifier.</param>
    /// <param name="command">Why.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<RoadsView> ReleaseRoadsAsync(string restriction, ReleaseRoadsCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(restriction);
        ArgumentNullException.ThrowIfNull(command);
        return _transport.ReleaseRoads(restriction, command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>The way that a responder would drive now. Scope read.</summary>
    public Task<WayView> GetRouteAsync(GeoPoint from, GeoPoint to, CancellationToken cancellationToken = default) => _transport.Route(from, to, cancellationToken);

    /// <summary>What is reached from a place, now. Scope read.</summary>
    /// <param name="from">The place.</param>
    /// <param name="minutes">Within this time, 0.5 to 60.</param>
    /// <param name="mode">How.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<IsochroneView> GetIsochroneAsync(GeoPoint from, double minutes, TravelMode mode = TravelMode.Drive, CancellationToken cancellationToken = default)
        => _transport.Isochrone(from, minutes, mode, cancellationToken);
}
