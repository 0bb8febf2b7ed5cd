using CityGuard.Abstractions.GridEvents;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Transports;

/// <summary>Handing over between 12345 and 110, in the cluster.</summary>
internal sealed partial class ClusterTransport
{
    private readonly ITransferFront _transfers = cluster.GetGrain<ITransferFront>(0);

    public Task<TransferReceipt> TransferTo110(GridEventId id, TransferTo110Command command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _transfers.To110(_credential, id.Value, command), cancellationToken);

    public Task<TransferReceipt> TransferTo12345(IncidentId id, TransferTo12345Command command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _transfers.To12345(_credential, id.Value, command), cancellationToken);
}
