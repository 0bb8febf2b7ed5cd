using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Transports;

/// <summary>Receipts and confirmations.</summary>
internal sealed partial class HttpTransport
{
    public Task<IncidentView> Receive(IncidentId incident, ReceiptCommand command, CancellationToken cancellationToken)
        => Post<ReceiptCommand, IncidentView>(Fill(ApiRoutes.Receipts, incident.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<IncidentView> Confirm(IncidentId incident, ConfirmCommand command, CancellationToken cancellationToken)
        => Post<ConfirmCommand, IncidentView>(Fill(ApiRoutes.Confirm, incident.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<IncidentView> Decline(IncidentId incident, ConfirmCommand command, CancellationToken cancellationToken)
        => Post<ConfirmCommand, IncidentView>(Fill(ApiRoutes.Decline, incident.Value), command, CallKind.Repeatable, cancellationToken);
}
