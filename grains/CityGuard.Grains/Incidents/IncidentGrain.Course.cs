using System.Collections.Immutable;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Incidents.Supplies;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Sectors;
using CityGuard.Grains.Telemetry;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Incidents;

/// <summary>How an incident proceeds by itself. Each step follows from what is recorded, so a crash anywhere only repeats a step.</summary>
internal sealed partial class IncidentGrain
{
    // More steps than any course needs in one go: a bound against a rule that would run in a circle.
    private const int StepsInOneTurn = 32;

    private IGrainTimer? _alarm;
    private DateTimeOffset _lookAt;
    private DateTimeOffset _alarmAt = DateTimeOffset.MaxValue;
    private bool _takenUp;
    private (IncidentState State, bool Late, int Assignments, DateTimeOffset? Due, object Escalations)? _shown;

    private ISectorGrain Sector => GrainFactory.GetGrain<ISectorGrain>(State.Sector.Value);

    public Task TakeUp(long version)
    {
        _takenUp = true;
        if (version == 0)
            _shown = null; // the sector asks because it has not heard: a new board, or a lost line
        return Drive();
    }

    /// <summary>
    /// What happened to it may have been done by another activation, on a silo that the others believed dead and that did not know it. Nothing would tell this one, nor the
    /// responders that are held: while it is open it looks into the journal, and has them look.
    /// </summary>
    private async Task LookAgain()
    {
        _lookAt = Now + LookEvery;
        var before = State;
        await CatchUp(services.Time);
        // Whom it believed held until now, too: how that ended is in their journals.
        foreach (var responder in before.Assignments.Concat(State.Assignments).Where(a => a.Phase == AssignmentPhase.Granted).Select(a => a.Responder).Distinct())
            GrainFactory.Responder(responder).Look().Ignore();
    }

    public async Task HeldBy(ResponderId responder, OperationId op, long epoch, bool orderLost)
    {
        if (!IsHeldBy(responder, op, epoch) && await Refresh())
            await Drive();
        switch (State.Find(op))
        {
            case { } held when IsHeldBy(responder, op, epoch):
                if (orderLost)
                    Deliver(held);
                break;
            case { MayHold: true, Responder: var mine } when mine == responder:
                await Drive();
                break;
            default:
                await GrainFactory.Responder(responder).Release(Id, epoch, done: State.Find(op) is { Progress: AssignmentProgress.Cleared });
                break;
        }
    }

    private bool IsHeldBy(ResponderId responder, OperationId op, long epoch)
        => State.Find(op) is { Phase: AssignmentPhase.Granted } held && held.Responder == responder && held.Epoch == epoch;

    /// <summary>Told to its sector by the stream; asked for directly if that is not heard.</summary>
    private void Opened()
    {
        Publish(StreamNames.Incidents, new IncidentHint(Id, Version));
        Alarm(Now + services.Options.NudgeAfter);
    }

    private void Resume()
    {
        _takenUp = true;
        Alarm(Now);
    }

    public Task RecallLost(ResponderId responder, OperationId op, long epoch)
    {
        if (State.Find(op) is { } recalled && recalled.Responder == responder && recalled.Epoch == epoch)
            GrainFactory.Responder(responder).Deliver(OrderOf(recalled) with { Recall = true }).Ignore();
        return Task.CompletedTask;
    }

    private void Progressed(Assignment? before, Assignment now)
    {
        if (IncidentProcedure.Next(State, PlanOf(State), Now) is not IncidentStep.Rest)
        {
            Alarm(Now); // the crew has its answer first; closing tells the responder what it needs to know
            return;
        }

        Show(); // an incident that was late is so no more once the crew is there
        if (ResponderGrain.StatusDuring(before?.Progress) != ResponderGrain.StatusDuring(now.Progress))
            GrainFactory.Responder(now.Responder).Progressed(now.Op, now.Epoch, now.Progress!.Value, now.ProgressAt!.Value).Ignore();
    }

    private void Deliver(Assignment held)
    {
        var responder = GrainFactory.Responder(held.Responder);
        responder.Deliver(OrderOf(held)).Ignore();
        if (held.Progress is { } progress)
            responder.Progressed(held.Op, held.Epoch, progress, held.ProgressAt!.Value).Ignore();
    }

    private Order OrderOf(Assignment assignment)
        => IncidentPictures.OrderOf(State, Id, assignment, services.Index.City.TryResponder(assignment.Responder.Value, out var i) ? services.Index.Responders.Turnout[i] : 0);

    private async Task Drive()
    {
        for (var steps = 0; steps < StepsInOneTurn && !IsReadOnly && await Step(); steps++)
        {
        }

        await PassLead();
        // However the driving ended, also on a recommendation that waits for a person: what is due next wakes it.
        if (State.IsOpen && !IsReadOnly)
            Alarm(DateTimeOffset.MaxValue);
        Show();
    }

