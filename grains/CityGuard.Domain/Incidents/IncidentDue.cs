using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Incidents;

/// <summary>What an incident is waiting for, for a queue in which the most urgent stands first.</summary>
public static class IncidentDue
{
    /// <summary>Clocks with this beginning are the machine's own next try; nobody has promised anything by them.</summary>
    private const string Retry = "retry-";

    /// <summary>The earliest of the plan's promises that are not kept yet and of the clocks that run; in the past when it is late. Null: nothing is due.</summary>
    public static DateTimeOffset? Of(IncidentCourse course, ResponsePlan? plan)
    {
        if (!course.IsOpen)
            return null;
        var earliest = IncidentClocks.LateAt(course, plan);
        foreach (var clock in course.Clocks.Concat(IncidentClockwork.Running(course, plan)))
            if (!clock.Id.StartsWith(Retry, StringComparison.Ordinal) && !(earliest <= clock.Due))
                earliest = clock.Due;
        return earliest;
    }
}
