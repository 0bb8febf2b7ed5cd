using CityGuard.Abstractions.Security;

namespace CityGuard.Abstractions.GridEvents;

/// <summary>The door for grid events (网格事件) and 12345 tickets. A stateless worker: use key 0.</summary>
[Alias("CityGuard.IGridEventFront")]
public interface IGridEventFront : IGrainWithIntegerKey
{
    /// <summary>Collects an event, or answers as known; the caller, or the responder named, is its collector. Durable when answered. Scope ingest.</summary>
    [Alias("Report")]
    Task<Answer<GridEventReceipt>> Report(Credential caller, GridEventReport report);

    /// <summary>One event. Scope read.</summary>
    [Alias("Get")]
    Task<Answer<GridEventView>> Get(Credential caller, string id);

    /// <summary>Open events of an area, by due time, at most <paramref name="most"/> (1 to 500). Scope read.</summary>
    /// <param name="step">Only those at this step; null: all.</param>
    /// <param name="lateOnly">Only those whose due time has passed.</param>
    [Alias("Open")]
    Task<Answer<IReadOnlyList<GridEventLine>>> Open(Credential caller, string area, string? step, bool lateOnly, int most);

    /// <summary>Takes it on. Scope command.</summary>
    [Alias("Register")]
    Task<Answer<GridEventView>> Register(Credential caller, string id, RegisterEventCommand command);

    /// <summary>Assigns it to a responder, a person or a department. Scope command.</summary>
    [Alias("Assign")]
    Task<Answer<GridEventView>> Assign(Credential caller, string id, AssignEventCommand command);

    /// <summary>The assignee takes it. Scope command.</summary>
    [Alias("Accept")]
    Task<Answer<GridEventView>> Accept(Credential caller, string id, EventCommand command);

    /// <summary>Reports it handled. Scope command.</summary>
    [Alias("Handled")]
    Task<Answer<GridEventView>> Handled(Credential caller, string id, HandledEventCommand command);

    /// <summary>A third says whether it is as the handler said. Scope command.</summary>
    [Alias("Check")]
    Task<Answer<GridEventView>> Check(Credential caller, string id, CheckEventCommand command);

    /// <summary>Measures each step against its due time and closes it. Scope command.</summary>
    [Alias("Evaluate")]
    Task<Answer<GridEventView>> Evaluate(Credential caller, string id, EventCommand command);

    /// <summary>Does not take it on. Scope command.</summary>
    [Alias("Reject")]
    Task<Answer<GridEventView>> Reject(Credential caller, string id, RejectEventCommand command);

    /// <summary>Withdraws it; a note is wanted. Scope command.</summary>
    [Alias("Withdraw")]
    Task<Answer<GridEventView>> Withdraw(Credential caller, string id, EventCommand command);
}
