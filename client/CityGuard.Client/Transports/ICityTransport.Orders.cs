using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Transports;

/// <summary>Receipts and confirmations.</summary>
internal partial interface ICityTransport
{
    Task<IncidentView> Receive(IncidentId incident, ReceiptCommand command, CancellationToken cancellationToken);

    Task<IncidentView> Confirm(IncidentId incident, ConfirmCommand command, CancellationToken cancellationToken);

    Task<IncidentView> Decline(IncidentId incident, ConfirmCommand command, CancellationToken cancellationToken);
}
