using CityGuard.Abstractions.GridEvents;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Tests.Field;

/// <summary>Handing over, of which this city knows nothing.</summary>
internal sealed partial class FakeCity
{
    public Task<TransferReceipt> TransferTo110(GridEventId id, TransferTo110Command command, CancellationToken cancellationToken) => Unknown<TransferReceipt>();

    public Task<TransferReceipt> TransferTo12345(IncidentId id, TransferTo12345Command command, CancellationToken cancellationToken) => Unknown<TransferReceipt>();
}
