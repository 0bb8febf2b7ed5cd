using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;
using CityGuard.Grains.Feed;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CityGuard.Grains.Incidents;

/// <summary>What all incidents of a silo share.</summary>
internal sealed class IncidentServices(
    CityIndex index, IJournal journal, IVault vault, TimeProvider time, ILiveFeed feed, FarTravel far, IOptions<DispatchOptions> options, ILogger<IncidentGrain> log,
    IncidentTracer tracer, CityFigures figures)
{
    public CityIndex Index { get; } = index;

    public IJournal Journal { get; } = journal;

    public IVault Vault { get; } = vault;

    public TimeProvider Time { get; } = time;

    public ILiveFeed Feed { get; } = feed;

    public FarTravel Far { get; } = far;

    public DispatchOptions Options { get; } = options.Value;

    public ILogger Log { get; } = log;

    public IncidentTracer Tracer { get; } = tracer;

    public CityFigures Figures { get; } = figures;

    /// <summary>True when a plan of the city is for some duty levels only: then an incident asks its sector before it takes a plan.</summary>
    public bool PlansByDuty { get; } = index.City.Rules.Plans.Any(plan => plan.DutyLevels.Count > 0);

    /// <summary>The recorded plan while the city still has it, else the best match; null: none is for such an incident.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="duty">The duty level in force where it is; null: not known, then the first of the table.</param>
    public ResponsePlan? PlanOf(Domain.Incidents.IncidentCourse course, string? duty)
    {
        if (course.Report is not { } report)
            return null;
        var plans = Index.City.Rules.Plans;
        if (course.Plan is { } recorded && plans.FirstOrDefault(plan => plan.Id == recorded) is { } known)
            return known;
        var target = TargetOf(report.Target);
        return PlanMatcher.Match(plans, report.Type, report.Severity, target?.Trade, target?.Grade, duty ?? Index.City.Rules.Duty[0].Level)?.Plan;
    }

    /// <summary>The channels by which orders reach a responder, the first one first.</summary>
    public IReadOnlyList<OrderChannel> ChannelsOf(ResponderId responder)
        => Index.City.TryResponder(responder.Value, out var i) ? Index.City.Rules.Kinds[Index.Responders.Kind[i]].Channels : [OrderChannel.Terminal];

    private KeyTargetProfile? TargetOf(TargetId? target)
        => target is { } id && Index.City.TryTarget(id.Value, out var i) ? Index.City.Targets[i] : null;
}
