using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Tests.Field;

/// <summary>The field says nothing of a case.</summary>
internal sealed partial class FakeCity
{
    public Task<IncidentView> Verify(IncidentId incident, VerifyCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IncidentView> FalseAlarm(IncidentId incident, FalseAlarmCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();
}
