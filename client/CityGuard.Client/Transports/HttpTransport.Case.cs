using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Transports;

/// <summary>What people say of an incident's case, over HTTP.</summary>
internal sealed partial class HttpTransport
{
    public Task<IncidentView> Verify(IncidentId incident, VerifyCommand command, CancellationToken cancellationToken)
        => OfCase(ApiRoutes.Verify, incident, command, cancellationToken);

    public Task<IncidentView> FalseAlarm(IncidentId incident, FalseAlarmCommand command, CancellationToken cancellationToken)
        => OfCase(ApiRoutes.FalseAlarm, incident, command, cancellationToken);

    private Task<IncidentView> OfCase<T>(string route, IncidentId incident, T command, CancellationToken cancellationToken)
        => Post<T, IncidentView>(Fill(route, incident.Value), command, CallKind.Repeatable, cancellationToken);
}
