using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Abstractions.Incidents;

/// <summary>The crew has its order.</summary>
/// <param name="Op">The operation.</param>
/// <param name="Channel">On which of its channels it said so.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ReceiptCommand")]
public sealed record ReceiptCommand([property: Id(0)] OperationId Op, [property: Id(1)] OrderChannel Channel, [property: Id(2)] string? Command = null);

/// <summary>Sending those who were recommended for a role, or declining them.</summary>
/// <param name="Role">The role, 1 to 64 characters.</param>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="IfVersion">Refuse with conflict when the incident has moved on; null: do not care.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ConfirmCommand")]
public sealed record ConfirmCommand([property: Id(0)] string Role, [property: Id(1)] string Why, [property: Id(2)] long? IfVersion = null, [property: Id(3)] string? Command = null);

/// <summary>How an order is on its way.</summary>
/// <param name="Channel">The channel it is on, or that gave the receipt; null: none is left.</param>
/// <param name="Silent">How many channels stayed silent before.</param>
/// <param name="ReceivedAt">When the receipt was recorded; null: none yet.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ReceiptView")]
public sealed record ReceiptView([property: Id(0)] OrderChannel? Channel, [property: Id(1)] int Silent, [property: Id(2)] DateTimeOffset? ReceivedAt);

/// <summary>A role of the plan as it stands.</summary>
/// <param name="Role">Role key.</param>
/// <param name="Kinds">Kinds that may fill it; empty: any.</param>
/// <param name="Count">How many the plan wants.</param>
/// <param name="Ops">Operations that fill it now.</param>
/// <param name="Due">When the first of them must be on scene; null: no clock, or somebody was there.</param>
/// <param name="Late">That moment has passed.</param>
/// <param name="Advised">Who is recommended and waits for a person's word; empty: nobody.</param>
/// <param name="Unconfirmed">Nobody confirmed in time, and a person must still decide.</param>
/// <param name="WithinSeconds">Its clock as the plan says it, seconds; null: none.</param>
/// <param name="Reach">How far away somebody is looked for.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.RoleView")]
public sealed record RoleView(
    [property: Id(0)] string Role,
    [property: Id(1)] IReadOnlyList<string> Kinds,
    [property: Id(2)] int Count,
    [property: Id(3)] IReadOnlyList<OperationId> Ops,
    [property: Id(4)] DateTimeOffset? Due,
    [property: Id(5)] bool Late,
    [property: Id(6)] IReadOnlyList<ResponderId> Advised,
    [property: Id(7)] bool Unconfirmed,
    [property: Id(8)] int? WithinSeconds = null,
    [property: Id(110)] Reach Reach = Reach.Ring);

/// <summary>A clock that runs.</summary>
/// <param name="Id">Key: <c>accept-OP</c>, <c>receipt-OP</c>, <c>confirm-ROLE-n</c>, <c>retry-n</c> and others.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Roles">The roles that it is about; empty: all.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ClockView")]
public sealed record ClockView([property: Id(0)] string Id, [property: Id(1)] DateTimeOffset Due, [property: Id(2)] IReadOnlyList<string> Roles);
