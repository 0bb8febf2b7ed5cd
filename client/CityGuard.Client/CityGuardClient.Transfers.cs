using CityGuard.Abstractions.GridEvents;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>Hands a ticket over to 110 in one step: it ends and goes on as an incident, linked both ways. Scope command.</summary>
    public Task<TransferReceipt> TransferTo110Async(GridEventId id, TransferTo110Command command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.TransferTo110(Given(id), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Hands an incident over to 12345 in one step: its crews are given back, it closes and goes on as a ticket, linked both ways. Scope command.</summary>
    public Task<TransferReceipt> TransferTo12345Async(IncidentId id, TransferTo12345Command command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.TransferTo12345(Given(id), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }
}
