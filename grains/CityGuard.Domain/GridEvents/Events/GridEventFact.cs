using System.Text.Json.Serialization;
using CityGuard.Domain.Areas;

namespace CityGuard.Domain.GridEvents.Events;

/// <summary>A fact of a grid event, stream <c>g-...</c>.</summary>
/// <param name="At">When it was recorded: never earlier than the fact before it.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(EventCollected), nameof(EventCollected))]
[JsonDerivedType(typeof(EventDiffered), nameof(EventDiffered))]
[JsonDerivedType(typeof(EventRegistered), nameof(EventRegistered))]
[JsonDerivedType(typeof(EventAssigned), nameof(EventAssigned))]
[JsonDerivedType(typeof(EventAccepted), nameof(EventAccepted))]
[JsonDerivedType(typeof(EventHandled), nameof(EventHandled))]
[JsonDerivedType(typeof(EventChecked), nameof(EventChecked))]
[JsonDerivedType(typeof(EventEvaluated), nameof(EventEvaluated))]
[JsonDerivedType(typeof(EventRejected), nameof(EventRejected))]
[JsonDerivedType(typeof(EventWithdrawn), nameof(EventWithdrawn))]
[JsonDerivedType(typeof(EventClockSet), nameof(EventClockSet))]
[JsonDerivedType(typeof(EventClockFired), nameof(EventClockFired))]
[JsonDerivedType(typeof(GridEventEscalated), nameof(GridEventEscalated))]
[JsonDerivedType(typeof(EventTransferred), nameof(EventTransferred))]
[JsonDerivedType(typeof(EventTransferTaken), nameof(EventTransferTaken))]
public abstract record GridEventFact(DateTimeOffset At)
{
    /// <summary>Version of this kind's shape.</summary>
    [JsonPropertyOrder(-1)]
    public virtual int V => 1;
}

/// <summary>A clock was set; it ends the one before it.</summary>
/// <param name="Clock">Its id: what is waited for, the number of the step, and of the level.</param>
/// <param name="Due">When it is due.</param>
/// <param name="At">When it was set.</param>
public sealed record EventClockSet(string Clock, DateTimeOffset Due, DateTimeOffset At) : GridEventFact(At);

/// <summary>A clock was due and nothing had served it.</summary>
/// <param name="Clock">Its id.</param>
/// <param name="At">When that was recorded.</param>
public sealed record EventClockFired(string Clock, DateTimeOffset At) : GridEventFact(At);

/// <summary>A level of command was told.</summary>
/// <param name="To">The sector, the district or the city.</param>
/// <param name="Cause">What was not done in time.</param>
/// <param name="At">When.</param>
public sealed record GridEventEscalated(AreaId To, string Cause, DateTimeOffset At) : GridEventFact(At);
