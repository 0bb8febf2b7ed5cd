using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Journal.Invariants;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>What must be true of the journal at every moment, and what must be true once nothing moves any more. Names what is not.</summary>
internal static class Invariants
{
    public static IEnumerable<string> Always(World world)
    {
        foreach (var id in world.Responders)
        {
            var state = ResponderState.Initial;
            foreach (var happened in Facts(world, id.Value, EventCodec.Responders))
            {
                if (happened is OwnershipEvent owned && owned.Epoch != state.Epoch + 1)
                    yield return $"{id}: epoch {owned.Epoch} after {state.Epoch}";
                if (happened is Assigned && !(state.IsFree && state.InService))
                    yield return $"{id}: assigned while held or out of service";
                if (happened is Released released && state.Incident != released.Incident)
                    yield return $"{id}: released by {released.Incident}, held by {state.Incident}";
                state = ResponderRules.Evolve(state, happened);
            }
        }

        foreach (var id in world.Incidents)
        {
            var facts = Facts(world, id.Value, EventCodec.Incidents).ToArray();
            if (facts.Count(f => f is Opened) != 1 || facts[0] is not Opened)
                yield return $"{id}: not opened once";
            if (facts.Count(f => f is Closed) > 1)
                yield return $"{id}: closed twice";
            foreach (var answers in facts.Select(OpAnswered).OfType<OperationId>().GroupBy(op => op))
                if (answers.Count() > 1)
                    yield return $"{id} {answers.Key}: {answers.Count()} outcomes";
            var course = facts.Aggregate(IncidentCourse.Empty, IncidentEvolution.Evolve);
            foreach (var granted in facts.OfType<AssignmentGranted>())
                if (!Facts(world, course.Find(granted.Op)!.Responder.Value, EventCodec.Responders).Any(f => (f is Assigned a && a.Incident == id && a.Op == granted.Op && a.Epoch == granted.Epoch) || (f is Diverted d && d.To == id && d.Op == granted.Op && d.Epoch == granted.Epoch)))
                    yield return $"{id} {granted.Op}: granted at epoch {granted.Epoch}, which the responder's stream does not say";
        }
    }

    public static IEnumerable<string> AtRest(World world)
    {
        foreach (var id in world.Responders)
            if (Facts(world, id.Value, EventCodec.Responders).Aggregate(ResponderState.Initial, ResponderRules.Evolve) is { IsFree: false } held)
                yield return $"{id}: leaked to {held.Incident} {held.Op}";
        foreach (var violation in Checked(world))
            yield return violation;
        foreach (var id in world.Incidents)
        {
            var course = Facts(world, id.Value, EventCodec.Incidents).Aggregate(IncidentCourse.Empty, IncidentEvolution.Evolve);
            if (course.Phase != IncidentPhase.Closed)
                yield return $"{id}: {course.Phase}";
            foreach (var assignment in course.Assignments.Where(a => a.MayHold))
                yield return $"{id} {assignment.Op}: still {assignment.Phase}";
        }
    }

    /// <summary>What the checker of the city's own journals says.</summary>
    private static IReadOnlyList<string> Checked(World world)
    {
        var checker = new InvariantChecker();
        foreach (var id in world.Incidents)
            checker.Incident(id, Facts(world, id.Value, EventCodec.Incidents));
        foreach (var id in world.Responders)
            checker.Responder(id, Facts(world, id.Value, EventCodec.Responders));
        return checker.Finish(quiescent: true);
    }

    private static OperationId? OpAnswered(IncidentEvent happened) => happened switch
    {
        AssignmentGranted granted => granted.Op,
        AssignmentRefused refused => refused.Op,
        _ => null,
    };

    private static IEnumerable<TEvent> Facts<TEvent>(World world, string stream, EventCodec<TEvent> codec)
        where TEvent : class
        => world.Journal.Read(stream, 0).GetAwaiter().GetResult().Select(stored => codec.Decode(stored.Json)!);
}