    /// <summary>One step; false when there is nothing more to do now.</summary>
    private async Task<bool> Step()
    {
        if (State is { IsOpen: true, Plan: null } && !await AskDuty(Sector))
            return Later();
        var plan = PlanOf(State);
        switch (IncidentProcedure.Next(State, plan, Now))
        {
            case IncidentStep.Reserve(var pending):
                return await Ask(pending) || Later();
            case IncidentStep.Release(var held):
                return await GiveBack(held) || Later();
            case IncidentStep.Select(var roles):
                return await Select(plan!, roles);
            case IncidentStep.Refer(var desk):
                await Execute(course => course.Referred ? Array.Empty<IncidentEvent>() : new ReferredToDesk(desk.Id, desk.Desk, course.Stamp(Now)));
                return true;
            case IncidentStep.FireClock(var clock):
                await Execute(course => course.Clocks.Contains(clock) ? new ClockFired(clock.Id, course.Stamp(Now)) : Array.Empty<IncidentEvent>());
                return true;
            case IncidentStep.Fire(var following, var due):
                return await Fire(following, due);
            case IncidentStep.OpenPost(var major):
                return await OpenByPlan(major);
            case IncidentStep.LapseItem(var line):
                return await Lapse(line);
            case IncidentStep.Climb:
                return await Climb();
            case IncidentStep.ServeEscalations:
                return await Serve();
            case IncidentStep.ServeReach:
                return await ServeReach();
            case IncidentStep.WantSupplies:
                return await Carried(course => SupplyRules.Want(course, plan!, Now));
            case IncidentStep.DrawSupplies(var want):
                return await DrawSupplies(want) || Later();
            case IncidentStep.ReturnSupplies(var want):
                return await ReturnSupplies(want) || Later();
            case IncidentStep.BeginClosing(var why):
                await Execute(course => IncidentRules.Close(course, null, why, Now));
                return true;
            case IncidentStep.HandOn(var owed):
                return await HandOn(owed);
            case IncidentStep.Close:
                await Execute(course => course.Phase == IncidentPhase.Closing && !SupplyRules.Owes(course) && Transferring.Owed(course) is null ? new Closed(course.Stamp(Now)) : Array.Empty<IncidentEvent>());
                return true;
            case IncidentStep.Rest(var until):
                Alarm(until ?? DateTimeOffset.MaxValue);
                return false;
            default:
                return false;
        }
    }

    private bool Later()
    {
        Alarm(Now + services.Options.AskAgainAfter);
        return false;
    }

    /// <summary>Asks all pending responders and journals their answers in one append; only then is anyone told.</summary>
    private async Task<bool> Ask(ImmutableArray<Assignment> pending)
    {
        var answers = await Task.WhenAll(pending.Select(request => Answer<ReserveAnswer?>(
            async () => await Reserve(request), "a reservation")));
        await Execute(course => answers.Index()
            .Where(answer => answer.Item is not null && course.Find(pending[answer.Index].Op)?.Phase == AssignmentPhase.Requested)
            .SelectMany(answer => IncidentProcedure.Answered(course, pending[answer.Index], answer.Item!.Value.Granted, answer.Item.Value.Epoch, answer.Item.Value.Reason, Now))
            .ToArray());
        foreach (var (index, answer) in answers.Index())
            if (answer is { Granted: true, Epoch: var epoch })
            {
                var request = pending[index];
                if (IsHeldBy(request.Responder, request.Op, epoch))
                    Deliver(State.Find(request.Op)!);
                else if (State.Find(request.Op) is not { MayHold: true })
                    await GrainFactory.Responder(request.Responder).Release(Id, epoch, done: false);
            }

        return answers.All(answer => answer is not null);
    }

    /// <summary>Null when there was no answer. Unknown is not no: a request stays pending then and the same operation is asked again.</summary>
    private async Task<T?> Answer<T>(Func<Task<T?>> ask, string what)
    {
        try
        {
            return await ask();
        }
        catch (Exception e)
        {
            services.Log.LogWarning(e, "{Incident}: {What} had no answer", Stream, what);
            return default;
        }
    }

    private async Task<bool> GiveBack(ImmutableArray<Assignment> held)
    {
        try
        {
            await Task.WhenAll(held.Select(a => GrainFactory.Responder(a.Responder).Release(Id, a.Epoch, done: a.Progress == AssignmentProgress.Cleared)));
        }
        catch (Exception e)
        {
            services.Log.LogWarning(e, "{Incident}: a release had no answer", Stream);
            return false;
        }

        await Execute(course => course.Phase == IncidentPhase.Closing && !SupplyRules.Owes(course) && Transferring.Owed(course) is null && held.All(a => a.Phase == AssignmentPhase.Granted) && NothingElse(course, held)
            ? new Closed(course.Stamp(Now))
            : held.Where(a => course.Find(a.Op)?.Phase is AssignmentPhase.Granted or AssignmentPhase.Recalled)
                .Select(IncidentEvent (a) => new AssignmentReleased(a.Op, a.Epoch, course.Stamp(Now))).ToArray());
        return true;
    }

    private static bool NothingElse(IncidentCourse course, ImmutableArray<Assignment> held)
        => !course.Merges.IsUnsettled && course.Assignments.TrueForAll(a => !a.MayHold || held.Any(h => h.Op == a.Op));

