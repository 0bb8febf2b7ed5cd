using CityGuard.Domain.Incidents;

namespace CityGuard.Storage.Tests.Vault;

internal static class Incidents
{
    public static IncidentId Number(int n) => IncidentId.Parse($"i-{n:D22}");
}
