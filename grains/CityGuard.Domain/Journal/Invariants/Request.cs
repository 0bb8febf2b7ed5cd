using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>One request of an incident and what became of it.</summary>
internal sealed class Request(ResponderId responder, long expectedEpoch, long version, IncidentId? from = null)
{
    public ResponderId Responder => responder;

    public long ExpectedEpoch => expectedEpoch;

    /// <summary>Version by which it was asked for.</summary>
    public long Version => version;

    /// <summary>The incident it was to be diverted from; null: it was thought free.</summary>
    public IncidentId? From => from;

    /// <summary>The word that it was taken, when there was one.</summary>
    public AssignmentLost? Lost { get; set; }

    public AssignmentPhase Phase { get; set; } = AssignmentPhase.Requested;

    /// <summary>Epoch of the grant, null when there was none.</summary>
    public long? Epoch { get; private set; }

    public AssignmentProgress? Progress { get; set; }

    public DateTimeOffset ProgressAt { get; set; } = DateTimeOffset.MinValue;

    public void GrantedAt(long epoch) => Epoch = epoch;
}
