using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

namespace CityGuard.Client.Transports;

/// <summary>The city from inside its cluster: the same doors, without HTTP. Fronts only.</summary>
internal sealed partial class ClusterTransport(IGrainFactory cluster, CityGuardClientOptions options) : ICityTransport
{
    private readonly ClusterPipeline _pipeline = new(options);
    private readonly Credential _credential = new(options.ApiKey);
    private readonly IIncidentFront _incidents = cluster.GetGrain<IIncidentFront>(0);
    private readonly IResponderFront _responders = cluster.GetGrain<IResponderFront>(0);
    private readonly IReadinessFront _readiness = cluster.GetGrain<IReadinessFront>(0);

    public Task<ReportReceipt> Report(IncidentReport report, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Durable, () => _incidents.Report(_credential, report), cancellationToken);

    public Task<IncidentView> Incident(IncidentId incident, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _incidents.Get(_credential, incident.Value), cancellationToken);

    public Task<IReadOnlyList<IncidentLine>> OpenIncidents(AreaId area, int most, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _incidents.Open(_credential, area.Value, most), cancellationToken);

    public Task SetAutomatic(AreaId area, AutomaticCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _incidents.SetAutomatic(_credential, area, command.On, command.Why, command.Command), cancellationToken);

    public Task<IncidentView> Recall(IncidentId incident, RecallCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _incidents.Recall(_credential, incident.Value, command), cancellationToken);

    public Task<IncidentView> Reassign(IncidentId incident, ReassignCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _incidents.Reassign(_credential, incident.Value, command), cancellationToken);

    public Task<IncidentView> Add(IncidentId incident, AddCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _incidents.Add(_credential, incident.Value, command), cancellationToken);

    public Task<IncidentView> Close(IncidentId incident, CloseCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _incidents.Close(_credential, incident.Value, command), cancellationToken);

    public Task<PositionReceipt> ReportPositions(IReadOnlyList<PositionReport> positions, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _responders.ReportPositions(_credential, positions), cancellationToken);

    public Task ReportStatus(ResponderId responder, StatusReport status, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Durable, () => _responders.ReportStatus(_credential, responder.Value, status), cancellationToken);

    public Task<ResponderView> Responder(ResponderId responder, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _responders.Get(_credential, responder.Value), cancellationToken);

    public Task<OrderBatch> Orders(string responderOrArea, string after, TimeSpan wait, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Poll, () => _responders.Orders(_credential, responderOrArea, after, wait), cancellationToken, wait);

    public Task<CircleView> Cell(CellId cell, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _readiness.Cell(_credential, cell.Value), cancellationToken);

    public Task<CircleView> Target(TargetId target, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _readiness.Target(_credential, target.Value), cancellationToken);

    public Task<ReadinessSummary> Readiness(AreaId area, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _readiness.Summary(_credential, area.Value), cancellationToken);

    public Task<IReadOnlyList<FragileTarget>> Fragile(AreaId area, int most, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _readiness.Fragile(_credential, area.Value, most), cancellationToken);

    public Task<CityHealth> Health(CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Probe, async () => (Answer<CityHealth>)await _readiness.Health(), cancellationToken);

    public void Dispose()
    {
        // The cluster client belongs to the caller.
    }
}
