using CityGuard.Abstractions;
using CityGuard.Abstractions.Roads;
using Orleans.Concurrency;

namespace CityGuard.Grains.Roads;

/// <summary>What is said of the roads of the city. Keyed by the city's area id.</summary>
[Alias("CityGuard.Grains.IRoadsGrain")]
internal interface IRoadsGrain : IGrainWithStringKey
{
    /// <summary>Closes or slows roads. Journaled before it answers.</summary>
    [Alias("Restrict")]
    Task<Answer<RoadsView>> Restrict(RestrictRoadsCommand command, string by);

    /// <summary>Lifts a restriction. Journaled before it answers.</summary>
    [Alias("Release")]
    Task<Answer<RoadsView>> Release(string restriction, ReleaseRoadsCommand command, string by);

    [Alias("Shapes"), AlwaysInterleave]
    Task<RoadShapes> Shapes();

    [Alias("View"), AlwaysInterleave]
    Task<RoadsView> View();
}
