using CityGuard.Domain.GridEvents.Events;

namespace CityGuard.Domain.GridEvents;

/// <summary>A grid event after a fact.</summary>
public static class GridEventEvolution
{
    /// <summary>The course after one more fact.</summary>
    public static GridEventCourse Evolve(GridEventCourse course, GridEventFact happened)
    {
        var next = Apply(course, happened) with { Facts = course.Facts.Add(happened), LastStamp = happened.At };
        return happened is CommandedFact commanded ? next with { Commands = next.Commands.SetItem(commanded.Command, commanded) } : next;
    }

    private static GridEventCourse Apply(GridEventCourse course, GridEventFact happened) => happened switch
    {
        EventCollected e => Taken(course, GridEventStep.Collected, e.At) with { Collected = e, Category = e.Report.Category },
        EventDiffered e => course with { Differing = course.Differing.Add(e) },
        EventRegistered e => Taken(course, GridEventStep.Registered, e.At) with { Category = e.Category },
        EventAssigned e => Taken(course, GridEventStep.Assigned, e.At) with { Assignee = e.To },
        EventAccepted e => Taken(course, GridEventStep.Accepted, e.At),
        EventHandled e => Taken(course, GridEventStep.Handled, e.At) with { Handlers = course.Handlers.Add(e.By) },
        EventChecked e => Checked(course, e),
        EventEvaluated e => Taken(course, GridEventStep.Closed, e.At),
        EventRejected e => Taken(course, GridEventStep.Rejected, e.At),
        EventWithdrawn e => Taken(course, GridEventStep.Withdrawn, e.At),
        EventClockSet e => course with { Clock = new GridEventClock(e.Clock, e.Due), Due = course.Due ?? e.Due },
        EventClockFired => course with { Clock = null },
        GridEventEscalated e => course with { Told = course.Told.Add(e.To) },
        EventTransferred e => Taken(course, GridEventStep.Transferred, e.At) with { Transfer = new EventTransfer(e) },
        EventTransferTaken e => course with { Transfer = course.Transfer! with { TakenAt = e.At } },
        _ => throw new InvalidOperationException($"no rule for {happened.GetType().Name}"),
    };

    private static GridEventCourse Checked(GridEventCourse course, EventChecked e)
    {
        var step = e switch
        {
            { Passed: true } => GridEventStep.Checked,
            { BackTo: CheckBack.Assign } => GridEventStep.Registered,
            _ => GridEventStep.Accepted,
        };
        var next = Taken(course, step, e.At) with { Checkers = course.Checkers.Add(e.By), FailedChecks = course.FailedChecks + (e.Passed ? 0 : 1) };
        return step == GridEventStep.Registered ? next with { Assignee = null } : next;
    }

    // A step serves whatever has climbed, and ends the clock.
    private static GridEventCourse Taken(GridEventCourse course, GridEventStep step, DateTimeOffset at) => course with
    {
        Step = step,
        Steps = course.Steps + 1,
        Since = at,
        Intervals = course.Step.WaitsFor() is { } waited
            ? course.Intervals.Add(new StepInterval(waited, (at - course.Since).TotalSeconds, course.Due is { } due ? (int)(due - course.Since).TotalSeconds : null))
            : course.Intervals,
        Due = null,
        Clock = null,
        Told = [],
    };
}
