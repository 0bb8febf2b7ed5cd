using CityGuard.Abstractions.GridEvents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.GridEvents;

namespace CityGuard.Client.Transports;

/// <summary>Grid events and tickets, in the cluster.</summary>
internal sealed partial class ClusterTransport
{
    private readonly IGridEventFront _gridEvents = cluster.GetGrain<IGridEventFront>(0);

    public Task<GridEventReceipt> ReportEvent(GridEventReport report, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _gridEvents.Report(_credential, report), cancellationToken);

    public Task<GridEventView> GridEvent(GridEventId id, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _gridEvents.Get(_credential, id.Value), cancellationToken);

    public Task<IReadOnlyList<GridEventLine>> GridEvents(AreaId area, string? step, bool lateOnly, int most, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _gridEvents.Open(_credential, area.Value, step, lateOnly, most), cancellationToken);

    public Task<GridEventView> RegisterEvent(GridEventId id, RegisterEventCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _gridEvents.Register(_credential, id.Value, command), cancellationToken);

    public Task<GridEventView> AssignEvent(GridEventId id, AssignEventCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _gridEvents.Assign(_credential, id.Value, command), cancellationToken);

    public Task<GridEventView> AcceptEvent(GridEventId id, EventCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _gridEvents.Accept(_credential, id.Value, command), cancellationToken);

    public Task<GridEventView> ReportHandledEvent(GridEventId id, HandledEventCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _gridEvents.Handled(_credential, id.Value, command), cancellationToken);

    public Task<GridEventView> CheckEvent(GridEventId id, CheckEventCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _gridEvents.Check(_credential, id.Value, command), cancellationToken);

    public Task<GridEventView> EvaluateEvent(GridEventId id, EventCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _gridEvents.Evaluate(_credential, id.Value, command), cancellationToken);

    public Task<GridEventView> RejectEvent(GridEventId id, RejectEventCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _gridEvents.Reject(_credential, id.Value, command), cancellationToken);

    public Task<GridEventView> WithdrawEvent(GridEventId id, EventCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _gridEvents.Withdraw(_credential, id.Value, command), cancellationToken);
}
