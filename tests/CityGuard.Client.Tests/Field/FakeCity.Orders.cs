using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Tests.Field;

/// <summary>The field takes its orders by the terminal and recommends nobody.</summary>
internal sealed partial class FakeCity
{
    public Task<IncidentView> Receive(IncidentId incident, ReceiptCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IncidentView> Confirm(IncidentId incident, ConfirmCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IncidentView> Decline(IncidentId incident, ConfirmCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();
}
