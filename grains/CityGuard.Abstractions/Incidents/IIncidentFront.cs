using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Abstractions.Incidents;

/// <summary>The door for incidents. A stateless worker: use key 0.</summary>
[Alias("CityGuard.IIncidentFront")]
public interface IIncidentFront : IGrainWithIntegerKey
{
    /// <summary>Takes a report. Answers only after the journal has it; the same (source, sourceId) answers the same id. Scope ingest.</summary>
    [Alias("Report")]
    Task<Answer<ReportReceipt>> Report(Credential caller, IncidentReport report);

    /// <summary>An incident with its decision log. Scope read.</summary>
    [Alias("Get")]
    Task<Answer<IncidentView>> Get(Credential caller, string incident);

    /// <summary>Open incidents of an area (any level): late ones first, then the gravest, then who waits longest; at most <paramref name="most"/> (1 to 1,000). Scope read.</summary>
    [Alias("Open")]
    Task<Answer<IReadOnlyList<IncidentLine>>> Open(Credential caller, string area, int most);

    /// <summary>Takes a responder off the incident (撤回). Scope command.</summary>
    [Alias("Recall")]
    Task<Answer<IncidentView>> Recall(Credential caller, string incident, RecallCommand command);

    /// <summary>Replaces one responder by another (改派): the new one is reserved first. Scope command.</summary>
    [Alias("Reassign")]
    Task<Answer<IncidentView>> Reassign(Credential caller, string incident, ReassignCommand command);

    /// <summary>Adds a responder (增派). Scope command.</summary>
    [Alias("Add")]
    Task<Answer<IncidentView>> Add(Credential caller, string incident, AddCommand command);

    /// <summary>Closes: resolves what is pending, releases everyone, then closes. Scope command.</summary>
    [Alias("Close")]
    Task<Answer<IncidentView>> Close(Credential caller, string incident, CloseCommand command);

    /// <summary>Records that a crew has its order. Scope command.</summary>
    [Alias("Receive")]
    Task<Answer<IncidentView>> Receive(Credential caller, string incident, ReceiptCommand command);

    /// <summary>Sends those who were recommended for a role. Scope command.</summary>
    [Alias("Confirm")]
    Task<Answer<IncidentView>> Confirm(Credential caller, string incident, ConfirmCommand command);

    /// <summary>Declines those who were recommended for a role: they are recommended for it no more in this round, and the next are at once. Scope command.</summary>
    [Alias("Decline")]
    Task<Answer<IncidentView>> Decline(Credential caller, string incident, ConfirmCommand command);

    /// <summary>
    /// Switches automatic dispatch of an area on or off; journaled. Scope command. <paramref name="command"/> is the id of this command as in
    /// <see cref="RecallCommand"/>: a repeat does not override a later switch.
    /// </summary>
    [Alias("SetAutomatic")]
    Task<Answer<Done>> SetAutomatic(Credential caller, AreaId area, bool on, string why, string? command = null);
}

/// <summary>Recall of one operation.</summary>
/// <param name="Op">The operation.</param>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="IfVersion">Refuse with conflict when the incident has moved on; null: do not care.</param>
/// <param name="Command">
/// Id of this command, 1 to 64 characters, the caller's own: the same again answers what became of it and does nothing more, for as long as the
/// incident is kept; another content under the same id is a conflict. Null: nobody will repeat it.
/// </param>
[GenerateSerializer, Immutable, Alias("CityGuard.RecallCommand")]
public sealed record RecallCommand(
    [property: Id(0)] OperationId Op, [property: Id(1)] string Why, [property: Id(2)] long? IfVersion = null, [property: Id(3)] string? Command = null);

/// <summary>Reassignment of one operation to another responder.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.ReassignCommand")]
public sealed record ReassignCommand(
    [property: Id(0)] OperationId Op, [property: Id(1)] ResponderId To, [property: Id(2)] string Why, [property: Id(3)] long? IfVersion = null,
    [property: Id(4)] string? Command = null);

/// <summary>One more responder in a role.</summary>
/// <param name="Responder">Who.</param>
/// <param name="Role">In which role, 1 to 64 characters; one of the plan's or another.</param>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="IfVersion">Refuse with conflict when the incident has moved on; null: do not care.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
/// <param name="Extra">True: also when the plan's count for this role is filled; else that is a conflict that names the holder.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.AddCommand")]
public sealed record AddCommand(
    [property: Id(0)] ResponderId Responder, [property: Id(1)] string Role, [property: Id(2)] string Why, [property: Id(3)] long? IfVersion = null,
    [property: Id(4)] string? Command = null, [property: Id(5)] bool Extra = false);

/// <summary>Closing.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.CloseCommand")]
public sealed record CloseCommand([property: Id(0)] string Why, [property: Id(1)] long? IfVersion = null, [property: Id(2)] string? Command = null);

/// <summary>Switching automatic dispatch of an area; the area is named by the path.</summary>
public sealed record AutomaticCommand(bool On, string Why, string? Command = null);
