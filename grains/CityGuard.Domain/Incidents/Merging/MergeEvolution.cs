using CityGuard.Domain.Incidents.Events;

namespace CityGuard.Domain.Incidents.Merging;

/// <summary>What each fact of a merge makes of an incident.</summary>
public static class MergeEvolution
{
    /// <summary>The incident after one more fact of a merge.</summary>
    public static IncidentCourse Evolve(IncidentCourse course, IncidentEvent happened) => happened switch
    {
        GravityChanged e => Weigh(course, e),
        _ => course with { Merges = Evolve(course.Merges, happened) },
    };

    /// <summary>The command that a fact carries out, with its id; null: none, or one without an id.</summary>
    public static (string Id, IncidentCommand Asked)? CommandOf(IncidentEvent happened) => happened switch
    {
        MergeRequested { Command: { } id } e => (id, new MergingCommand.Merge(e.Into, e.By, e.Why)),
        MergeUndone { Command: { } id } e => (id, new MergingCommand.Unmerge(e.Redispatch, e.By, e.Why)),
        _ => null,
    };

    private static MergeFile Evolve(MergeFile file, IncidentEvent happened) => happened switch
    {
        MergeRequested e => file with { Attempts = file.Attempts.Add(new MergeAttempt(e.Attempt, e.Into, e.By, e.Why, e.Command, e.At)) },
        MergeRefused e => Change(file, e.Attempt, a => a with { Outcome = MergeOutcome.Refused, Reason = e.Reason, Holder = e.Holder, At = e.At }),
        Merged e => Change(file, e.Attempt, a => a with { Outcome = MergeOutcome.Merged, At = e.At }),
        MergeUndone e => Change(file, e.Attempt, a => a with { Outcome = MergeOutcome.Undone, At = e.At }),
        DetachHeard e => Change(file, e.Attempt, a => a with { IsHeard = true }),
        ReportAttached e => file with { Joined = file.Joined.Add(new AttachedIncident(e)) },
        MergeConfirmed e => Change(file, e.Younger, e.Attempt, one => one with { IsConfirmed = true }),
        ReportDetached e => Change(file, e.Younger, e.Attempt, one => one with { DetachedAt = e.At }),
        _ => throw new InvalidOperationException($"no rule for {happened.GetType().Name} of a merge"),
    };

    // The plan of the new gravity may want other roles; those that are filled stay filled.
    private static IncidentCourse Weigh(IncidentCourse course, GravityChanged e)
    {
        var report = course.Report ?? throw new InvalidOperationException("the gravity of an incident that was never opened");
        var weighed = course with
        {
            Report = report with { Severity = e.Severity, Fatalities = e.Fatalities },
            Merges = course.Merges with { Own = course.Merges.Own ?? new Gravity(report.Severity, report.Fatalities) },
        };
        return course.Phase == IncidentPhase.Open && e.Severity > report.Severity ? weighed with { Plan = null, Referred = false, Desk = null } : weighed;
    }

    private static MergeFile Change(MergeFile file, int attempt, Func<MergeAttempt, MergeAttempt> change)
        => file with { Attempts = file.Attempts.SetItem(attempt - 1, change(file.Attempts[attempt - 1])) };

    private static MergeFile Change(MergeFile file, IncidentId younger, int attempt, Func<AttachedIncident, AttachedIncident> change)
    {
        var at = file.Joined.FindLastIndex(one => one.Younger == younger && one.Attempt == attempt);
        return at < 0
            ? throw new InvalidOperationException($"a fact about {younger}, which never joined")
            : file with { Joined = file.Joined.SetItem(at, change(file.Joined[at])) };
    }
}
