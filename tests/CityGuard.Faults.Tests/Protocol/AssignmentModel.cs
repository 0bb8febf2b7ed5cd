using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;

namespace CityGuard.Faults.Tests.Protocol;

/// <summary>
/// Everything that can happen in the assignment protocol, one step at a time, by the domain's own rules: every reservation also leaves a copy
/// that may arrive at any later time, every answer may be lost, and a release and its record are two steps.
/// </summary>
/// <param name="store">What becomes of a responder's event before it is stored: the place to weaken the rule of epochs.</param>
internal sealed class AssignmentModel(Func<ResponderState, OwnershipEvent, OwnershipEvent> store)
{
    private const int MostRequests = 2;
    private const int MostTurnsOfService = 2;
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    public static World Start()
    {
        var world = new World([IncidentCourse.Empty, IncidentCourse.Empty], [[], []], ResponderState.Initial, [], [], 0);
        foreach (var i in (int[])[0, 1])
        {
            var report = new ReportContent("test", $"{i}", "theft", IncidentSeverity.Medium, new GeoPoint(113.26, 23.13), CellId.Parse("c-00001"), null, null, null);
            world = world.Record(i, IncidentRules.Report(world.Incidents[i], report, AreaId.Parse("s-440104-01"), Now, null, false, Now).Events);
        }

        return world;
    }

    public IEnumerable<(string What, World Next)> Steps(World world)
    {
        foreach (var i in (int[])[0, 1])
            foreach (var step in OfIncident(world, i, world.Incidents[i]))
                yield return step;
        foreach (var copy in world.OnTheWay.Distinct())
        {
            var rest = world with { OnTheWay = world.OnTheWay.Remove(copy) };
            yield return ($"{Name(copy.Incident)} {copy.Op} reserve(epoch {copy.ExpectedEpoch}) arrives, its answer is lost", Reserve(rest, copy).Next);
            yield return ($"{Name(copy.Incident)} {copy.Op} reserve(epoch {copy.ExpectedEpoch}) arrives and is answered", Answered(rest, copy));
        }

        if (world.TurnsOfService < MostTurnsOfService)
        {
            var turn = world.Responder.InService ? ResponderRules.LeaveService(world.Responder, "crew", Now, Now) : ResponderRules.EnterService(world.Responder, "crew", Now, Now);
            if (turn.Objection is null)
                yield return (world.Responder.InService ? "goes out of service" : "comes into service", Store(world, turn.Events) with { TurnsOfService = world.TurnsOfService + 1 });
        }
    }

    private IEnumerable<(string What, World Next)> OfIncident(World world, int i, IncidentCourse course)
    {
        if (course.Assignments.Count < MostRequests && IncidentRules.Add(course, World.Patrol, "patrol", new SeenResponder(world.Responder.Epoch, null), "dispatcher", "model", Now) is { Objection: null } asked)
        {
            var copy = new Copy(i, IncidentRules.NextOp(course), world.Responder.Epoch);
            yield return ($"{Name(i)} asks for it by {copy.Op} (epoch {copy.ExpectedEpoch}), the call is repeated", world.Record(i, asked.Events) with { OnTheWay = world.OnTheWay.Add(copy).Add(copy) });
        }

        foreach (var pending in course.Assignments.Where(a => a.Phase == AssignmentPhase.Requested && !world.OnTheWay.Any(c => c.Incident == i && c.Op == a.Op)))
            yield return ($"{Name(i)} {pending.Op} asks again and is answered", Answered(world, new Copy(i, pending.Op, pending.ExpectedEpoch)));
        foreach (var granted in course.Assignments.Where(a => a.Phase == AssignmentPhase.Granted && course.Phase == IncidentPhase.Closing))
        {
            var released = ResponderRules.Release(world.Responder, World.Ids[i], granted.Epoch, done: true, Now);
            yield return released.Events.Count > 0
                ? ($"{Name(i)} {granted.Op} releases it", Store(world, released.Events))
                : ($"{Name(i)} {granted.Op} records the release", world.Record(i, [new AssignmentReleased(granted.Op, granted.Epoch, Now)]));
        }

        if (course.Phase == IncidentPhase.Open)
            yield return ($"{Name(i)} begins to close", world.Record(i, IncidentRules.Close(course, "dispatcher", "model", Now).Events));
        if (course.Phase == IncidentPhase.Closing && !course.Assignments.Exists(a => a.MayHold))
            yield return ($"{Name(i)} is closed", world.Record(i, [new Closed(Now)]));
    }

    private World Answered(World world, Copy copy)
    {
        var (next, granted, epoch) = Reserve(world, copy);
        var course = next.Incidents[copy.Incident];
        var assignment = course.Find(copy.Op)!;
        if (assignment.Phase == AssignmentPhase.Requested)
            return next.Record(copy.Incident, IncidentProcedure.Answered(course, assignment, granted, epoch, "refused", Now));
        // A grant for an operation that is no longer wanted is given back at once.
        return granted && !assignment.MayHold ? Store(next, ResponderRules.Release(next.Responder, World.Ids[copy.Incident], epoch, done: true, Now).Events) : next;
    }

    private (World Next, bool Granted, long Epoch) Reserve(World world, Copy copy)
    {
        var decision = ResponderRules.Reserve(world.Responder, World.Ids[copy.Incident], copy.Op, copy.ExpectedEpoch, Now);
        var next = Store(world, decision.Events);
        return (next, decision.Objection is null, next.Responder.Epoch);
    }

    private World Store(World world, IReadOnlyList<ResponderEvent> events)
        => world.Record(events.Select(e => e is OwnershipEvent ownership ? store(world.Responder, ownership) : e));

    private static string Name(int incident) => incident == 0 ? "A" : "B";
}
