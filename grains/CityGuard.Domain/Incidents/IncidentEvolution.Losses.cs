using CityGuard.Domain.Incidents.Events;

namespace CityGuard.Domain.Incidents;

public static partial class IncidentEvolution
{
    private static IncidentCourse Lose(IncidentCourse course, AssignmentLost e)
    {
        var role = course.Find(e.Op)?.Role ?? "";
        var next = Change(course, e.Op, a => a with
        {
            Phase = AssignmentPhase.Lost, Reason = e.Why, LostTo = e.To, StaysEmpty = e.StaysEmpty, IsTakenOff = true, ReleasedAt = e.At,
        });
        return e.StaysEmpty ? next : next with { Vacated = next.Vacated.Add(role), Advised = next.Advised.Remove(role) };
    }
}
