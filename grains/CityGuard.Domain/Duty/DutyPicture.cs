using System.Collections.Immutable;
using CityGuard.Domain.Areas;

namespace CityGuard.Domain.Duty;

/// <summary>
/// All that a place has been told of duty by the areas above it. Pictures only grow: of each area the higher version is kept, so
/// that it does not matter in which order they are heard, or how often.
/// </summary>
/// <param name="Areas">By area, the upper ones first.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.DutyPicture")]
public sealed record DutyPicture([property: Id(0)] ImmutableArray<AreaDuty> Areas)
{
    /// <summary>Nothing was ever ordered.</summary>
    public static DutyPicture Empty { get; } = new(ImmutableArray<AreaDuty>.Empty);

    /// <summary>Grows with every change that is heard; the same for all who have heard the same.</summary>
    public long Stamp
    {
        get
        {
            var sum = 0L;
            foreach (var area in Areas)
                sum += area.Version;
            return sum;
        }
    }

    /// <summary>With what one area says.</summary>
    /// <param name="said">Its duty.</param>
    public DutyPicture With(AreaDuty said)
    {
        if (Areas.FirstOrDefault(known => known.Area == said.Area) is not { } known)
            return new DutyPicture([.. Areas.Add(said).OrderBy(Depth).ThenBy(area => area.Area.Value, StringComparer.Ordinal)]);
        return known.Version >= said.Version ? this : new DutyPicture(Areas.Replace(known, said));
    }

    /// <summary>What these areas say of it.</summary>
    public DutyPicture Of(IReadOnlySet<AreaId> areas) => Areas.All(area => areas.Contains(area.Area)) ? this : new DutyPicture([.. Areas.Where(area => areas.Contains(area.Area))]);

    /// <summary>With everything another picture says.</summary>
    public DutyPicture With(DutyPicture other) => other.Areas.Aggregate(this, (known, said) => known.With(said));

    /// <summary>
    /// The level in force: inherited from above unless a lower area has ordered a higher one. Higher is what stands later in the table; an order of a level
    /// that the table does not have counts for nothing.
    /// </summary>
    public DutyInForce At(DateTimeOffset now, IReadOnlyList<DutyMeasures> table)
    {
        var (rank, force) = (0, default(DutyOrder));
        foreach (var area in Areas)
            if (area.At(now) is { } order && RankOf(table, order.Level) is var at && at >= 0 && (force is null || at > rank))
                (rank, force) = (at, order);
        return new DutyInForce(table[rank].Level, rank, force, Stamp);
    }

    /// <summary>When the level in force may change next by itself; null: never.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now)
        => Areas.SelectMany(area => area.Orders).SelectMany(order => (DateTimeOffset[])[order.From, order.Until]).Where(at => at > now).Min(at => (DateTimeOffset?)at);

    /// <summary>Place of a level in the table, -1 when it is not there.</summary>
    public static int RankOf(IReadOnlyList<DutyMeasures> table, string level)
    {
        for (var i = 0; i < table.Count; i++)
            if (table[i].Level == level)
                return i;
        return -1;
    }

    private static int Depth(AreaDuty duty) => duty.Area.Value[0] switch { 'c' => 0, 'd' => 1, _ => 2 };
}

/// <summary>The duty level in force somewhere at one moment.</summary>
/// <param name="Level">Key of the level; the first of the table when nothing is ordered.</param>
/// <param name="Rank">Its place in the table.</param>
/// <param name="Order">The order it comes from; null: nothing is ordered.</param>
/// <param name="Stamp">How many changes of duty have been heard from the areas above.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.DutyInForce")]
public sealed record DutyInForce(
    [property: Id(0)] string Level, [property: Id(1)] int Rank, [property: Id(2)] DutyOrder? Order, [property: Id(3)] long Stamp);
