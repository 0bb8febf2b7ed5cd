using CityGuard.Abstractions.GridEvents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.GridEvents;

namespace CityGuard.Client.Tests.Field;

/// <summary>Grid events, of which this city knows nothing.</summary>
internal sealed partial class FakeCity
{
    public Task<GridEventReceipt> ReportEvent(GridEventReport report, CancellationToken cancellationToken) => Unknown<GridEventReceipt>();

    public Task<GridEventView> GridEvent(GridEventId id, CancellationToken cancellationToken) => Unknown<GridEventView>();

    public Task<IReadOnlyList<GridEventLine>> GridEvents(AreaId area, string? step, bool lateOnly, int most, CancellationToken cancellationToken) => Unknown<IReadOnlyList<GridEventLine>>();

    public Task<GridEventView> RegisterEvent(GridEventId id, RegisterEventCommand command, CancellationToken cancellationToken) => Unknown<GridEventView>();

    public Task<GridEventView> AssignEvent(GridEventId id, AssignEventCommand command, CancellationToken cancellationToken) => Unknown<GridEventView>();

    public Task<GridEventView> AcceptEvent(GridEventId id, EventCommand command, CancellationToken cancellationToken) => Unknown<GridEventView>();

    public Task<GridEventView> ReportHandledEvent(GridEventId id, HandledEventCommand command, CancellationToken cancellationToken) => Unknown<GridEventView>();

    public Task<GridEventView> CheckEvent(GridEventId id, CheckEventCommand command, CancellationToken cancellationToken) => Unknown<GridEventView>();

    public Task<GridEventView> EvaluateEvent(GridEventId id, EventCommand command, CancellationToken cancellationToken) => Unknown<GridEventView>();

    public Task<GridEventView> RejectEvent(GridEventId id, RejectEventCommand command, CancellationToken cancellationToken) => Unknown<GridEventView>();

    public Task<GridEventView> WithdrawEvent(GridEventId id, EventCommand command, CancellationToken cancellationToken) => Unknown<GridEventView>();
}
