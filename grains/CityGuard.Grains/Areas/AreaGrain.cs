using CityGuard.Abstractions;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Journaling;
using CityGuard.Grains.Sectors;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Areas;

/// <summary>An area of either tree. What is set here holds for everything below: sectors are told at once, and again every time the warden comes by.</summary>
[KeepAlive, DistrictPlacement, GrainType("area")]
internal sealed partial class AreaGrain(CityIndex index, IJournal journal, TimeProvider time, DistrictOwner owner, ILogger<AreaGrain> log)
    : LookingGrain<AreaState, AreaEvent>(journal, EventCodec.Areas, AreaState.Initial), IAreaGrain
{
    private const int Longest = 500;

    private int _area;

    protected override string Stream => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (!index.City.TryArea(Stream, out _area))
            throw new ArgumentException($"The city has no area {Stream}.");
        await base.OnActivateAsync(cancellationToken);
        TellDuty(); // whoever wrote the last order may have died before it told anyone
    }

    public async Task<bool> Ensure()
    {
        if (State.Mode is not null)
            await TellSectors();
        TellDuty();
        await TellReceipts();
        if (owner.IsHere(Stream))
            return true;
        this.MigrateOnIdle(); // a silo that joined owns the district now
        return false;
    }

    public async Task<Answer<Done>> SetMode(DispatchMode mode, string why, string by, string? command = null)
    {
        if (index.Areas.Sectors(_area).Length == 0 || index.City.Areas[_area].Kind == AreaKind.Beat)
            return new Refusal(RefusalCode.Unprocessable, $"Nothing is dispatched by {Stream}: set the mode of a sector, a district or the city.");
        if (string.IsNullOrWhiteSpace(why) || why.Length > Longest)
            return new Refusal(RefusalCode.Malformed, $"'why' must be 1 to {Longest} characters.");
        if (await Execute(area => area.Switch(mode, why, by, time.GetUtcNow(), command)) is { } objection)
            return objection.ToRefusal();
        await TellSectors();
        return Done.Value;
    }

    public Task<ModeWord?> Mode() => Task.FromResult(State.Word(index.City.Areas[_area].Id));

    protected override AreaState Evolve(AreaState state, AreaEvent happened) => state.Evolve(happened);

    protected override StreamHead Head(AreaState state, long version) => new(null);

    protected override void CaughtUp() => TellDuty();

    /// <summary>A sector that cannot be told now reads it from the journal when it starts, and hears it at the next round of the warden.</summary>
    private Task TellSectors()
    {
        var word = State.Word(index.City.Areas[_area].Id)!;
        return Bounded.ForEach(index.Areas.Sectors(_area).ToArray(), async sector =>
        {
            try
            {
                await GrainFactory.GetGrain<ISectorGrain>(index.SectorIds[sector]).HearMode(word);
            }
#pragma warning disable CA1031 // one silent sector must not keep the others from hearing it
            catch (Exception e)
#pragma warning restore CA1031
            {
                log.LogWarning("{Area} could not tell {Sector}: {Reason}", Stream, index.SectorIds[sector], e.Message);
            }
        });
    }
}
