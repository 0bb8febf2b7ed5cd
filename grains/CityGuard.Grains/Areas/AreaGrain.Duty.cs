using CityGuard.Abstractions;
using CityGuard.Abstractions.Duty;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Journal;
using CityGuard.Grains.Duty;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Journaling;
using CityGuard.Grains.Sectors;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Areas;

/// <summary>
/// The duty of the area. What is ordered is told to every sector below, 64 at a time, and again to those that did not answer, until all have
/// heard. When an order begins or ends by itself nobody has to be told; the sectors are told once more all the same, for who may have missed it.
/// </summary>
internal sealed partial class AreaGrain
{
    private static readonly TimeSpan TellAgainAfter = TimeSpan.FromSeconds(1), LongestWait = TimeSpan.FromDays(1);

    private IGrainTimer? _dutyTimer;
    private HashSet<int> _untold = [];
    private bool _telling, _tellAll;

    private AreaId Id => AreaId.Parse(Stream);

    public Task<Answer<Done>> SetDuty(DutyCommand command, string by, string id) => Order(duties => DutyRules.Set(
        duties, index.City.Rules.Duty, command.Level, command.Scenario, command.From?.ToUniversalTime(), command.Until.ToUniversalTime(), by, command.Why, id, time.GetUtcNow()));

    public Task<Answer<Done>> EndDuty(EndDutyCommand command, string by, string id)
        => Order(duties => DutyRules.End(duties, command.Order, by, command.Why, id, time.GetUtcNow()));

    public async Task<Answer<Done>> AcknowledgeDuty(DutyOrder order, DutyMeasure[] measures, string by, string id)
    {
        if (await Execute(area => AcknowledgeRules.Acknowledge(area.Duty, index.City.Rules.Duty, order, measures, by, id, time.GetUtcNow())) is { } objection)
            return objection.ToRefusal();
        await TellReceipts();
        return Done.Value;
    }

    public Task<AreaDuty> Duty() => Task.FromResult(State.Duty.Told(Id, time.GetUtcNow()));

    private async Task<Answer<Done>> Order(Func<AreaDuties, Decision<Domain.Areas.Events.AreaEvent>> decide)
    {
        if (index.Areas.Sectors(_area).Length == 0 || index.City.Areas[_area].Kind == AreaKind.Beat)
            return new Refusal(RefusalCode.Unprocessable, $"Nobody is on duty for {Stream}: set the duty of a sector, a district or the city.");
        var before = State.Duty.Version;
        if (await Execute(area => decide(area.Duty)) is { } objection)
            return objection.ToRefusal();
        if (State.Duty.Version != before)
            TellDuty();
        return Done.Value;
    }

    /// <summary>Begins to tell everyone; the answer to whoever ordered does not wait for it.</summary>
    private void TellDuty()
    {
        if (State.Duty.Version == 0)
            return;
        (_untold, _tellAll) = ([.. index.Areas.Sectors(_area)], true);
        AlarmDuty(TimeSpan.Zero);
    }

    private async Task OnDuty(CancellationToken cancel)
    {
        if (IsPoisoned || _telling)
            return;
        _telling = true;
        try
        {
            if (_untold.Count == 0)
                _untold = [.. index.Areas.Sectors(_area)]; // an order has begun or ended
            _tellAll = false;
            var (untold, said) = (_untold, State.Duty.Told(Id, time.GetUtcNow()));
            await Bounded.ForEach(untold.ToArray(), async sector =>
            {
                try
                {
                    await GrainFactory.GetGrain<ISectorGrain>(index.SectorIds[sector]).HearDuty(said);
                    untold.Remove(sector);
                }
#pragma warning disable CA1031 // one silent sector must not keep the others from hearing it
                catch (Exception e)
#pragma warning restore CA1031
                {
                    log.LogWarning("{Area} could not tell {Sector} its duty: {Reason}", Stream, index.SectorIds[sector], e.Message);
                }
            });
        }
        finally
        {
            _telling = false;
        }

        if (IsPoisoned)
            return;
        var now = time.GetUtcNow();
        if (_untold.Count > 0)
            AlarmDuty(_tellAll ? TimeSpan.Zero : TellAgainAfter); // a later order came meanwhile, or somebody did not answer
        else if (new DutyPicture([State.Duty.Told(Id, now)]).NextChange(now) is { } due)
            AlarmDuty(due - now);
    }

    /// <summary>The board of the station shows them. One that is silent reads them from the journal when it starts, and hears them at the next round of the warden.</summary>
    private async Task TellReceipts()
    {
        if (State.Duty.Receipts.Count == 0)
            return;
        try
        {
            await GrainFactory.GetGrain<ISectorGrain>(Stream).HearReceipts(State.Duty.Receipts);
        }
#pragma warning disable CA1031 // what is journaled is acknowledged, whether its board answers or not
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogWarning("{Area} could not tell its board what was acknowledged: {Reason}", Stream, e.Message);
        }
    }

    private void AlarmDuty(TimeSpan wait)
    {
        var due = wait < LongestWait ? wait : LongestWait;
        if (_dutyTimer is null)
            _dutyTimer = this.RegisterGrainTimer(OnDuty, new GrainTimerCreationOptions { DueTime = due, Period = Timeout.InfiniteTimeSpan, Interleave = true, KeepAlive = true });
        else
            _dutyTimer.Change(due, Timeout.InfiniteTimeSpan);
    }
}
