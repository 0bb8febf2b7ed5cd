using CityGuard.Grains.Duty;
using CityGuard.Grains.Sectors;
using Orleans.Concurrency;

namespace CityGuard.Grains.Cells;

/// <summary>A cell. Keyed by cell id.</summary>
[Alias("CityGuard.Grains.ICellGrain")]
internal interface ICellGrain : IUnderDuty
{
    /// <summary>Called by its sector: activates the actor.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>From its sector, when its readiness changed and every minute.</summary>
    [Alias("Told"), OneWay]
    Task Told(PlaceReading reading);

    /// <summary>What it knows of itself.</summary>
    [Alias("Standing"), AlwaysInterleave]
    Task<PlaceStanding> Standing();
}
