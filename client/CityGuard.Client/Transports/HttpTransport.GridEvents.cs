using System.Globalization;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Areas;
using CityGuard.Domain.GridEvents;

namespace CityGuard.Client.Transports;

/// <summary>Grid events and tickets, over HTTP.</summary>
internal sealed partial class HttpTransport
{
    public Task<GridEventReceipt> ReportEvent(GridEventReport report, CancellationToken cancellationToken)
        => Post<GridEventReport, GridEventReceipt>(ApiRoutes.GridEvents, report, CallKind.Repeatable, cancellationToken);

    public Task<GridEventView> GridEvent(GridEventId id, CancellationToken cancellationToken)
        => Get<GridEventView>(Fill(ApiRoutes.GridEvent, id.Value), CallKind.Repeatable, cancellationToken);

    public Task<IReadOnlyList<GridEventLine>> GridEvents(AreaId area, string? step, bool lateOnly, int most, CancellationToken cancellationToken)
        => Get<IReadOnlyList<GridEventLine>>(
            string.Create(CultureInfo.InvariantCulture, $"{ApiRoutes.GridEvents}?area={Uri.EscapeDataString(area.Value)}{(step is null ? "" : $"&step={Uri.EscapeDataString(step)}")}{(lateOnly ? "&late=true" : "")}&most={most}"),
            CallKind.Repeatable, cancellationToken);

    public Task<GridEventView> RegisterEvent(GridEventId id, RegisterEventCommand command, CancellationToken cancellationToken)
        => Post<RegisterEventCommand, GridEventView>(Fill(ApiRoutes.RegisterEvent, id.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<GridEventView> AssignEvent(GridEventId id, AssignEventCommand command, CancellationToken cancellationToken)
        => Post<AssignEventCommand, GridEventView>(Fill(ApiRoutes.AssignEvent, id.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<GridEventView> AcceptEvent(GridEventId id, EventCommand command, CancellationToken cancellationToken)
        => Post<EventCommand, GridEventView>(Fill(ApiRoutes.AcceptEvent, id.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<GridEventView> ReportHandledEvent(GridEventId id, HandledEventCommand command, CancellationToken cancellationToken)
        => Post<HandledEventCommand, GridEventView>(Fill(ApiRoutes.HandledEvent, id.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<GridEventView> CheckEvent(GridEventId id, CheckEventCommand command, CancellationToken cancellationToken)
        => Post<CheckEventCommand, GridEventView>(Fill(ApiRoutes.CheckEvent, id.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<GridEventView> EvaluateEvent(GridEventId id, EventCommand command, CancellationToken cancellationToken)
        => Post<EventCommand, GridEventView>(Fill(ApiRoutes.EvaluateEvent, id.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<GridEventView> RejectEvent(GridEventId id, RejectEventCommand command, CancellationToken cancellationToken)
        => Post<RejectEventCommand, GridEventView>(Fill(ApiRoutes.RejectEvent, id.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<GridEventView> WithdrawEvent(GridEventId id, EventCommand command, CancellationToken cancellationToken)
        => Post<EventCommand, GridEventView>(Fill(ApiRoutes.WithdrawEvent, id.Value), command, CallKind.Repeatable, cancellationToken);
}
