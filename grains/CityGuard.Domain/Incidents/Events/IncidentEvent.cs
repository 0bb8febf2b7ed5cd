using System.Text.Json.Serialization;

namespace CityGuard.Domain.Incidents.Events;

/// <summary>A fact of an incident's stream, which alone holds the times of its assignments.</summary>
/// <param name="At">When it was recorded: never earlier than the fact before it.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Opened), nameof(Opened))]
[JsonDerivedType(typeof(ReportDiffered), nameof(ReportDiffered))]
[JsonDerivedType(typeof(ReferredToDesk), nameof(ReferredToDesk))]
[JsonDerivedType(typeof(Decided), nameof(Decided))]
[JsonDerivedType(typeof(AssignmentRequested), nameof(AssignmentRequested))]
[JsonDerivedType(typeof(AssignmentGranted), nameof(AssignmentGranted))]
[JsonDerivedType(typeof(AssignmentRefused), nameof(AssignmentRefused))]
[JsonDerivedType(typeof(AssignmentRecalled), nameof(AssignmentRecalled))]
[JsonDerivedType(typeof(AssignmentReleased), nameof(AssignmentReleased))]
[JsonDerivedType(typeof(ProgressRecorded), nameof(ProgressRecorded))]
[JsonDerivedType(typeof(ClockSet), nameof(ClockSet))]
[JsonDerivedType(typeof(ClockFired), nameof(ClockFired))]
[JsonDerivedType(typeof(Closing), nameof(Closing))]
[JsonDerivedType(typeof(Closed), nameof(Closed))]
[JsonDerivedType(typeof(ReceiptGiven), nameof(ReceiptGiven))]
[JsonDerivedType(typeof(ReceiptLapsed), nameof(ReceiptLapsed))]
[JsonDerivedType(typeof(AcceptanceLapsed), nameof(AcceptanceLapsed))]
[JsonDerivedType(typeof(RecommendationConfirmed), nameof(RecommendationConfirmed))]
[JsonDerivedType(typeof(ConfirmationLapsed), nameof(ConfirmationLapsed))]
[JsonDerivedType(typeof(AssignmentLost), nameof(AssignmentLost))]
[JsonDerivedType(typeof(Reopened), nameof(Reopened))]
[JsonDerivedType(typeof(Verified), nameof(Verified))]
[JsonDerivedType(typeof(FalseAlarmCalled), nameof(FalseAlarmCalled))]
[JsonDerivedType(typeof(FalseAlarm), nameof(FalseAlarm))]
[JsonDerivedType(typeof(FedBack), nameof(FedBack))]
[JsonDerivedType(typeof(Checked), nameof(Checked))]
[JsonDerivedType(typeof(CheckFailed), nameof(CheckFailed))]
[JsonDerivedType(typeof(Evaluated), nameof(Evaluated))]
[JsonDerivedType(typeof(Escalated), nameof(Escalated))]
[JsonDerivedType(typeof(EscalationServed), nameof(EscalationServed))]
[JsonDerivedType(typeof(EscalationAcknowledged), nameof(EscalationAcknowledged))]
[JsonDerivedType(typeof(LeaderArrived), nameof(LeaderArrived))]
[JsonDerivedType(typeof(LeadTaken), nameof(LeadTaken))]
[JsonDerivedType(typeof(PostOpened), nameof(PostOpened))]
[JsonDerivedType(typeof(ChecklistDone), nameof(ChecklistDone))]
[JsonDerivedType(typeof(ChecklistLapsed), nameof(ChecklistLapsed))]
[JsonDerivedType(typeof(PostNoted), nameof(PostNoted))]
[JsonDerivedType(typeof(ForcePinned), nameof(ForcePinned))]
[JsonDerivedType(typeof(ForceUnpinned), nameof(ForceUnpinned))]
[JsonDerivedType(typeof(PostStoodDown), nameof(PostStoodDown))]
[JsonDerivedType(typeof(SuppliesWanted), nameof(SuppliesWanted))]
[JsonDerivedType(typeof(SuppliesDrawn), nameof(SuppliesDrawn))]
[JsonDerivedType(typeof(SupplyShort), nameof(SupplyShort))]
[JsonDerivedType(typeof(SuppliesReturned), nameof(SuppliesReturned))]
public abstract record IncidentEvent(DateTimeOffset At)
{
    /// <summary>Version of this kind's shape.</summary>
    [JsonPropertyOrder(-1)]
    public virtual int V => 1;
}
