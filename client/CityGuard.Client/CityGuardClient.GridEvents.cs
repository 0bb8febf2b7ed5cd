using CityGuard.Abstractions.GridEvents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.GridEvents;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>Collects a grid event (网格事件) or 12345 ticket; the same (source, sourceId) is the same event. Scope ingest.</summary>
    public Task<GridEventReceipt> ReportEventAsync(GridEventReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        return _transport.ReportEvent(report, cancellationToken);
    }

    /// <summary>One event; its text only for who may read personal data. Scope read.</summary>
    public Task<GridEventView> GetEventAsync(GridEventId id, CancellationToken cancellationToken = default)
        => _transport.GridEvent(Given(id), cancellationToken);

    /// <summary>Open events of an area, by due time. Scope read.</summary>
    /// <param name="step">Only those at this step; null: all.</param>
    /// <param name="lateOnly">Only those whose due time has passed.</param>
    /// <param name="most">1 to 500.</param>
    public Task<IReadOnlyList<GridEventLine>> GetEventsAsync(AreaId area, string? step = null, bool lateOnly = false, int most = 100, CancellationToken cancellationToken = default)
        => _transport.GridEvents(Given(area), step, lateOnly, most, cancellationToken);

    /// <summary>Takes an event on; its category may be put right. Scope command.</summary>
    public Task<GridEventView> RegisterEventAsync(GridEventId id, RegisterEventCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.RegisterEvent(Given(id), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Assigns it to a responder, a person or a department; to none named: to the department of its category. Scope command.</summary>
    public Task<GridEventView> AssignEventAsync(GridEventId id, AssignEventCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.AssignEvent(Given(id), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>The assignee takes it. Scope command.</summary>
    public Task<GridEventView> AcceptEventAsync(GridEventId id, EventCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.AcceptEvent(Given(id), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Reports it handled, with a result. Scope command.</summary>
    public Task<GridEventView> ReportHandledEventAsync(GridEventId id, HandledEventCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.ReportHandledEvent(Given(id), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Says whether it is as the handler said; where not, it goes back. Refused to who collected or handled it. Scope command.</summary>
    public Task<GridEventView> CheckEventAsync(GridEventId id, CheckEventCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.CheckEvent(Given(id), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Measures each step against its due time, grades it, and closes it. Scope command.</summary>
    public Task<GridEventView> EvaluateEventAsync(GridEventId id, EventCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.EvaluateEvent(Given(id), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Does not take it on, with a reason. Scope command.</summary>
    public Task<GridEventView> RejectEventAsync(GridEventId id, RejectEventCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.RejectEvent(Given(id), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Withdraws it, with a note why. Scope command.</summary>
    public Task<GridEventView> WithdrawEventAsync(GridEventId id, EventCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.WithdrawEvent(Given(id), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }
}
