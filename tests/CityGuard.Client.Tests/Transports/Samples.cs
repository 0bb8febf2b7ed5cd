using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Client.Tests.Transports;

internal static class Samples
{
    public static readonly DateTimeOffset At = new(2026, 3, 1, 8, 0, 0, TimeSpan.FromHours(8));

    public static readonly IncidentId Incident = IncidentId.Parse("i-AAAAAAAAAAAAAAAAAAAAAA");

    public static readonly ResponderId Patrol = ResponderId.Parse("p-C-0042");

    public static IncidentReport Report(string sourceId = "1") => new("110", sourceId, "theft", IncidentSeverity.High, new Location(Lat: 23.1, Lon: 113.3), At);

    public static Order Order(long epoch, bool recall = false, ResponderId? responder = null)
        => new(epoch, responder ?? Patrol, Incident, OperationId.Parse("o-1"), epoch, recall, "theft", IncidentSeverity.High, "first", new GeoPoint(113.3, 23.1), 60, At);

    public static CityGuardClientOptions Options(HttpMessageHandler? handler = null) => new()
    {
        BaseAddress = new Uri("http://city.test"),
        ApiKey = "cg_key",
        HttpHandler = handler,
        RetryDelay = TimeSpan.FromMilliseconds(1),
        MaxRetryDelay = TimeSpan.FromMilliseconds(1),
    };
}
