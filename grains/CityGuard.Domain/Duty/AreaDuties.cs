using System.Collections.Immutable;
using CityGuard.Domain.Areas.Events;

namespace CityGuard.Domain.Duty;

/// <summary>The part of an area's stream that is its duty.</summary>
/// <param name="Version">How often its duty has changed.</param>
/// <param name="Orders">Its orders that were not over when the last of them came, in the order in which they were given.</param>
public sealed record AreaDuties(long Version, ImmutableList<DutySet> Orders)
{
    /// <summary>Before any order.</summary>
    public static AreaDuties None { get; } = new(0, []);

    /// <summary>What commands led to. They are rare, so all are kept.</summary>
    public ImmutableDictionary<string, AreaEvent> Commands { get; init; } = ImmutableDictionary<string, AreaEvent>.Empty;

    /// <summary>What has been acknowledged here.</summary>
    public DutyReceipts Receipts { get; init; } = DutyReceipts.None;

    /// <summary>Orders that hold or will.</summary>
    public IEnumerable<DutySet> Standing(DateTimeOffset now) => Orders.Where(order => now < order.Until);

    /// <summary>The state after a fact; facts that are none of duty change nothing.</summary>
    public AreaDuties Evolve(AreaEvent happened) => happened switch
    {
        DutySet set => this with { Version = set.Version, Orders = Orders.RemoveAll(order => order.Until <= set.At).Add(set), Commands = Known(set.Command, set) },
        DutyEnded end => this with { Version = end.Version, Orders = Orders.RemoveAll(order => order.Until <= end.At || order.Version == end.Order), Commands = Known(end.Command, end) },
        DutyAcknowledged given => this with { Receipts = Receipts.With(given), Commands = Known(given.Command, given) },
        _ => this,
    };

    private ImmutableDictionary<string, AreaEvent> Known(string? command, AreaEvent led) => command is null ? Commands : Commands.SetItem(command, led);
}
