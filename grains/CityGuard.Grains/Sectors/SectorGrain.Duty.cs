using CityGuard.Abstractions.Duty;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
using CityGuard.Grains.Responders;

namespace CityGuard.Grains.Sectors;

/// <summary>
/// The duty of a sector: what the areas above have ordered, told on to everyone at home. When a level begins or ends by itself the board keeps
/// other circles from that flush on, and everyone at home is told once more, so that responders say anew how long they are ready.
/// </summary>
internal sealed partial class SectorGrain
{
    private DutyPicture _duty = DutyPicture.Empty;
    private DutyInForce _dutyTold = new("", 0, null, 0);
    private DutyReceipts _receipts = DutyReceipts.None;

    private DutyInForce DutyInForce => services.Duties.At(_duty);

    public Task HearDuty(AreaDuty said)
    {
        var duty = _duty.With(said);
        if (ReferenceEquals(duty, _duty))
            return Task.CompletedTask;
        _duty = duty;
        services.Duties.Keep(_board.Map.Sector, duty);
        return SpreadDuty();
    }

    public Task<DutyInForce> DutyNow() => Task.FromResult(DutyInForce);

    public Task HearReceipts(DutyReceipts receipts)
    {
        if (receipts.Count > _receipts.Count)
            _receipts = receipts;
        return Task.CompletedTask;
    }

    public Task<SectorDuty> DutyMeasures() => Task.FromResult(new SectorDuty(AreaId.Parse(Id), DutyInForce, Receipts));

    private IReadOnlyList<MeasureReceipt> Receipts => DutyInForce is var duty && duty.Order is null ? [] : _receipts.Of(duty, services.Duties.Table[duty.Rank]);

    private async Task StartDuty(int sector, CancellationToken cancel)
    {
        _duty = await services.Duties.Reread(sector, cancel);
        await HearReceipts(await services.Duties.Receipts(AreaId.Parse(Id), cancel));
        _dutyTold = DutyInForce;
        _board.Keep(_dutyTold.Rank);
        // Whoever moved here before the sector may have started from what this silo knew long ago, and a sector that died has not told all.
        if (_duty.Stamp > 0)
            _home.OweDuty(_duty);
    }

    /// <summary>A level may have begun or ended since the last flush.</summary>
    private void TurnDuty()
    {
        if (DutyInForce.Order != _dutyTold.Order)
            SpreadDuty().Ignore();
    }

    private Task SpreadDuty()
    {
        _dutyTold = DutyInForce;
        _board.Keep(_dutyTold.Rank);
        return _home.TellDuty(_duty);
    }

    /// <summary>Beacons repeat what their responder has heard: one at home that knows less is told.</summary>
    private void HeardDuty(Beacon beacon)
    {
        if (beacon.DutyStamp < _duty.Stamp && services.Index.HomeSector(beacon.Responder) == _board.Map.Sector)
            _home.TellDuty(_duty, beacon.Responder).Ignore();
    }
}
