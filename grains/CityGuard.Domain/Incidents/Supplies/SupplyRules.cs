using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Incidents.Supplies;

/// <summary>
/// How an incident draws what its plan wants and gives it back. The want is recorded before any stock is asked, and closing waits until all is settled:
/// a crash anywhere only asks the same stocks again.
/// </summary>
public static class SupplyRules
{
    /// <summary>What the supplies of an incident need next; null: nothing.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="plan">Its plan.</param>
    public static IncidentStep? Step(IncidentCourse course, ResponsePlan? plan)
        => course.Supplies.Find(want => want.Drawn is null) is { } pending ? new IncidentStep.DrawSupplies(pending)
            : course.Phase == IncidentPhase.Closing && course.Supplies.Find(want => want.Returned is null) is { } held ? new IncidentStep.ReturnSupplies(held)
            : plan is not null && IsWanted(course, plan) ? new IncidentStep.WantSupplies(plan)
            : null;

    /// <summary>True while stocks have still to answer, or to have back what is theirs.</summary>
    public static bool Owes(IncidentCourse course) => course.Supplies.Exists(want => want.Returned is null);

    /// <summary>The plan's supplies are wanted from here on, once in a round.</summary>
    public static Decision<IncidentEvent> Want(IncidentCourse course, ResponsePlan plan, DateTimeOffset now)
        => IsWanted(course, plan) ? new SuppliesWanted($"w-{course.Supplies.Count + 1}", plan.Id, plan.Supplies, course.Stamp(now)) : Array.Empty<IncidentEvent>();

    /// <summary>What the stocks gave, and what they could not give with its cause, in one append.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="op">Which want.</param>
    /// <param name="answers">What each asked stock gave, also nothing; the nearest first.</param>
    /// <param name="now">The moment.</param>
    public static Decision<IncidentEvent> Drawn(IncidentCourse course, string op, IReadOnlyList<DrawnSupply> answers, DateTimeOffset now)
    {
        if (course.Supplies.Find(want => want.Wanted.Op == op) is not { Drawn: null } pending)
            return Array.Empty<IncidentEvent>();
        var stamp = course.Stamp(now);
        IncidentEvent[] facts =
        [
            new SuppliesDrawn(op, [.. answers.Where(answer => answer.Count > 0)], stamp),
            .. pending.Wanted.Items.Select(item => Shortage(op, item, answers.Where(answer => answer.Item == item.Item).ToArray(), stamp)).OfType<SupplyShort>(),
        ];
        return facts;
    }

    /// <summary>
    /// How many of a drawn item were used up: all of a consumable when somebody was on scene or a desk had the matter; nothing of what is not consumable.
    /// </summary>
    public static int UsedOf(IncidentCourse course, DrawnSupply drawn, bool consumable)
        => consumable && (course.Referred || course.Assignments.Exists(a => a.Progress >= AssignmentProgress.OnScene)) ? drawn.Count : 0;

    /// <summary>All is back or used up.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="op">Which want.</param>
    /// <param name="used">What was used up.</param>
    /// <param name="now">The moment.</param>
    public static Decision<IncidentEvent> Returned(IncidentCourse course, string op, IReadOnlyList<DrawnSupply> used, DateTimeOffset now)
        => course.Supplies.Find(want => want.Wanted.Op == op) is { Drawn: not null, Returned: null }
            ? new SuppliesReturned(op, used, course.Stamp(now))
            : Array.Empty<IncidentEvent>();

    /// <summary>The wants after one more fact.</summary>
    public static IncidentCourse Evolve(IncidentCourse course, IncidentEvent happened) => happened switch
    {
        SuppliesWanted e => course with { Supplies = course.Supplies.Add(new SupplyWant(e, course.Rounds.Count)) },
        SuppliesDrawn e => Change(course, e.Op, want => want with { Drawn = e }),
        SupplyShort e => Change(course, e.Op, want => want with { Shortages = want.Shortages.Add(e) }),
        SuppliesReturned e => Change(course, e.Op, want => want with { Returned = e }),
        _ => course,
    };

    // Taken up: somebody was sent for, or a desk has it. What is still out from the round before need not be drawn again.
    private static bool IsWanted(IncidentCourse course, ResponsePlan plan)
        => plan.Supplies.Count > 0 && course.Phase == IncidentPhase.Open && course.Dispatches
            && (course.Referred || course.OfRound.Any(a => a.Phase != AssignmentPhase.Refused))
            && !course.Supplies.Exists(want => want.Returned is null || want.Round == course.Rounds.Count);

    private static SupplyShort? Shortage(string op, PlannedSupply item, DrawnSupply[] answers, DateTimeOffset stamp)
        => item.Count - answers.Sum(answer => answer.Count) is > 0 and var missing
            ? new SupplyShort(op, item.Item, missing, Cause(item, answers), stamp) : null;

    private static string Cause(PlannedSupply item, DrawnSupply[] answers)
        => answers.Length == 0
            ? $"{item.Count} of {item.Item} wanted, and no stock from the station to the city keeps it"
            : $"{item.Count} of {item.Item} wanted; {string.Join(", ", answers.Select(answer => $"{answer.Area} gave {answer.Count}"))}";

    private static IncidentCourse Change(IncidentCourse course, string op, Func<SupplyWant, SupplyWant> change)
    {
        var index = course.Supplies.FindIndex(want => want.Wanted.Op == op);
        return index < 0
            ? throw new InvalidOperationException($"a fact about {op}, which was never wanted")
            : course with { Supplies = course.Supplies.SetItem(index, change(course.Supplies[index])) };
    }
}
