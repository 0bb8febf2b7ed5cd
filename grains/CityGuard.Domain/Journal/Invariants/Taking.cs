using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>One time that a responder was taken from its holder: the holder must come to know.</summary>
/// <param name="incident">Its holder until then.</param>
/// <param name="op">The operation by which it was held.</param>
/// <param name="epoch">Epoch since then.</param>
/// <param name="to">The incident it was diverted to; null: it was freed.</param>
/// <param name="version">Version by which it was taken.</param>
internal sealed class Taking(IncidentId incident, OperationId op, long epoch, IncidentId? to, long version)
{
    public IncidentId Incident => incident;

    public OperationId Op => op;

    public long Epoch => epoch;

    public IncidentId? To => to;

    public long Version => version;

    /// <summary>True once the responder has recorded that the holder knows.</summary>
    public bool IsHeard { get; private set; }

    public void Heard() => IsHeard = true;
}
