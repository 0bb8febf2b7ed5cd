using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Transports;

/// <summary>The way to the city for what people say of an incident's case.</summary>
internal interface ICaseTransport
{
    Task<IncidentView> Verify(IncidentId incident, VerifyCommand command, CancellationToken cancellationToken);

    Task<IncidentView> FalseAlarm(IncidentId incident, FalseAlarmCommand command, CancellationToken cancellationToken);
}
