using CityGuard.Abstractions.GridEvents;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Transports;

/// <summary>What concerns handing over between 12345 and 110.</summary>
internal partial interface ICityTransport
{
    Task<TransferReceipt> TransferTo110(GridEventId id, TransferTo110Command command, CancellationToken cancellationToken);

    Task<TransferReceipt> TransferTo12345(IncidentId id, TransferTo12345Command command, CancellationToken cancellationToken);
}
