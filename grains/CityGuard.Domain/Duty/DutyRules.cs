using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Journal;

namespace CityGuard.Domain.Duty;

/// <summary>Sets and ends the duty of an area.</summary>
public static class DutyRules
{
    /// <summary>Orders of one area that may stand at once.</summary>
    public const int MostOrders = 8;

    /// <summary>Longest time of one order.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <summary>An order may begin this far ahead.</summary>
    public static readonly TimeSpan FarthestAhead = TimeSpan.FromDays(366);

    // Clocks of those who command differ a little from ours.
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(1);

    /// <summary>Orders a level for a time. A repeat of a command is nothing new, also when its time is over by now.</summary>
    /// <param name="duties">The area's duty.</param>
    /// <param name="table">The city's levels.</param>
    /// <param name="from">Null: at once.</param>
    public static Decision<AreaEvent> Set(
        AreaDuties duties, IReadOnlyList<DutyMeasures> table, string level, string scenario, DateTimeOffset? from, DateTimeOffset until, string by, string why, string command, DateTimeOffset now)
    {
        if (duties.Commands.TryGetValue(command, out var known))
            return known is DutySet was && (was.Level, was.Scenario, was.Until, was.By, was.Why) == (level, scenario, until, by, why) && (from is null || from == was.From || from <= was.At)
                ? Array.Empty<AreaEvent>()
                : Another(command, known);
        if (DutyPicture.RankOf(table, level) < 0)
            return Impossible($"there is no duty level '{level}': choose one of {string.Join(", ", table.Select(l => l.Level))}");
        if (from < now - ClockSlack)
            return Impossible($"from {from:O} is in the past: leave it out to begin at once");
        var begins = from > now ? from.Value : now;
        if (until <= begins)
            return Impossible($"until {until:O} must be later than from, {begins:O}");
        if (until - begins > Longest)
            return Impossible($"a duty level holds for {Longest.Days} days at most");
        if (begins - now > FarthestAhead)
            return Impossible($"from may lie {FarthestAhead.Days} days ahead at most");
        return duties.Standing(now).Count() >= MostOrders
            ? new Objection(ObjectionKind.Conflict, $"{MostOrders} orders stand here already: end one of them first")
            : new DutySet(level, scenario, begins, until, duties.Version + 1, by, why, now, command);
    }

    /// <summary>Ends an order before its time.</summary>
    /// <param name="duties">The area's duty.</param>
    /// <param name="order">Which; null: the one of this area that is in force.</param>
    public static Decision<AreaEvent> End(AreaDuties duties, long? order, string by, string why, string command, DateTimeOffset now)
    {
        if (duties.Commands.TryGetValue(command, out var known))
            return known is DutyEnded was && (was.By, was.Why) == (by, why) && (order is null || order == was.Order) ? Array.Empty<AreaEvent>() : Another(command, known);
        var ends = order is { } version
            ? duties.Standing(now).FirstOrDefault(o => o.Version == version)
            : duties.Standing(now).LastOrDefault(o => o.From <= now);
        if (ends is not null)
            return new DutyEnded(ends.Version, duties.Version + 1, by, why, now, command);
        return new Objection(ObjectionKind.Conflict, order is null ? "no level that was set here is in force: what holds comes from above, or by itself" : $"order {order} does not stand here: it never was given, or is over");
    }

    private static Objection Another(string command, AreaEvent known)
        => new(ObjectionKind.Conflict, $"command {command} was another one: {known.GetType().Name}");

    private static Objection Impossible(string reason) => new(ObjectionKind.Impossible, reason);
}
