using CityGuard.Domain.Incidents.Events;

namespace CityGuard.Domain.Incidents;

public static partial class IncidentEvolution
{
    private static IncidentCourse Reopen(IncidentCourse course, Reopened e) => course with
    {
        Phase = IncidentPhase.Open, ClosingAt = null, ClosedAt = null, Referred = false, Clocks = [], Advised = [], Vacated = [],
        Rounds = course.Rounds.Add(new IncidentRound(course.Assignments.Count, e.At, e.By, e.Why, e.Redispatch)),
    };
}
