using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Grains.Telemetry;

namespace CityGuard.Grains.Incidents;

/// <summary>What an incident shows to those who run the city. It follows what was journaled, and nothing follows from it.</summary>
internal sealed partial class IncidentGrain
{
    private IncidentStanding _counted;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        services.Figures.Recount(_counted, default);
        _counted = default;
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    protected override void Happened(IncidentCourse before, IReadOnlyList<IncidentEvent> facts)
    {
        Count();
        if (IncidentTracer.IsWatched)
            foreach (var fact in facts)
                IncidentSpans.Tell(services.Tracer, Id, before, State, fact);
        if (facts.Any(fact => fact is AssignmentGranted or ProgressRecorded))
            Measure(IncidentTimeline.Of(before), IncidentTimeline.Of(State));
    }

    /// <summary>The two moments by which a city is measured, each reached once.</summary>
    private void Measure(IncidentTimeline before, IncidentTimeline now)
    {
        var severity = State.Report!.Severity;
        if (before.DispatchedAt is null && now.DispatchedAt is { } dispatched)
        {
            services.Figures.Dispatched(dispatched - now.ReceivedAt, severity);
            if (IncidentTracer.IsWatched)
                services.Tracer.Tell(Id, IncidentSpans.CallProcessing, now.ReceivedAt, dispatched);
        }

        if (before.OnSceneAt is null && now.OnSceneAt is { } arrived)
        {
            services.Figures.Responded(arrived - now.ReceivedAt, severity);
            if (IncidentTracer.IsWatched)
                services.Tracer.Tell(Id, IncidentSpans.Response, now.ReceivedAt, arrived);
        }
    }

    private void Count()
    {
        var counts = new IncidentStanding(
            State.IsOpen, IncidentClocks.LateAt(State, PlanOf(State)) <= Now, State.Assignments.Count(a => a.Phase == AssignmentPhase.Requested));
        services.Figures.Recount(_counted, counts);
        _counted = counts;
    }
}