    /// <summary>Asks the boards for every missing role, then records decisions and requests in one append.</summary>
    private async Task<bool> Select(ResponsePlan plan, ImmutableArray<MissingRole> roles)
    {
        using var span = services.Tracer.Begin(Id, IncidentSpans.Select);
        var (seen, rules) = (State, services.Index.City.Rules);
        if (!services.Index.City.TryCell(seen.Report!.Cell.Value, out var cell))
            return false;
        var target = TargetOf(seen.Report);
        var chosen = new List<int>();
        var decisions = new List<RoleDecision>(roles.Length);
        foreach (var (role, count) in roles)
        {
            var wanted = RequirementCompiler.Compile(role, count, services.Index.KindIds, rules.Capabilities);
            var reach = Reaching.Of(seen, role.Role);
            var (selection, isComplete) = await Consider(new SelectionQuery(cell, target, wanted, [.. chosen, .. LeftOut(seen, role.Role)]), reach);
            if (selection is null)
                return Later();
            chosen.AddRange(selection.Chosen.Select(c => c.Responder));
            decisions.Add(new RoleDecision(role, wanted, selection, RecommendationRules.Stricter(plan.Mode, selection.Word.Mode), reach, isComplete, await Partners(role, reach, cell)));
        }

        span.Tag("cityguard.chosen", chosen.Count);
        var facts = Dispatching.Facts(services.Index, services.Options, seen, plan, decisions, Now);
        await Execute(course => ReferenceEquals(course, seen) ? facts : Array.Empty<IncidentEvent>());
        return decisions.TrueForAll(d => d.Sent) || !ReferenceEquals(State, seen);
    }

    private IEnumerable<int> LeftOut(IncidentCourse course, string role)
        => IncidentProcedure.Excluded(course, role, Now).Select(r => services.Index.City.TryResponder(r.Value, out var i) ? i : -1).Where(i => i >= 0);

    private int TargetOf(ReportContent report) => report.Target is { } id && services.Index.City.TryTarget(id.Value, out var target) ? target : -1;

    private async Task OnAlarm(CancellationToken cancel)
    {
        _alarmAt = DateTimeOffset.MaxValue;
        if (IsPoisoned || !State.IsOpen)
            return;
        if (Now >= _lookAt)
            await LookAgain();
        if (_takenUp)
        {
            await Drive();
            return;
        }

        Sector.Nudge(Id, Version).Ignore();
        Alarm(Now + services.Options.AskAgainAfter);
    }

    /// <summary>Sets the one timer to the earliest thing due, lateness and the look into the journal included.</summary>
    private void Alarm(DateTimeOffset at)
    {
        if (_lookAt == default)
            _lookAt = Now + LookEvery;
        if (State.IsOpen && _lookAt < at)
            at = _lookAt;
        if (IncidentClocks.LateAt(State, PlanOf(State)) is { } late && late > Now && late < at)
            at = late;
        var plan = PlanOf(State);
        // A role that is tried again later is so too while another one waits for a person's word. One long due has nothing to wake for: its matter was settled otherwise.
        var retry = _takenUp && State.Phase == IncidentPhase.Open ? State.Clocks.Where(clock => clock.Due > Now - services.Options.AskAgainAfter).Min(clock => (DateTimeOffset?)clock.Due) : null;
        foreach (var due in (DateTimeOffset?[])[retry, PostRules.NextDue(State), IncidentClockwork.NextDue(State, plan), _takenUp ? Escalations.NextDue(State, plan) : null])
            if (due is { } next && next < at)
                at = next > Now ? next : Later(at); // what is due already waits for an answer first: to wake at once would only spin
        if (at >= _alarmAt)
            return;
        _alarmAt = at;
        var wait = at > Now ? at - Now : TimeSpan.Zero;
        if (_alarm is null)
            _alarm = this.RegisterGrainTimer(OnAlarm, new GrainTimerCreationOptions { DueTime = wait, Period = Timeout.InfiniteTimeSpan });
        else
            _alarm.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private DateTimeOffset Later(DateTimeOffset than) => Now + services.Options.AskAgainAfter is var soon && soon < than ? soon : than;

    /// <summary>Feed and counters hear of it only when the line has changed.</summary>
    private void Show()
    {
        Count();
        var late = IncidentClocks.LateAt(State, PlanOf(State)) <= Now;
        var shown = (IncidentPictures.StateOf(State), late, State.Assignments.Count(a => a.IsActive), IncidentDue.Of(State, PlanOf(State)), (object)State.Case.Escalations);
        if (State.Phase == IncidentPhase.None || shown == _shown)
            return;
        _shown = shown;
        Publish(StreamNames.Activity, new IncidentActivity(IncidentPictures.Line(State, Id, late, shown.Item4), IncidentPictures.Delta(State, Id), Version, State.ClosedAt));
    }

    private void Publish<T>(string what, T hint)
        => this.GetStreamProvider(StreamNames.Provider).GetStream<T>(StreamId.Create(what, State.Sector.Value)).OnNextAsync(hint).Ignore();
}
