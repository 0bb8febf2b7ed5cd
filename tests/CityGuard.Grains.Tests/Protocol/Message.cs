using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>What travels between actors; it may be late, lost, or come twice.</summary>
internal abstract record Message(IncidentId Incident, ResponderId Responder)
{
    /// <summary>Whom it is for, numbered as in a <see cref="Draw"/>.</summary>
    public int To => this is Reserve or Release or Divert or LossHeard ? Cast.Size + Cast.IndexOf(Responder) : Cast.IndexOf(Incident);

    public sealed record Reserve(IncidentId Incident, ResponderId Responder, OperationId Op, long ExpectedEpoch) : Message(Incident, Responder);

    public sealed record Answer(IncidentId Incident, ResponderId Responder, OperationId Op, bool Granted, long Epoch) : Message(Incident, Responder);

    /// <summary>With an operation: the incident waits for the answer.</summary>
    public sealed record Release(IncidentId Incident, ResponderId Responder, long Epoch, OperationId? Op) : Message(Incident, Responder);

    public sealed record Released(IncidentId Incident, ResponderId Responder, long Epoch, OperationId Op) : Message(Incident, Responder);

    public sealed record Divert(IncidentId Incident, ResponderId Responder, DivertOrder Order) : Message(Incident, Responder);

    public sealed record Lost(IncidentId Incident, ResponderId Responder, OwedLoss Loss) : Message(Incident, Responder);

    public sealed record LossHeard(IncidentId Incident, ResponderId Responder, OperationId Op) : Message(Incident, Responder);

    public sealed record HeldBy(IncidentId Incident, ResponderId Responder, OperationId Op, long Epoch) : Message(Incident, Responder);
}
