namespace CityGuard.Domain.Incidents;

/// <summary>The standard time points of an incident, never out of order; null: not yet, or never reported.</summary>
/// <param name="OccurredAt">When it happened; the receipt where nobody said.</param>
/// <param name="ReceivedAt">When the city received it.</param>
/// <param name="DispatchedAt">First responder granted.</param>
/// <param name="AcceptedAt">First accepted.</param>
/// <param name="EnRouteAt">First moving.</param>
/// <param name="OnSceneAt">First on scene.</param>
/// <param name="ControlledAt">First under control.</param>
/// <param name="ClearedAt">When the last of those who were on scene had finished.</param>
/// <param name="ClosedAt">Closed (办结).</param>
public sealed record IncidentTimeline(
    DateTimeOffset OccurredAt,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? DispatchedAt,
    DateTimeOffset? AcceptedAt,
    DateTimeOffset? EnRouteAt,
    DateTimeOffset? OnSceneAt,
    DateTimeOffset? ControlledAt,
    DateTimeOffset? ClearedAt,
    DateTimeOffset? ClosedAt)
{
    /// <summary>The intervals between them.</summary>
    public IncidentIntervals Intervals => new(
        (DispatchedAt - ReceivedAt)?.TotalSeconds,
        (EnRouteAt - DispatchedAt)?.TotalSeconds,
        (OnSceneAt - EnRouteAt)?.TotalSeconds,
        (OnSceneAt - ReceivedAt)?.TotalSeconds);

    /// <summary>
    /// The time points of an incident. Crews skip steps: when one is on scene without having said that it drove, and another drives later, then
    /// nobody knows when the first was under way, and the later word of the other is no time point of the incident.
    /// </summary>
    public static IncidentTimeline Of(IncidentCourse course)
    {
        var cleared = Cleared(course);
        var controlled = NotAfter(cleared, First(course, AssignmentProgress.Controlled));
        var onScene = NotAfter(controlled ?? cleared, First(course, AssignmentProgress.OnScene));
        var enRoute = NotAfter(onScene ?? controlled ?? cleared, First(course, AssignmentProgress.EnRoute));
        var accepted = NotAfter(enRoute ?? onScene ?? controlled ?? cleared, First(course, AssignmentProgress.Accepted));
        return new IncidentTimeline(
            course.Report?.OccurredAt is { } occurred && occurred < course.ReceivedAt ? occurred : course.ReceivedAt, course.ReceivedAt,
            course.Assignments.Min(a => a.Phase is AssignmentPhase.Requested or AssignmentPhase.Refused ? null : a.AnsweredAt),
            accepted, enRoute, onScene, controlled, cleared, course.ClosedAt);
    }

    private static DateTimeOffset? First(IncidentCourse course, AssignmentProgress step) => course.Assignments.Min(a => a.Steps[step]);

    private static DateTimeOffset? NotAfter(DateTimeOffset? next, DateTimeOffset? time) => time > next ? null : time;

    // One who was on scene and has not finished keeps it from being cleared, also when a person closed it meanwhile.
    private static DateTimeOffset? Cleared(IncidentCourse course)
        => course.OfRound.Any(a => a.Phase == AssignmentPhase.Granted && a.Progress != AssignmentProgress.Cleared)
            || course.OfRound.Any(a => !a.IsTakenOff && a.Progress is AssignmentProgress.OnScene or AssignmentProgress.Controlled)
                ? null
                : course.OfRound.Max(a => a.Steps.Cleared);
}

/// <summary>The intervals of an incident, seconds; null: one of the two time points is not known.</summary>
/// <param name="CallProcessing">Received to dispatched.</param>
/// <param name="Turnout">Dispatched to en route.</param>
/// <param name="Travel">En route to on scene.</param>
/// <param name="Response">Received to on scene.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.IncidentIntervals")]
public sealed record IncidentIntervals(
    [property: Id(0)] double? CallProcessing,
    [property: Id(1)] double? Turnout,
    [property: Id(2)] double? Travel,
    [property: Id(3)] double? Response);
