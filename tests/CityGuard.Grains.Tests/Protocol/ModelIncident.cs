using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using CityGuard.Tests.Shared;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>An incident's shell. It never waits: every question goes out as a message and every answer comes in as one, so that more can come between than in the grain.</summary>
internal sealed class ModelIncident(FakeJournal journal, IncidentId id, IncidentSeverity severity, Func<DateTimeOffset> now)
    : ModelActivation<IncidentCourse, IncidentEvent>(journal, EventCodec.Incidents, id.Value, IncidentCourse.Empty)
{
    private static readonly ResponsePlan Plan = new("two", [], [], [], [new PlanRole("first", [], [], 1, null), new PlanRole("second", [], [], 1, null)], null);

    public void Report()
    {
        var report = new ReportContent("model", id.Value, "theft", severity, new GeoPoint(113, 23), CellId.Parse("c-1"), null, null, null);
        Execute(course => IncidentRules.Report(course, report, AreaId.Parse("s-1"), now(), null, false, now()));
    }

    /// <summary>One step of its own. <paramref name="choose"/>: somebody whom the board believes free, not among the excluded, and the epoch it believes; null: nobody.</summary>
    public void Step(Action<Message> send, Func<IReadOnlyCollection<ResponderId>, (ResponderId Responder, long Epoch)?> choose)
    {
        switch (IncidentProcedure.Next(State, Plan, now()))
        {
            case IncidentStep.Reserve(var pending):
                foreach (var asked in pending)
                    send(asked.From is { } from
                        ? new Message.Divert(id, asked.Responder, new DivertOrder(from, id, asked.Op, asked.ExpectedEpoch, "chief", "graver"))
                        : new Message.Reserve(id, asked.Responder, asked.Op, asked.ExpectedEpoch));
                break;
            case IncidentStep.Release(var held):
                foreach (var one in held)
                    send(new Message.Release(id, one.Responder, one.Epoch, one.Op));
                break;
            case IncidentStep.Select(var roles):
                var seen = State;
                if (choose(IncidentProcedure.Excluded(seen, now()).ToArray()) is { } chosen)
                    Execute(course => ReferenceEquals(course, seen)
                        ? new AssignmentRequested(IncidentRules.NextOp(course), chosen.Responder, roles[0].Role.Role, chosen.Epoch, null, null, null, null, course.Stamp(now()))
                        : Array.Empty<IncidentEvent>());
                break;
            case IncidentStep.BeginClosing(var why):
                Execute(course => IncidentRules.Close(course, null, why, now()));
                break;
            case IncidentStep.Close:
                Execute(course => course.Phase == IncidentPhase.Closing ? new Closed(course.Stamp(now())) : Array.Empty<IncidentEvent>());
                break;
        }
    }

    public void Answered(Action<Message> send, Message.Answer answer)
    {
        Execute(course => course.Find(answer.Op) is { Phase: AssignmentPhase.Requested } pending
            ? IncidentProcedure.Answered(course, pending, answer.Granted, answer.Epoch, "no", now()).ToArray()
            : Array.Empty<IncidentEvent>());
        if (answer.Granted && State.Find(answer.Op) is not { MayHold: true })
            send(new Message.Release(id, answer.Responder, answer.Epoch, null));
    }

    public void WasReleased(OperationId op, long epoch) => Execute(course =>
        course.Find(op) is { Phase: AssignmentPhase.Recalled } or { Phase: AssignmentPhase.Granted } && course.Find(op)!.Epoch == epoch
        && (course.Find(op)!.Phase == AssignmentPhase.Recalled || course.Phase == IncidentPhase.Closing)
            ? new AssignmentReleased(op, epoch, course.Stamp(now()))
            : Array.Empty<IncidentEvent>());

    public void HeldBy(Action<Message> send, Message.HeldBy held)
    {
        if (!Holds(held))
            Refresh();
        if (!Holds(held) && State.Find(held.Op) is not { MayHold: true })
            send(new Message.Release(id, held.Responder, held.Epoch, null));
    }

    public void Progress(AssignmentProgress step)
    {
        if (State.Assignments.Find(a => a.Phase == AssignmentPhase.Granted) is { } held)
            Execute(course => IncidentRules.RecordProgress(course, held.Op, held.Epoch, step, now(), now()));
    }

    public void Divert(ResponderId responder, SeenHolder holder)
        => Execute(course => IncidentRules.Divert(course, id, responder, "first", holder, null, null, "chief", "graver", now()));

    public void Lost(Action<Message> send, Message.Lost lost)
    {
        Execute(course => IncidentRules.Lose(course, lost.Responder, lost.Loss, now()), confirm: true);
        send(new Message.LossHeard(id, lost.Responder, lost.Loss.Op));
    }

    public void Recall()
    {
        if (State.Assignments.Find(a => a.Phase == AssignmentPhase.Granted) is { } held)
            Execute(course => IncidentRules.Recall(course, held.Op, "chief", "", now()));
    }

    public void Close() => Execute(course => IncidentRules.Close(course, "chief", "", now()));

    protected override IncidentCourse Evolve(IncidentCourse state, IncidentEvent happened) => IncidentEvolution.Evolve(state, happened);

    private bool Holds(Message.HeldBy held)
        => State.Find(held.Op) is { Phase: AssignmentPhase.Granted } granted && granted.Responder == held.Responder && granted.Epoch == held.Epoch;
}
