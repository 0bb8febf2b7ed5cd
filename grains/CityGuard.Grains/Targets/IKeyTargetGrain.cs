using CityGuard.Grains.Duty;
using CityGuard.Grains.Sectors;
using Orleans.Concurrency;

namespace CityGuard.Grains.Targets;

/// <summary>A key target (重点目标). Keyed by target id.</summary>
[Alias("CityGuard.Grains.IKeyTargetGrain")]
internal interface IKeyTargetGrain : IUnderDuty
{
    /// <summary>Called by its sector: activates the actor.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>From its sector, when its circle changed and every minute.</summary>
    [Alias("Told"), OneWay]
    Task Told(PlaceReading reading);

    /// <summary>What it knows of itself.</summary>
    [Alias("Standing"), AlwaysInterleave]
    Task<TargetStanding> Standing();
}

/// <summary>A target as its actor knows it.</summary>
/// <param name="Circle">Its circle.</param>
/// <param name="Open">Open now, by its hours.</param>
/// <param name="NextChange">When it opens or closes next, to the minute; null: never.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.TargetStanding")]
internal sealed record TargetStanding([property: Id(0)] PlaceStanding Circle, [property: Id(1)] bool Open, [property: Id(2)] DateTimeOffset? NextChange);
