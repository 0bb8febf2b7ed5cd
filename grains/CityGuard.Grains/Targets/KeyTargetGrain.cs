using CityGuard.Domain.Duty;
using CityGuard.Domain.Targets;
using CityGuard.Grains.Duty;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Targets;

/// <summary>A key target: the projection of its circle on the board, and its hours.</summary>
[KeepAlive, DistrictPlacement, GrainType("target")]
internal sealed class KeyTargetGrain(CityIndex index, DutyShelf duties, TimeProvider time, DistrictOwner owner) : Grain, IKeyTargetGrain
{
    private PlaceStanding _circle = PlaceStanding.Nothing;
    private DutyPicture _duty = DutyPicture.Empty;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (index.City.TryTarget(this.GetPrimaryKeyString(), out var target))
            _duty = await duties.Of(index.SectorOfCell(index.TargetCell[target]), cancellationToken);
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
        _circle = _circle.Hear(reading);
        _duty = _duty.With(reading.Duty ?? DutyPicture.Empty);
        owner.SendHome(this);
        return Task.CompletedTask;
    }

    public Task<TargetStanding> Standing()
    {
        if (!index.City.TryTarget(this.GetPrimaryKeyString(), out var target))
            throw new ArgumentException($"The city has no target {this.GetPrimaryKeyString()}.");
        var (hours, now) = (index.City.Targets[target].Hours, time.GetUtcNow());
        var minute = WeekClock.MinuteOfWeek(now, index.Zone);
        var change = hours.MinutesToChange(minute) is { } wait ? now.AddMinutes(wait).AddTicks(-(now.UtcTicks % TimeSpan.TicksPerMinute)) : (DateTimeOffset?)null;
        return Task.FromResult(new TargetStanding(_circle, hours.IsOpen(minute), change));
    }
}
