using System.Collections.Concurrent;
using System.Globalization;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Responders;
using CityGuard.Client.Transports;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

namespace CityGuard.Client.Tests.Field;

/// <summary>A city behind a transport that takes everything down, knows no crew, and tells the orders that a test gives it.</summary>
internal sealed partial class FakeCity(TimeProvider time) : ICityTransport
{
    private readonly ConcurrentQueue<Order> _orders = new();
    private int _asked;

    public ConcurrentQueue<IncidentReport> Reports { get; } = new();

    public ConcurrentQueue<PositionReport> Positions { get; } = new();

    public ConcurrentQueue<(ResponderId Responder, StatusReport Status)> Statuses { get; } = new();

    public bool IsDisposed { get; private set; }

    public void Give(Order order) => _orders.Enqueue(order);

    public Task<CityHealth> Health(CancellationToken cancellationToken)
        => Task.FromResult(new CityHealth(Interlocked.Increment(ref _asked) > 2, "sample", 0, 0, 0, 0, 0, 0));

    public Task<ReportReceipt> Report(IncidentReport report, CancellationToken cancellationToken)
    {
        Reports.Enqueue(report);
        return Task.FromResult(new ReportReceipt(IncidentId.Parse("i-AAAAAAAAAAAAAAAAAAAAAA"), true, 1));
    }

    public Task<PositionReceipt> ReportPositions(IReadOnlyList<PositionReport> positions, CancellationToken cancellationToken)
    {
        foreach (var position in positions)
            Positions.Enqueue(position);
        return Task.FromResult(new PositionReceipt(positions.Count, []));
    }

    public Task ReportStatus(ResponderId responder, StatusReport status, CancellationToken cancellationToken)
    {
        Statuses.Enqueue((responder, status));
        return Task.CompletedTask;
    }

    public async Task<OrderBatch> Orders(string responderOrArea, string after, TimeSpan wait, CancellationToken cancellationToken)
    {
        var told = after.Length == 0 ? 0 : int.Parse(after, CultureInfo.InvariantCulture);
        if (_orders.Count <= told)
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
        var orders = _orders.ToArray();
        return new OrderBatch(orders[told..], orders.Length.ToString(CultureInfo.InvariantCulture));
    }

    public Task<ResponderView> Responder(ResponderId responder, CancellationToken cancellationToken) => Unknown<ResponderView>();

    public Task<IncidentView> Incident(IncidentId incident, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IReadOnlyList<IncidentLine>> OpenIncidents(AreaId area, int most, CancellationToken cancellationToken) => Unknown<IReadOnlyList<IncidentLine>>();

    public Task SetAutomatic(AreaId area, AutomaticCommand command, CancellationToken cancellationToken) => Unknown<Done>();

    public Task<IReadOnlyList<FragileTarget>> Fragile(AreaId area, int most, CancellationToken cancellationToken) => Unknown<IReadOnlyList<FragileTarget>>();

    public Task<IncidentView> Recall(IncidentId incident, RecallCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IncidentView> Reassign(IncidentId incident, ReassignCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IncidentView> Add(IncidentId incident, AddCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IncidentView> Close(IncidentId incident, CloseCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<CircleView> Cell(CellId cell, CancellationToken cancellationToken) => Unknown<CircleView>();

    public Task<CircleView> Target(TargetId target, CancellationToken cancellationToken) => Unknown<CircleView>();

    public Task<ReadinessSummary> Readiness(AreaId area, CancellationToken cancellationToken) => Unknown<ReadinessSummary>();

    public void Dispose() => IsDisposed = true;

    private static Task<T> Unknown<T>() => Task.FromException<T>(new CityGuardException(RefusalCode.Unknown, "no such thing"));
}
