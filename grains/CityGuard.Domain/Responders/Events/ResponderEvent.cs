using System.Text.Json.Serialization;
using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.Responders.Events;

/// <summary>A fact of a responder's stream: who holds it, whether it serves, what it renewed.</summary>
/// <param name="At">When it was recorded.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Assigned), nameof(Assigned))]
[JsonDerivedType(typeof(Released), nameof(Released))]
[JsonDerivedType(typeof(Diverted), nameof(Diverted))]
[JsonDerivedType(typeof(ForceReleased), nameof(ForceReleased))]
[JsonDerivedType(typeof(OutOfService), nameof(OutOfService))]
[JsonDerivedType(typeof(InService), nameof(InService))]
[JsonDerivedType(typeof(SignedIn), nameof(SignedIn))]
[JsonDerivedType(typeof(CheckRenewed), nameof(CheckRenewed))]
[JsonDerivedType(typeof(Lent), nameof(Lent))]
[JsonDerivedType(typeof(CameHome), nameof(CameHome))]
[JsonDerivedType(typeof(LossHeard), nameof(LossHeard))]
public abstract record ResponderEvent(DateTimeOffset At)
{
    /// <summary>Version of this kind's shape.</summary>
    [JsonPropertyOrder(-1)]
    public virtual int V => 1;
}

/// <summary>A fact that changes who holds the responder or whether it can be held: each raises the epoch by exactly one.</summary>
/// <param name="Epoch">The epoch from this fact on.</param>
/// <param name="At">When it was recorded.</param>
public abstract record OwnershipEvent(long Epoch, DateTimeOffset At) : ResponderEvent(At);

/// <summary>It was free and is now held by this operation of this incident.</summary>
public sealed record Assigned(IncidentId Incident, OperationId Op, long Epoch, DateTimeOffset At) : OwnershipEvent(Epoch, At);

/// <summary>Its holder gave it back.</summary>
/// <param name="Incident">Holder.</param>
/// <param name="Op">Operation.</param>
/// <param name="Epoch">The epoch from this fact on.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Done">The crew had finished; false: its order is taken back, and it must hear so.</param>
public sealed record Released(IncidentId Incident, OperationId Op, long Epoch, DateTimeOffset At, bool Done = true) : OwnershipEvent(Epoch, At);

/// <summary>It went from one incident to a strictly graver one, never free in between.</summary>
/// <param name="From">Its holder until now.</param>
/// <param name="To">Its holder from now on.</param>
/// <param name="Op">Operation of the new holder.</param>
/// <param name="Epoch">The epoch from this fact on.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">The person.</param>
/// <param name="Why">Reason given.</param>
public sealed record Diverted(IncidentId From, IncidentId To, OperationId Op, long Epoch, DateTimeOffset At, string By = "", string Why = "") : OwnershipEvent(Epoch, At);

/// <summary>A person took it from its holder.</summary>
/// <param name="Incident">Its holder until now.</param>
/// <param name="Op">Operation by which it was held.</param>
/// <param name="By">The person.</param>
/// <param name="Why">Reason given.</param>
/// <param name="Epoch">The epoch from this fact on.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="StaysEmpty">True: no replacement is wanted.</param>
/// <param name="Command">Id of the command; null: nobody will repeat it.</param>
public sealed record ForceReleased(
    IncidentId Incident, OperationId Op, string By, string Why, long Epoch, DateTimeOffset At, bool StaysEmpty = false, string? Command = null) : OwnershipEvent(Epoch, At);

/// <summary>It went off line.</summary>
/// <param name="HappenedAt">When the crew said so by its own clock; null in facts of the first shape: then <c>At</c>.</param>
public sealed record OutOfService(string By, long Epoch, DateTimeOffset At, DateTimeOffset? HappenedAt = null) : OwnershipEvent(Epoch, At);

/// <summary>It came back on line.</summary>
/// <param name="HappenedAt">When the crew said so by its own clock; null in facts of the first shape: then <c>At</c>.</param>
public sealed record InService(string By, long Epoch, DateTimeOffset At, DateTimeOffset? HappenedAt = null) : OwnershipEvent(Epoch, At);

/// <summary>It signed in.</summary>
/// <param name="HappenedAt">When it signed in, from where its validity counts; null in facts of the first shape, whose <c>At</c> says it.</param>
public sealed record SignedIn(string By, DateTimeOffset At, DateTimeOffset? HappenedAt = null) : ResponderEvent(At);

/// <summary>One of its readiness checks was renewed.</summary>
/// <param name="HappenedAt">When it was renewed, from where its validity counts; null in facts of the first shape, whose <c>At</c> says it.</param>
public sealed record CheckRenewed(string Check, string By, DateTimeOffset At, DateTimeOffset? HappenedAt = null) : ResponderEvent(At);
