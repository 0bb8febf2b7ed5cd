using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Incidents;

/// <summary>What a person asked of an incident: what a command's id stands for, apart from the picture it was given on.</summary>
/// <param name="By">Who.</param>
/// <param name="Why">Reason given.</param>
public abstract record IncidentCommand(string By, string Why)
{
    /// <summary>Most characters of a command's id.</summary>
    public const int LongestId = 64;

    /// <summary>Take a responder off (撤回).</summary>
    public sealed record Recall(OperationId Op, string By, string Why) : IncidentCommand(By, Why);

    /// <summary>Replace one responder by another (改派).</summary>
    public sealed record Reassign(OperationId Op, ResponderId To, string By, string Why) : IncidentCommand(By, Why);

    /// <summary>Send one more (增派).</summary>
    public sealed record Add(ResponderId Responder, string Role, string By, string Why) : IncidentCommand(By, Why);

    /// <summary>Take one from a lesser incident (抽调).</summary>
    public sealed record Divert(ResponderId Responder, string Role, string By, string Why) : IncidentCommand(By, Why);

    /// <summary>Open again after closing.</summary>
    public sealed record Reopen(bool Redispatch, string By, string Why) : IncidentCommand(By, Why);

    /// <summary>Close (办结).</summary>
    public sealed record Close(string By, string Why) : IncidentCommand(By, Why);

    /// <summary>The crew has its order.</summary>
    public sealed record Receive(OperationId Op, OrderChannel Channel, string By) : IncidentCommand(By, "");

    /// <summary>Send as recommended.</summary>
    public sealed record Confirm(string Role, string By, string Why) : IncidentCommand(By, Why);

    /// <summary>Decline what is recommended.</summary>
    public sealed record Decline(string Role, string By, string Why) : IncidentCommand(By, Why);

    /// <summary>Open a command post.</summary>
    public sealed record OpenPost(string By, string Why) : IncidentCommand(By, Why);

    /// <summary>Tick off an item of its checklist.</summary>
    public sealed record Tick(string Item, string By) : IncidentCommand(By, "");

    /// <summary>Write into its log. The text is not part of what a repeat is known by: it is in the vault.</summary>
    public sealed record Note(Plans.CentreDesk Desk, string By) : IncidentCommand(By, "");

    /// <summary>Hold a force, or let it go.</summary>
    public sealed record Pin(OperationId Op, bool Pinned, string By, string Why) : IncidentCommand(By, Why);

    /// <summary>Stand it down.</summary>
    public sealed record StandDown(string By, string Why) : IncidentCommand(By, Why);
}

/// <summary>A command that was carried out.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Op">The request that it led to; null: to none.</param>
public sealed record KnownCommand(IncidentCommand Asked, OperationId? Op);
