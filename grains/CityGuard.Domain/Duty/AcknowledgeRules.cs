using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Journal;

namespace CityGuard.Domain.Duty;

/// <summary>A station acknowledges the measures of an order that it is under.</summary>
public static class AcknowledgeRules
{
    /// <summary>Acknowledges measures. Who gave the order does not acknowledge it; a repeat of a command is nothing new.</summary>
    /// <param name="duties">The duty of the station.</param>
    /// <param name="table">The city's levels.</param>
    /// <param name="order">The order, its own or of an area above; it may begin later.</param>
    /// <param name="measures">Which; none named: all that are open.</param>
    public static Decision<AreaEvent> Acknowledge(
        AreaDuties duties, IReadOnlyList<DutyMeasures> table, DutyOrder order, IReadOnlyList<DutyMeasure> measures, string by, string command, DateTimeOffset now)
    {
        if (duties.Commands.TryGetValue(command, out var known))
            return known is DutyAcknowledged was && (was.Area, was.Order, was.By) == (order.Area, order.Version, by)
                ? Array.Empty<AreaEvent>()
                : new Objection(ObjectionKind.Conflict, $"command {command} was another one: {known.GetType().Name}");
        if (now >= order.Until)
            return new Objection(ObjectionKind.Conflict, $"order {order.Version} of {order.Area} is over since {order.Until:O}");
        if (string.Equals(by, order.By, StringComparison.Ordinal))
            return new Objection(ObjectionKind.Conflict, $"{by} gave this order: somebody who carries it out acknowledges it", by);
        var rank = DutyPicture.RankOf(table, order.Level);
        var asked = rank < 0 ? (DutyMeasure[])[] : table[rank].Asked().ToArray();
        foreach (var measure in measures)
        {
            if (!asked.Contains(measure))
                return new Objection(ObjectionKind.Impossible, $"level '{order.Level}' has no measure {Name(measure)}: it asks for {string.Join(", ", asked.Select(Name))}");
            if (duties.Receipts.Find(order.Area, order.Version, measure) is { } given)
                return Given(given);
        }

        var open = (measures.Count > 0 ? asked.Where(measures.Contains) : asked).Where(measure => duties.Receipts.Find(order.Area, order.Version, measure) is null).ToArray();
        return open.Length > 0
            ? open.Select(AreaEvent (measure) => new DutyAcknowledged(order.Area, order.Version, measure, order.Until, by, now, command)).ToArray()
            : Given(duties.Receipts.Find(order.Area, order.Version, asked[^1])!);
    }

    private static Objection Given(DutyReceipt given)
        => new(ObjectionKind.Conflict, $"{given.By} has acknowledged {Name(given.Measure)} at {given.At:O}", given.By);

    private static string Name(DutyMeasure measure) => char.ToLowerInvariant(measure.ToString()[0]) + measure.ToString()[1..];
}
