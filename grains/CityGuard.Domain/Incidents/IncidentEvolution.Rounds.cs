using CityGuard.Domain.Incidents.Events;

namespace CityGuard.Domain.Incidents;

public static partial class IncidentEvolution
{
    private static IncidentCourse Reopen(IncidentCourse course, Reopened e) => course with
    {
        Phase = IncidentPhase.Open, ClosingAt = null, ClosedAt = null, Referred = false, Clocks = [], Advised = [], Vacated = [], Declined = [],
        Rounds = course.Rounds.Add(new IncidentRound(course.Assignments.Count, e.At, e.By, e.Why, e.Redispatch)),
    };

    // A check that fails opens a round of its own: the plan's roles are filled anew, by others too.
    private static IncidentCourse HandleAgain(IncidentCourse course, CheckFailed e) => course with
    {
        Referred = false, Clocks = [], Advised = [], Vacated = [], Declined = [],
        Rounds = course.Rounds.Add(new IncidentRound(course.Assignments.Count, e.At, e.By, e.Cause, Dispatches: true)),
    };
}
