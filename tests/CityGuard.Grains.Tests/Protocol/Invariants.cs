using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal.Invariants;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>What must be true of the journal at every moment, and what must be true once nothing moves any more. Names what is not.</summary>
internal static class Invariants
{
    public static IEnumerable<string> Always(Chronicle chronicle)
    {
        foreach (var (id, facts) in chronicle.Responders)
        {
            var state = ResponderState.Initial;
            foreach (var happened in facts)
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

        var given = chronicle.Responders.SelectMany(r => r.Facts.OfType<Released>(), (r, released) => (r.Id, released)).ToLookup(g => g.released.Incident);
        foreach (var (id, facts) in chronicle.Incidents)
        {
            if (facts.Count(f => f is Opened) != 1 || facts[0] is not Opened)
                yield return $"{id}: not opened once";
            if (facts.Count(f => f is Closed) > 1)
                yield return $"{id}: closed twice";
            foreach (var answers in facts.Select(OpAnswered).OfType<OperationId>().GroupBy(op => op))
                if (answers.Count() > 1)
                    yield return $"{id} {answers.Key}: {answers.Count()} outcomes";
            var course = facts.Aggregate(IncidentCourse.Empty, IncidentEvolution.Evolve);
            foreach (var (responder, released) in given[id])
                if (course.Phase == IncidentPhase.Open && course.Find(released.Op)?.Phase == AssignmentPhase.Granted)
                    yield return $"{responder}: given back by {id} {released.Op}, which counts on it";
            foreach (var granted in facts.OfType<AssignmentGranted>())
                if (!chronicle.Responders[Cast.IndexOf(course.Find(granted.Op)!.Responder)].Facts.Any(f => (f is Assigned a && a.Incident == id && a.Op == granted.Op && a.Epoch == granted.Epoch) || (f is Diverted d && d.To == id && d.Op == granted.Op && d.Epoch == granted.Epoch)))
                    yield return $"{id} {granted.Op}: granted at epoch {granted.Epoch}, which the responder's stream does not say";
        }
    }

    public static IEnumerable<string> AtRest(Chronicle chronicle)
    {
        foreach (var (id, facts) in chronicle.Responders)
            if (facts.Aggregate(ResponderState.Initial, ResponderRules.Evolve) is { IsFree: false } held)
                yield return $"{id}: leaked to {held.Incident} {held.Op}";
        foreach (var (id, facts) in chronicle.Incidents)
        {
            var course = facts.Aggregate(IncidentCourse.Empty, IncidentEvolution.Evolve);
            if (course.Phase != IncidentPhase.Closed)
                yield return $"{id}: {course.Phase}";
            foreach (var assignment in course.Assignments.Where(a => a.MayHold))
                yield return $"{id} {assignment.Op}: still {assignment.Phase}";
        }
    }

    /// <summary>What the checker of the city's own journals says.</summary>
    public static IReadOnlyList<string> Checked(Chronicle chronicle, bool quiescent)
    {
        var checker = new InvariantChecker();
        foreach (var (id, facts) in chronicle.Incidents)
            checker.Incident(id, facts);
        foreach (var (id, facts) in chronicle.Responders)
            checker.Responder(id, facts);
        return checker.Finish(quiescent);
    }

    private static OperationId? OpAnswered(IncidentEvent happened) => happened switch
    {
        AssignmentGranted granted => granted.Op,
        AssignmentRefused refused => refused.Op,
        _ => null,
    };
}
