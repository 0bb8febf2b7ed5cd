using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

namespace CityGuard.Client.Transports;

/// <summary>A way to the city. Answers, or throws <see cref="CityGuardException"/> once its retry rule is exhausted.</summary>
internal partial interface ICityTransport : IDisposable
{
    Task<ReportReceipt> Report(IncidentReport report, CancellationToken cancellationToken);

    Task<IncidentView> Incident(IncidentId incident, CancellationToken cancellationToken);

    Task<IReadOnlyList<IncidentLine>> OpenIncidents(AreaId area, int most, CancellationToken cancellationToken);

    Task SetAutomatic(AreaId area, AutomaticCommand command, CancellationToken cancellationToken);

    Task<IncidentView> Recall(IncidentId incident, RecallCommand command, CancellationToken cancellationToken);

    Task<IncidentView> Reassign(IncidentId incident, ReassignCommand command, CancellationToken cancellationToken);

    Task<IncidentView> Add(IncidentId incident, AddCommand command, CancellationToken cancellationToken);

    Task<IncidentView> Close(IncidentId incident, CloseCommand command, CancellationToken cancellationToken);

    Task<PositionReceipt> ReportPositions(IReadOnlyList<PositionReport> positions, CancellationToken cancellationToken);

    Task ReportStatus(ResponderId responder, StatusReport status, CancellationToken cancellationToken);

    Task<ResponderView> Responder(ResponderId responder, CancellationToken cancellationToken);

    Task<OrderBatch> Orders(string responderOrArea, string after, TimeSpan wait, CancellationToken cancellationToken);

    Task<CircleView> Cell(CellId cell, CancellationToken cancellationToken);

    Task<CircleView> Target(TargetId target, CancellationToken cancellationToken);

    Task<ReadinessSummary> Readiness(AreaId area, CancellationToken cancellationToken);

    Task<IReadOnlyList<FragileTarget>> Fragile(AreaId area, int most, CancellationToken cancellationToken);

    Task<CityHealth> Health(CancellationToken cancellationToken);
}
