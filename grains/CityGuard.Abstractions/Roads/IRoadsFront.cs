using CityGuard.Abstractions.Security;
using CityGuard.Domain.Geography;

namespace CityGuard.Abstractions.Roads;

/// <summary>The door to the roads: what is closed, and what one reaches. A stateless worker: use key 0.</summary>
[Alias("CityGuard.IRoadsFront")]
public interface IRoadsFront : IGrainWithIntegerKey
{
    /// <summary>What is closed or slower than usual. Scope read.</summary>
    [Alias("Get")]
    Task<Answer<RoadsView>> Get(Credential caller);

    /// <summary>Closes or slows roads. Durable when answered; travel times follow within seconds. Scope command, over the whole city.</summary>
    [Alias("Restrict")]
    Task<Answer<RoadsView>> Restrict(Credential caller, RestrictRoadsCommand command);

    /// <summary>Lifts a restriction. Durable when answered; travel times follow within seconds. Scope command, over the whole city.</summary>
    [Alias("Release")]
    Task<Answer<RoadsView>> Release(Credential caller, string restriction, ReleaseRoadsCommand command);

    /// <summary>Lines of the roads that are closed or slower than usual, for a map. Scope read.</summary>
    [Alias("Shapes")]
    Task<Answer<RoadShapes>> Shapes(Credential caller);

    /// <summary>The quickest way now between two places in or near the city. Scope read.</summary>
    [Alias("Route")]
    Task<Answer<WayView>> Route(Credential caller, GeoPoint from, GeoPoint to);

    /// <summary>What is reached from a place within 0.5 to 60 minutes, now. Scope read.</summary>
    [Alias("Isochrone")]
    Task<Answer<IsochroneView>> Isochrone(Credential caller, GeoPoint from, double minutes, TravelMode mode);
}
