using CityGuard.Abstractions;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Journaling;
using Microsoft.Extensions.Options;

namespace CityGuard.Grains.GridEvents;

/// <summary>One grid event or ticket: what is reported of it, what people do with it, and its clock.</summary>
[GrainType("grid-event")]
internal sealed partial class GridEventGrain(CityIndex index, IJournal journal, IVault vault, TimeProvider time, IOptions<DispatchOptions> options)
    : LookingGrain<GridEventCourse, GridEventFact>(journal, EventCodec.GridEvents, GridEventCourse.Empty), IGridEventGrain
{
    // A timer takes no longer; a clock that is due later is looked at again then.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private IGrainTimer? _alarm;

    protected override string Stream => this.GetPrimaryKeyString();

    private GridEventId Id => GridEventId.Parse(Stream);

    private DateTimeOffset Now => time.GetUtcNow();

    private GridEventTerms Terms => index.City.Rules.GridEvents;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        Arm();
    }

    public async Task<Answer<GridEventReceipt>> Report(OpenGridEvent report)
    {
        var content = new EventContent(
            report.Source, report.SourceId, report.Category, report.Place, index.City.Cells.Id(report.Cell),
            report.Target < 0 ? null : index.City.Targets[report.Target].Id, report.OccurredAt, report.Channel);
        AreaId[] above = [.. index.Areas.SelfAndAncestors(index.City.Cells.Sectors[index.SectorOfCell(report.Cell)].Area)
            .Where(a => index.City.Areas[a].Kind is AreaKind.Sector or AreaKind.District or AreaKind.City).Select(a => index.City.Areas[a].Id)];
        var (sealed_, differs) = await Seal(report.Personal);
        var opens = false;
        var objection = await Execute(course =>
        {
            opens = course.Step == GridEventStep.None;
            return GridEventRules.Report(course, Terms, content, above, report.Collector.ToActor(), report.ReceivedAt, sealed_, differs, Now, report.LinkedTo);
        });
        if (objection is not null)
            return objection.ToRefusal();
        Arm();
        Acknowledge(report.LinkedTo);
        return new GridEventReceipt(Id, opens, Version);
    }

    public async Task<Answer<GridEventView>> Carry(GridEventOrder order)
    {
        if (State.Step == GridEventStep.None)
            return Unknown();
        var objection = await Execute(course => !course.Commands.ContainsKey(order.Command) && order.IfVersion is { } seen && seen != Version
            ? new Objection(ObjectionKind.Conflict, $"the event has moved on to version {Version}: it is {course.Step.Key()}")
            : GridEventOrders.Decide(course, Terms, order, Now));
        Arm();
        return objection is not null ? objection.ToRefusal() : await View(order.Personal);
    }

    public Task TakeUp()
    {
        Arm();
        return Task.CompletedTask;
    }

    public async Task<Answer<GridEventView>> View(bool personal)
    {
        var (course, version) = (State, Version);
        if (course.Step == GridEventStep.None)
            return Unknown();
        var data = personal && course.Collected!.Vault is { } reference ? await vault.Open(reference) : null;
        return GridEventPictures.View(course, Id, version, data, Now);
    }

    public Task<GridEventLine?> Line() => Task.FromResult(State.Step.IsOpen() ? GridEventPictures.Line(State, Id, Now) : null);

    public Task<AreaId?> Where() => Task.FromResult(State.Collected?.Sector);

    protected override GridEventCourse Evolve(GridEventCourse state, GridEventFact happened) => GridEventEvolution.Evolve(state, happened);

    protected override StreamHead Head(GridEventCourse state, long version) => new(state.IsUnfinished ? state.Collected!.Sector.Value : null);

    protected override void CaughtUp() => Arm();

    /// <summary>Personal data goes to the vault before anything is journaled, and only when it is new.</summary>
    private async Task<(string? Vault, bool Differs)> Seal(PersonalData? personal)
    {
        if (personal is null or { IsEmpty: true })
            return (null, false);
        if (State.Collected is null)
            return (await vault.Seal(Id.VaultName, personal), false);
        foreach (var kept in State.Differing.Select(d => d.Vault).Prepend(State.Collected.Vault))
            if (kept is not null && await vault.Open(kept) == personal)
                return (null, false);
        return await vault.Seal(Id.VaultName, personal) is { } reference ? (reference, true) : (null, false);
    }

    /// <summary>Sets the one timer to the clock that runs, or to when the incident is told that it becomes.</summary>
    private void Arm()
    {
        if (IsPoisoned || IsReadOnly || (State.Clock?.Due ?? TellAt) is not { } next)
            return;
        var due = next - Now;
        due = due < TimeSpan.Zero ? TimeSpan.Zero : due > LongestSleep ? LongestSleep : due;
        if (_alarm is null)
            _alarm = this.RegisterGrainTimer(OnAlarm, new GrainTimerCreationOptions { DueTime = due, Period = Timeout.InfiniteTimeSpan });
        else
            _alarm.Change(due, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Every clock that is due fires, one after the other, in due order.</summary>
    private async Task OnAlarm(CancellationToken cancel)
    {
        while (!IsPoisoned && !IsReadOnly && State.Clock is { } clock && clock.Due <= Now)
            await Execute(course => GridEventRules.Fire(course, Terms, Now));
        if (!IsPoisoned && !IsReadOnly)
            await TellIncident();
        Arm();
    }

    private Refusal Unknown()
    {
        DeactivateOnIdle();
        return new Refusal(RefusalCode.Unknown, $"there is no event {Stream}");
    }
}
