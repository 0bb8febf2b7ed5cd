using CityGuard.Domain.Duty;
using CityGuard.Grains.Duty;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Cells;

/// <summary>A cell: the projection of its sector's board that outlives the board, with what only the cell remembers.</summary>
[KeepAlive, DistrictPlacement, GrainType("cell")]
internal sealed class CellGrain(CityIndex index, DutyShelf duties, DistrictOwner owner) : Grain, ICellGrain
{
    private PlaceStanding _standing = PlaceStanding.Nothing;
    private DutyPicture _duty = DutyPicture.Empty;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (index.City.TryCell(this.GetPrimaryKeyString(), out var cell))
            _duty = await duties.Of(index.SectorOfCell(cell), cancellationToken);
    }

    public Task HearDuty(DutyPicture picture)
    {
        _duty = _duty.With(picture);
        return Task.CompletedTask;
    }

    public Task<DutyInForce> DutyNow() => Task.FromResult(duties.At(_duty));

    public Task Wake() => Task.CompletedTask;

    public Task Told(PlaceReading reading)
    {
        _standing = _standing.Hear(reading);
        _duty = _duty.With(reading.Duty ?? DutyPicture.Empty);
        owner.SendHome(this);
        return Task.CompletedTask;
    }

    public Task<PlaceStanding> Standing() => Task.FromResult(_standing);
}
