using CityGuard.Abstractions;
using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Abstractions.Posts;
using CityGuard.Domain.Geography;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using Orleans.Concurrency;

namespace CityGuard.Grains.Incidents;

/// <summary>One incident. Keyed by incident id.</summary>
[Alias("CityGuard.Grains.IIncidentGrain")]
internal partial interface IIncidentGrain : IGrainWithStringKey
{
    /// <summary>Opens it, or answers as known. Durable when answered.</summary>
    [Alias("Report")]
    Task<Answer<ReportReceipt>> Report(OpenIncident report);

    /// <summary>From its sector (stream hint, nudge or sweep): dispatch what is wanted and not yet asked for. Version 0: the sector has not heard of it for a while, tell it again.</summary>
    [Alias("TakeUp"), OneWay]
    Task TakeUp(long version);

    /// <summary>One step of one assignment; the incident's stream alone holds the times.</summary>
    [Alias("RecordProgress")]
    Task<Answer<Done>> RecordProgress(ResponderId responder, OperationId op, long epoch, AssignmentProgress progress, DateTimeOffset at);

    /// <summary>True when exactly this step is recorded: a repeat after the responder was given back is then no error.</summary>
    [Alias("Recorded"), AlwaysInterleave]
    Task<bool> Recorded(OperationId op, long epoch, AssignmentProgress progress, DateTimeOffset at);

    /// <summary>Every 30 s from a held responder; the incident releases what its journal does not hold, and repeats the order when it was lost.</summary>
    [Alias("HeldBy"), OneWay]
    Task HeldBy(ResponderId responder, OperationId op, long epoch, bool orderLost);

    /// <summary>From a responder whose last order was taken back, and who has started anew since: it needs the order again to tell its crew.</summary>
    [Alias("RecallLost"), OneWay]
    Task RecallLost(ResponderId responder, OperationId op, long epoch);

    [Alias("View"), AlwaysInterleave]
    Task<Answer<IncidentView>> View(bool personal);

    [Alias("Recall")]
    Task<Answer<IncidentView>> Recall(RecallCommand command, string by);

    [Alias("Reassign")]
    Task<Answer<IncidentView>> Reassign(ReassignCommand command, string by);

    [Alias("Add")]
    Task<Answer<IncidentView>> Add(AddCommand command, string by);

    [Alias("Close")]
    Task<Answer<IncidentView>> Close(CloseCommand command, string by);

    [Alias("Verify")]
    Task<Answer<IncidentView>> Verify(VerifyCommand command, string by);

    [Alias("FalseAlarm")]
    Task<Answer<IncidentView>> FalseAlarm(FalseAlarmCommand command, string by);

    [Alias("Feedback")]
    Task<Answer<IncidentView>> Feedback(FeedbackCommand command, string by);

    [Alias("Check")]
    Task<Answer<IncidentView>> Check(CheckCommand command, string by);

    [Alias("Evaluation"), AlwaysInterleave]
    Task<Answer<Evaluation>> Evaluation();

    [Alias("Evaluate")]
    Task<Answer<IncidentView>> Evaluate(EvaluateCommand command, string by);

    [Alias("Escalate")]
    Task<Answer<IncidentView>> Escalate(EscalateCommand command, string by);

    [Alias("TakeNote")]
    Task<Answer<IncidentView>> TakeNote(int number, TakeNoteCommand command, string by);

    /// <summary>Records what a neighbour city has answered.</summary>
    [Alias("AnswerPartner")]
    Task<Answer<IncidentView>> AnswerPartner(int number, PartnerAnswerCommand command, string by);

    [Alias("Leader")]
    Task<Answer<IncidentView>> Leader(LeaderCommand command, string by);

    [Alias("Lead")]
    Task<Answer<IncidentView>> Lead(LeadCommand command, string by);

    /// <summary>The sector it lies in; null when there is no such incident.</summary>
    [Alias("Where"), AlwaysInterleave]
    Task<AreaId?> Where();

    /// <summary>Who could be sent in a role now; asks the board, records nothing.</summary>
    [Alias("Candidates"), AlwaysInterleave]
    Task<Answer<CandidateList>> Candidates(string role);

    /// <summary>All that is recorded of it.</summary>
    [Alias("Timeline"), AlwaysInterleave]
    Task<Answer<IReadOnlyList<TimelineEntry>>> Timeline();

    [Alias("Receive")]
    Task<Answer<IncidentView>> Receive(ReceiptCommand command, string by);

    [Alias("Confirm")]
    Task<Answer<IncidentView>> Confirm(ConfirmCommand command, string by);

    [Alias("Decline")]
    Task<Answer<IncidentView>> Decline(ConfirmCommand command, string by);

    /// <summary>Its command post. <c>personal</c>: the texts of the log too.</summary>
    [Alias("Post"), AlwaysInterleave]
    Task<Answer<PostView>> Post(bool personal);

    [Alias("OpenPost")]
    Task<Answer<PostView>> OpenPost(PostCommand command, string by, bool personal);

    [Alias("Tick")]
    Task<Answer<PostView>> Tick(string item, TickCommand command, string by, bool personal);

    [Alias("Note")]
    Task<Answer<PostView>> Note(NoteCommand command, string by, bool personal);

    [Alias("Pin")]
    Task<Answer<PostView>> Pin(OperationId op, bool pinned, PostCommand command, string by, bool personal);

    [Alias("StandDown")]
    Task<Answer<PostView>> StandDown(PostCommand command, string by, bool personal);
}

/// <summary>A report that Front has validated and located. The incident seals the personal data in the vault before it journals, and only once.</summary>
/// <param name="Cell">Cell (city index).</param>
/// <param name="Target">Target (city index) or -1.</param>
/// <param name="OccurredAt">When it happened, as the sender says; null: not said.</param>
/// <param name="Fatalities">How many have died; null: not said.</param>
/// <param name="Finder">Who found it (city index) or -1.</param>
/// <param name="LinkedTo">The ticket that becomes it; null: none.</param>
/// <param name="Personal">Never journaled, never logged; null when there is none.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.OpenIncident")]
internal sealed record OpenIncident(
    [property: Id(0)] string Source,
    [property: Id(1)] string SourceId,
    [property: Id(2)] string Type,
    [property: Id(3)] IncidentSeverity Severity,
    [property: Id(4)] GeoPoint Place,
    [property: Id(5)] int Cell,
    [property: Id(6)] int Target,
    [property: Id(7)] DateTimeOffset? OccurredAt,
    [property: Id(8)] DateTimeOffset ReceivedAt,
    [property: Id(9)] string? Channel,
    [property: Id(10)] PersonalData? Personal,
    [property: Id(40)] int? Fatalities = null,
    [property: Id(41)] int Finder = -1,
    [property: Id(90)] GridEventId? LinkedTo = null);
