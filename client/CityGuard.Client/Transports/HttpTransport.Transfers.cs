using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Transports;

/// <summary>Handing over between 12345 and 110, over HTTP.</summary>
internal sealed partial class HttpTransport
{
    public Task<TransferReceipt> TransferTo110(GridEventId id, TransferTo110Command command, CancellationToken cancellationToken)
        => Post<TransferTo110Command, TransferReceipt>(Fill(ApiRoutes.TransferTo110, id.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<TransferReceipt> TransferTo12345(IncidentId id, TransferTo12345Command command, CancellationToken cancellationToken)
        => Post<TransferTo12345Command, TransferReceipt>(Fill(ApiRoutes.TransferTo12345, id.Value), command, CallKind.Repeatable, cancellationToken);
}
