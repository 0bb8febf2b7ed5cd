using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>Says that a report nobody vouched for is true; what waited for that is dispatched. Scope command.</summary>
    public Task<IncidentView> VerifyAsync(IncidentId incident, VerifyCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Verify(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Calls an incident a false alarm (误报): everybody is given back and it closes. Where a crew was on scene, a second word is needed. Scope command.</summary>
    public Task<IncidentView> CallFalseAlarmAsync(IncidentId incident, FalseAlarmCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.FalseAlarm(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }
}
