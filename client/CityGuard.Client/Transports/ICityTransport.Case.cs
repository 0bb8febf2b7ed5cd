using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Transports;

/// <summary>What people say of an incident's case.</summary>
internal partial interface ICityTransport
{
    Task<IncidentView> Verify(IncidentId incident, VerifyCommand command, CancellationToken cancellationToken);

    Task<IncidentView> FalseAlarm(IncidentId incident, FalseAlarmCommand command, CancellationToken cancellationToken);
}
