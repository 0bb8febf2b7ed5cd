using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Incidents;

/// <summary>An order on its way to the crew: channels are tried one after the other until one gives its receipt, and a crew that does not accept in time is taken off.</summary>
public static class OrderRules
{
    /// <summary>The crew has the order. A second receipt, or one after it has accepted, is nothing new.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="op">Operation.</param>
    /// <param name="channel">On which channel it said so.</param>
    /// <param name="has">The channels that the crew has.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">The moment of asking.</param>
    /// <param name="command">Id of the command; null: there is none.</param>
    public static Decision<IncidentEvent> Receive(
        IncidentCourse course, OperationId op, OrderChannel channel, IReadOnlyList<OrderChannel> has, string by, DateTimeOffset now, string? command = null)
        => course.Find(op) switch
        {
            null => new Objection(ObjectionKind.Unknown, $"this incident has no operation {op}"),
            { Phase: not AssignmentPhase.Granted } gone => new Objection(ObjectionKind.Conflict, $"{op} is not held: {gone.Phase.ToString().ToLowerInvariant()}"),
            _ when !has.Contains(channel) => new Objection(
                ObjectionKind.Impossible, $"no order reaches it by {Name(channel)}: it has {string.Join(", ", has.Select(Name))}"),
            { Receipt.GivenAt: not null } or { Progress: not null } => Array.Empty<IncidentEvent>(),
            _ => new ReceiptGiven(op, channel, by, course.Stamp(now), command),
        };

    /// <summary>The channel that an order is on now; null: none is left.</summary>
    public static OrderChannel? ChannelOf(Assignment held, IReadOnlyList<OrderChannel> has)
        => held.Receipt.Channel ?? (held.Receipt.OutOfReach || held.Receipt.Tried >= has.Count ? null : has[held.Receipt.Tried]);

    /// <summary>The assignment after a fact of its order.</summary>
    public static Assignment Evolve(Assignment held, IncidentEvent happened) => happened switch
    {
        ReceiptGiven e => held with { Receipt = held.Receipt with { Channel = e.Channel, GivenAt = e.At, OutOfReach = false } },
        ReceiptLapsed e => held with { Receipt = held.Receipt with { Tried = held.Receipt.Tried + 1, SentAt = e.At, OutOfReach = e.Next is null } },
        AcceptanceLapsed => held with { Phase = AssignmentPhase.Recalled, Reason = "not accepted in time", IsTakenOff = true, HasLapsed = true },
        _ => throw new InvalidOperationException($"no rule for {happened.GetType().Name} of an order"),
    };

    /// <summary>The operation that a fact of an order is about.</summary>
    public static OperationId OpOf(IncidentEvent happened) => happened switch
    {
        ReceiptGiven e => e.Op,
        ReceiptLapsed e => e.Op,
        AcceptanceLapsed e => e.Op,
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is no fact of an order"),
    };

    private static string Name(OrderChannel channel) => channel.ToString().ToLowerInvariant();
}
