using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Abstractions.Responders;

/// <summary>One position of one responder.</summary>
/// <param name="Responder">Whose.</param>
/// <param name="Lat">Latitude, degrees.</param>
/// <param name="Lon">Longitude, degrees.</param>
/// <param name="At">When it was measured; at most 2 s ahead of the server.</param>
/// <param name="Crs"><c>WGS84</c> (default), <c>GCJ02</c>, <c>BD09</c>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.PositionReport")]
public sealed record PositionReport(
    [property: Id(0)] string Responder,
    [property: Id(1)] double Lat,
    [property: Id(2)] double Lon,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] string? Crs = null);

/// <summary>What became of a batch: accepted, and each rejected item with its place in the batch and the reason.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.PositionReceipt")]
public sealed record PositionReceipt([property: Id(0)] int Accepted, [property: Id(1)] IReadOnlyList<PositionRejection> Rejected);

/// <summary>One rejected position.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.PositionRejection")]
public sealed record PositionRejection([property: Id(0)] int Index, [property: Id(1)] string Reason);

/// <summary>What a crew says: progress of the assignment it holds, or its own availability.</summary>
/// <param name="Status"><c>accepted, enRoute, onScene, controlled, cleared</c> (need incident, op, epoch), <c>available, outOfService, signIn, renew:CHECK</c> (the responder's own; CHECK is a key of the city's unit checks, e.g. <c>renew:equipment</c>).</param>
/// <param name="At">When; at most 2 s ahead of the server, not before the step before it.</param>
/// <param name="Incident">The incident of the order.</param>
/// <param name="Op">The operation of the order.</param>
/// <param name="Epoch">The epoch of the order.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.StatusReport")]
public sealed record StatusReport(
    [property: Id(0)] string Status,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string? Incident = null,
    [property: Id(3)] string? Op = null,
    [property: Id(4)] long? Epoch = null);

/// <summary>A responder as people see it.</summary>
/// <param name="PositionAt">When the shown position was measured: its true age, never the age of a status. Null: it never was, the place shown is its post.</param>
/// <param name="Missing">What keeps it from being sent (lapsed checks, stale position ...); empty when fit.</param>
/// <param name="Lent">To whom it is lent now; null: to nobody.</param>
/// <param name="Duty">The duty level it is under, of its home sector.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ResponderView")]
public sealed record ResponderView(
    [property: Id(0)] ResponderId Id,
    [property: Id(1)] string Kind,
    [property: Id(2)] string Class,
    [property: Id(3)] string CallSign,
    [property: Id(4)] ResponderStatus Status,
    [property: Id(5)] long Epoch,
    [property: Id(6)] IncidentId? Incident,
    [property: Id(7)] OperationId? Op,
    [property: Id(8)] GeoPoint Position,
    [property: Id(9)] DateTimeOffset? PositionAt,
    [property: Id(10)] CellId Cell,
    [property: Id(11)] AreaId HomeSector,
    [property: Id(12)] IReadOnlyList<string> Missing,
    [property: Id(13)] DateTimeOffset? SignedInAt,
    [property: Id(60)] Lending? Lent = null,
    [property: Id(50)] DutyInForce? Duty = null);

/// <summary>An order to a crew. Discard any with a lower epoch than the last seen.</summary>
/// <param name="Seq">Position in the responder's orders: pass the highest seen as <c>after</c>.</param>
/// <param name="Recall">True: the order is taken back.</param>
/// <param name="RouteSeconds">Expected travel from where the crew stood when it was chosen, turnout not counted, seconds; 0: within its premises, or not known.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Order")]
public sealed record Order(
    [property: Id(0)] long Seq,
    [property: Id(1)] ResponderId Responder,
    [property: Id(2)] IncidentId Incident,
    [property: Id(3)] OperationId Op,
    [property: Id(4)] long Epoch,
    [property: Id(5)] bool Recall,
    [property: Id(6)] string Type,
    [property: Id(7)] IncidentSeverity Severity,
    [property: Id(8)] string Role,
    [property: Id(9)] GeoPoint Place,
    [property: Id(10)] double RouteSeconds,
    [property: Id(11)] DateTimeOffset At);

/// <summary>Orders of one or more responders. <paramref name="Next"/> is the <c>after</c> of the next call.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.OrderBatch")]
public sealed record OrderBatch([property: Id(0)] IReadOnlyList<Order> Orders, [property: Id(1)] string Next);
