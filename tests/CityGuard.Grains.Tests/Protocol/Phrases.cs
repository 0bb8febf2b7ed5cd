using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Responders.Events;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>Facts and messages in words.</summary>
internal static class Phrases
{
    /// <summary>What somebody does by these facts.</summary>
    public static string Of<TEvent>(IEnumerable<TEvent> facts) => string.Join(" and ", facts.Select(fact => Of(fact!)));

    /// <summary>What the sender does.</summary>
    public static string Sends(Message message) => message switch
    {
        Message.Answer m => $"answers {(m.Granted ? "yes" : "no")}",
        Message.Released => "answers that it is done",
        _ => $"sends {Recipient(message)} its {What(message)}",
    };

    public static string Of(Message message) => $"{(IsForIncident(message) ? message.Responder.Value : Cast.Name(message.Incident))}'s {What(message)}";

    public static string Recipient(Message message) => IsForIncident(message) ? Cast.Name(message.Incident) : message.Responder.Value;

    private static bool IsForIncident(Message message) => message.To < Cast.Size;

    private static string What(Message message) => message switch
    {
        Message.Reserve m => $"request {m.Op} (epoch {m.ExpectedEpoch})",
        Message.Divert m => $"request {m.Order.Op} to leave {Cast.Name(m.Order.From)} (epoch {m.Order.ExpectedEpoch})",
        Message.Answer { Granted: true } m => $"yes to {m.Op} (epoch {m.Epoch})",
        Message.Answer m => $"no to {m.Op}",
        Message.Release m => $"release (epoch {m.Epoch})",
        Message.Released m => $"word that it is released ({m.Op}, epoch {m.Epoch})",
        Message.Lost m => $"word that it was taken ({m.Loss.Op}, epoch {m.Loss.Epoch})",
        Message.LossHeard m => $"word that it knows of the loss ({m.Op})",
        Message.HeldBy m => $"reminder that it is held ({m.Op}, epoch {m.Epoch})",
        _ => message.ToString(),
    };

    private static string Of(object fact) => fact switch
    {
        AssignmentRequested { From: { } from } e => $"asks to divert {e.Responder} from {Cast.Name(from)} ({e.Op}, epoch {e.ExpectedEpoch})",
        AssignmentRequested { Replaces: { } replaced } e => $"asks for {e.Responder} in place of {replaced} ({e.Op}, epoch {e.ExpectedEpoch})",
        AssignmentRequested e => $"asks for {e.Responder} ({e.Op}, epoch {e.ExpectedEpoch})",
        AssignmentGranted e => $"records {e.Op} as granted (epoch {e.Epoch})",
        AssignmentRefused e => $"records {e.Op} as refused",
        AssignmentRecalled e => $"recalls {e.Op}",
        AssignmentReleased e => $"records {e.Op} as given back (epoch {e.Epoch})",
        AssignmentLost { To: { } to } e => $"records {e.Op} as lost to {Cast.Name(to)} (epoch {e.Epoch})",
        AssignmentLost e => $"records {e.Op} as lost by force (epoch {e.Epoch})",
        ProgressRecorded e => $"records that {e.Op} is {Camel(e.Progress.ToString())}",
        Closing => "begins to close",
        Closed => "is closed",
        Assigned e => $"is assigned to {Cast.Name(e.Incident)} ({e.Op}, epoch {e.Epoch})",
        Released e => $"is released by {Cast.Name(e.Incident)} ({e.Op}, epoch {e.Epoch})",
        Diverted e => $"is diverted from {Cast.Name(e.From)} to {Cast.Name(e.To)} ({e.Op}, epoch {e.Epoch})",
        ForceReleased e => $"is taken from {Cast.Name(e.Incident)} by force ({e.Op}, epoch {e.Epoch})",
        LossHeard e => $"owes {Cast.Name(e.Incident)} nothing more for {e.Op}",
        OutOfService e => $"goes out of service (epoch {e.Epoch})",
        InService e => $"comes into service (epoch {e.Epoch})",
        _ => $"records {fact.GetType().Name}",
    };

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
