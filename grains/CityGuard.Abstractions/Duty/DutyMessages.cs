using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;

namespace CityGuard.Abstractions.Duty;

/// <summary>Orders a duty level (勤务等级) for an area and all below it.</summary>
/// <param name="Level">Key of a level of the city's duty table.</param>
/// <param name="Scenario">For what (情形), 1 to 100 characters.</param>
/// <param name="Until">It is over then, by itself; at most 31 days after it begins.</param>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="From">When it begins, not in the past and at most 366 days ahead; null: at once.</param>
/// <param name="Command">Id of the command; sent again, it is the same order.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.DutyCommand")]
public sealed record DutyCommand(
    [property: Id(0)] string Level,
    [property: Id(1)] string Scenario,
    [property: Id(2)] DateTimeOffset Until,
    [property: Id(3)] string Why,
    [property: Id(4)] DateTimeOffset? From = null,
    [property: Id(5)] string? Command = null);

/// <summary>Ends an order before its time.</summary>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="Order">Version of the order; null: the one of this area that is in force.</param>
/// <param name="Command">Id of the command.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.EndDutyCommand")]
public sealed record EndDutyCommand([property: Id(0)] string Why, [property: Id(1)] long? Order = null, [property: Id(2)] string? Command = null);

/// <summary>A station acknowledges measures of an order that it is under; the station is named by the path.</summary>
/// <param name="Area">The area that gave the order: the station itself or one above.</param>
/// <param name="Order">Version of the order.</param>
/// <param name="Measures">Which; null or none: all that are open.</param>
/// <param name="Command">Id of the command; sent again, it is the same receipt.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.AcknowledgeDutyCommand")]
public sealed record AcknowledgeDutyCommand(
    [property: Id(0)] AreaId Area,
    [property: Id(1)] long Order,
    [property: Id(2)] IReadOnlyList<DutyMeasure>? Measures = null,
    [property: Id(3)] string? Command = null);

/// <summary>The duty of an area.</summary>
/// <param name="Area">The area.</param>
/// <param name="InForce">The level in force there: its own or inherited, whichever is higher.</param>
/// <param name="Measures">What that level asks for.</param>
/// <param name="Orders">Orders of this area and those above it that hold or will, the upper areas first.</param>
/// <param name="Sectors">The level in force in each sector of the area, as the sector itself says; silent ones are missing.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.DutyView")]
public sealed record DutyView(
    [property: Id(0)] AreaId Area,
    [property: Id(1)] DutyInForce InForce,
    [property: Id(2)] DutyMeasures Measures,
    [property: Id(3)] IReadOnlyList<DutyOrder> Orders,
    [property: Id(4)] IReadOnlyList<SectorDuty> Sectors);

/// <summary>The level in force in a sector.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Duty">What is in force there.</param>
/// <param name="Receipts">What that level asks for, each with who has acknowledged it there; empty where nothing is ordered.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.SectorDuty")]
public sealed record SectorDuty([property: Id(0)] AreaId Sector, [property: Id(1)] DutyInForce Duty, [property: Id(2)] IReadOnlyList<MeasureReceipt> Receipts);
