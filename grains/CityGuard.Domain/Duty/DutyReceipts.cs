using System.Collections.Immutable;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Events;

namespace CityGuard.Domain.Duty;

/// <summary>One measure of the level in force, and who has acknowledged it in the station that carries it out.</summary>
/// <param name="Measure">Which.</param>
/// <param name="By">Who; null: nobody yet.</param>
/// <param name="At">When; null: not yet.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.MeasureReceipt")]
public sealed record MeasureReceipt([property: Id(0)] DutyMeasure Measure, [property: Id(1)] string? By, [property: Id(2)] DateTimeOffset? At);

/// <summary>What a station has acknowledged of the orders that it is under.</summary>
/// <param name="Count">How many receipts it has ever given; of two lists the one that counts more is true.</param>
/// <param name="Given">Those for orders that were not over when the last of them was given.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.DutyReceipts")]
public sealed record DutyReceipts([property: Id(0)] long Count, [property: Id(1)] ImmutableList<DutyReceipt> Given)
{
    /// <summary>Nothing was ever acknowledged.</summary>
    public static DutyReceipts None { get; } = new(0, []);

    /// <summary>What the level in force asks for, each with its receipt; nothing where no order holds.</summary>
    public IReadOnlyList<MeasureReceipt> Of(DutyInForce duty, DutyMeasures level)
        => duty.Order is not { } order ? [] : [.. level.Asked().Select(measure => Find(order.Area, order.Version, measure) is { } given
            ? new MeasureReceipt(measure, given.By, given.At)
            : new MeasureReceipt(measure, null, null))];

    /// <summary>The receipt for a measure of an order; null: there is none.</summary>
    public DutyReceipt? Find(AreaId area, long order, DutyMeasure measure)
        => Given.Find(receipt => receipt.Area == area && receipt.Order == order && receipt.Measure == measure);

    /// <summary>With one more; those for orders that are over by then are dropped.</summary>
    public DutyReceipts With(DutyAcknowledged given)
        => new(Count + 1, Given.RemoveAll(receipt => receipt.Until <= given.At).Add(new DutyReceipt(given.Area, given.Order, given.Measure, given.Until, given.By, given.At)));
}

/// <summary>A measure of an order, acknowledged.</summary>
/// <param name="Area">The area that gave the order.</param>
/// <param name="Order">Version of the order.</param>
/// <param name="Measure">Which measure.</param>
/// <param name="Until">When the order is over.</param>
/// <param name="By">Who acknowledged it.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.DutyReceipt")]
public sealed record DutyReceipt(
    [property: Id(0)] AreaId Area,
    [property: Id(1)] long Order,
    [property: Id(2)] DutyMeasure Measure,
    [property: Id(3)] DateTimeOffset Until,
    [property: Id(4)] string By,
    [property: Id(5)] DateTimeOffset At);
