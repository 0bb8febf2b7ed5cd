using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>
/// An incident's shell. It waits for the journal as the grain does, and for nobody else: every question goes out as a message and every answer
/// comes in as one, so that more can come between than in the grain.
/// </summary>
internal sealed class ModelIncident(Stage stage, IncidentId id, string name)
    : ModelActivation<IncidentCourse, IncidentEvent>(stage, EventCodec.Incidents, id.Value, name, IncidentCourse.Empty)
{
    private static readonly ResponsePlan Plan = new("two", [], [], [], [new PlanRole("first", [], [], 1, null), new PlanRole("second", [], [], 1, null)], null);

    private DateTimeOffset Now => Stage.Now;

    public Task Report(IncidentSeverity severity)
    {
        var report = new ReportContent("model", id.Value, "theft", severity, new GeoPoint(113, 23), CellId.Parse("c-1"), null, null, null);
        return Execute(course => IncidentRules.Report(course, report, AreaId.Parse("s-1"), Now, null, false, Now));
    }

    /// <summary>One step of its own. <paramref name="choose"/>: somebody whom the board believes free, not among the excluded, and the epoch it believes; null: nobody.</summary>
    public async Task Step(Func<IReadOnlyCollection<ResponderId>, (ResponderId Responder, long Epoch)?> choose)
    {
        switch (IncidentProcedure.Next(State, Plan, Now))
        {
            case IncidentStep.Reserve(var pending):
                foreach (var asked in pending)
                    Send(asked.From is { } from
                        ? new Message.Divert(id, asked.Responder, new DivertOrder(from, id, asked.Op, asked.ExpectedEpoch, "chief", "graver"))
                        : new Message.Reserve(id, asked.Responder, asked.Op, asked.ExpectedEpoch));
                break;
            case IncidentStep.Release(var held):
                foreach (var one in held)
                    Send(new Message.Release(id, one.Responder, one.Epoch, one.Op));
                break;
            case IncidentStep.Select(var roles):
                var seen = State;
                if (choose(IncidentProcedure.Excluded(seen, Now).ToArray()) is { } chosen)
                    await Execute(course => ReferenceEquals(course, seen)
                        ? new AssignmentRequested(IncidentRules.NextOp(course), chosen.Responder, roles[0].Role.Role, chosen.Epoch, null, null, null, null, course.Stamp(Now))
                        : Array.Empty<IncidentEvent>());
                break;
            case IncidentStep.BeginClosing(var why):
                await Execute(course => IncidentRules.Close(course, null, why, Now));
                break;
            case IncidentStep.Close:
                await Execute(course => course.Phase == IncidentPhase.Closing ? new Closed(course.Stamp(Now)) : Array.Empty<IncidentEvent>());
                break;
        }
    }

    public async Task Answered(Message.Answer answer)
    {
        // An answer comes back to who has asked, or to another that has read of it; a stale twin knows nothing of the question.
        if (State.Find(answer.Op) is null)
            return;
        await Execute(course => course.Find(answer.Op) is { Phase: AssignmentPhase.Requested } pending
            ? IncidentProcedure.Answered(course, pending, answer.Granted, answer.Epoch, "no", Now).ToArray()
            : Array.Empty<IncidentEvent>());
        if (answer.Granted && State.Find(answer.Op) is not { MayHold: true })
            Send(new Message.Release(id, answer.Responder, answer.Epoch, null));
    }

    /// <summary>As in the grain: closing records the last release by itself, and until then each is recorded by its own.</summary>
    public Task WasReleased(OperationId op, long epoch) => Execute(course => course.Find(op) switch
    {
        not { Phase: AssignmentPhase.Recalled or AssignmentPhase.Granted } => Array.Empty<IncidentEvent>(),
        var held when held.Epoch != epoch => Array.Empty<IncidentEvent>(),
        { Phase: AssignmentPhase.Granted } when course.Phase == IncidentPhase.Closing && course.Assignments.TrueForAll(a => !a.MayHold || a.Op == op) => new Closed(course.Stamp(Now)),
        _ => new AssignmentReleased(op, epoch, course.Stamp(Now)),
    });

    public void HeldBy(Message.HeldBy held)
    {
        if (!Holds(held) && Refresh())
            Stage.Story?.Say(Name, "reads what another has written");
        if (!Holds(held) && State.Find(held.Op) is not { MayHold: true })
            Send(new Message.Release(id, held.Responder, held.Epoch, null));
    }

    public async Task Progress(AssignmentProgress step)
    {
        if (State.Assignments.Find(a => a.Phase == AssignmentPhase.Granted) is { } held)
            await Execute(course => IncidentRules.RecordProgress(course, held.Op, held.Epoch, step, Now, Now));
    }

    /// <summary>A person wants whom another incident holds.</summary>
    public Task Divert(ResponderId responder, SeenHolder holder)
        => Execute(course => IncidentRules.Divert(course, id, responder, "first", holder, null, null, "chief", "graver", Now));

    /// <summary>A person sends one more, as it was seen some moments ago.</summary>
    public Task Add(ResponderId responder, SeenResponder seen) => Execute(course => IncidentRules.Add(course, responder, "first", seen, "chief", "", Now));

    /// <summary>A person sends another in the place of one.</summary>
    public async Task Reassign(ResponderId responder, SeenResponder seen)
    {
        if (State.Assignments.Find(a => a.Phase == AssignmentPhase.Granted) is { } held)
            await Execute(course => IncidentRules.Reassign(course, held.Op, responder, seen, "chief", "", Now));
    }

    public async Task Lost(Message.Lost lost)
    {
        await Execute(course => IncidentRules.Lose(course, lost.Responder, lost.Loss, Now), confirm: true);
        Send(new Message.LossHeard(id, lost.Responder, lost.Loss.Op));
    }

    public async Task Recall()
    {
        if (State.Assignments.Find(a => a.Phase == AssignmentPhase.Granted) is { } held)
            await Execute(course => IncidentRules.Recall(course, held.Op, "chief", "", Now));
    }

    public Task Close() => Execute(course => IncidentRules.Close(course, "chief", "", Now));

    protected override IncidentCourse Evolve(IncidentCourse state, IncidentEvent happened) => IncidentEvolution.Evolve(state, happened);

    private bool Holds(Message.HeldBy held)
        => State.Find(held.Op) is { Phase: AssignmentPhase.Granted } granted && granted.Responder == held.Responder && granted.Epoch == held.Epoch;
}
