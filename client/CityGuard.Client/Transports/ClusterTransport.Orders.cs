using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Transports;

/// <summary>Receipts and confirmations.</summary>
internal sealed partial class ClusterTransport
{
    public Task<IncidentView> Receive(IncidentId incident, ReceiptCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _incidents.Receive(_credential, incident.Value, command), cancellationToken);

    public Task<IncidentView> Confirm(IncidentId incident, ConfirmCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _incidents.Confirm(_credential, incident.Value, command), cancellationToken);

    public Task<IncidentView> Decline(IncidentId incident, ConfirmCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _incidents.Decline(_credential, incident.Value, command), cancellationToken);
}
