using CityGuard.Abstractions.GridEvents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.GridEvents;

namespace CityGuard.Client.Transports;

/// <summary>What concerns grid events and tickets.</summary>
internal partial interface ICityTransport
{
    Task<GridEventReceipt> ReportEvent(GridEventReport report, CancellationToken cancellationToken);

    Task<GridEventView> GridEvent(GridEventId id, CancellationToken cancellationToken);

    Task<IReadOnlyList<GridEventLine>> GridEvents(AreaId area, string? step, bool lateOnly, int most, CancellationToken cancellationToken);

    Task<GridEventView> RegisterEvent(GridEventId id, RegisterEventCommand command, CancellationToken cancellationToken);

    Task<GridEventView> AssignEvent(GridEventId id, AssignEventCommand command, CancellationToken cancellationToken);

    Task<GridEventView> AcceptEvent(GridEventId id, EventCommand command, CancellationToken cancellationToken);

    Task<GridEventView> ReportHandledEvent(GridEventId id, HandledEventCommand command, CancellationToken cancellationToken);

    Task<GridEventView> CheckEvent(GridEventId id, CheckEventCommand command, CancellationToken cancellationToken);

    Task<GridEventView> EvaluateEvent(GridEventId id, EventCommand command, CancellationToken cancellationToken);

    Task<GridEventView> RejectEvent(GridEventId id, RejectEventCommand command, CancellationToken cancellationToken);

    Task<GridEventView> WithdrawEvent(GridEventId id, EventCommand command, CancellationToken cancellationToken);
}
