using CityGuard.Grains.Hosting;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Cells;

/// <summary>A cell: the projection of its sector's board that outlives the board, with what only the cell remembers.</summary>
[KeepAlive, DistrictPlacement, GrainType("cell")]
internal sealed class CellGrain(DistrictOwner owner) : Grain, ICellGrain
{
    private PlaceStanding _standing = PlaceStanding.Nothing;

    public Task Wake() => Task.CompletedTask;

    public Task Told(PlaceReading reading)
    {
        _standing = _standing.Hear(reading);
        owner.SendHome(this);
        return Task.CompletedTask;
    }

    public Task<PlaceStanding> Standing() => Task.FromResult(_standing);
}
