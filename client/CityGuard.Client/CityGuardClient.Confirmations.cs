using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>Records that a crew has its order, and on which of its channels it said so. Scope command.</summary>
    public Task<IncidentView> ReceiveAsync(IncidentId incident, OperationId op, OrderChannel channel, CancellationToken cancellationToken = default)
        => _transport.Receive(Given(incident), new ReceiptCommand(Given(op), channel, NewId()), cancellationToken);

    /// <summary>Sends those who were recommended for a role. Scope command.</summary>
    public Task<IncidentView> ConfirmAsync(IncidentId incident, ConfirmCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Confirm(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Declines those who were recommended for a role: the next are recommended at once. Scope command.</summary>
    public Task<IncidentView> DeclineAsync(IncidentId incident, ConfirmCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Decline(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }
}
