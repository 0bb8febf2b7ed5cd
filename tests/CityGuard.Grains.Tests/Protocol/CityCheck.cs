using CityGuard.Domain.Areas.Stocks;
using CityGuard.Domain.Deployments;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Journal.Invariants;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Roads;
using CityGuard.Domain.Scenarios;
using CityGuard.Grains.Tests.Cluster;

namespace CityGuard.Grains.Tests.Protocol;

internal static class CityCheck
{
    /// <summary>What the checker says of all that the city has journaled and that concerns these streams.</summary>
    public static IReadOnlyList<string> Violations(this City city, params string[] about)
    {
        var checker = new InvariantChecker();
        foreach (var (stream, events) in city.Journal.Streams())
        {
            if (IncidentId.TryParse(stream, out var incident))
                checker.Incident(incident, [.. events.Select(e => EventCodec.Incidents.Decode(e.Json)!)]);
            else if (GridEventId.TryParse(stream, out var ticket))
                checker.GridEvent(ticket, [.. events.Select(e => EventCodec.GridEvents.Decode(e.Json)!)]);
            else if (ResponderId.TryParse(stream, out var responder))
                checker.Responder(responder, [.. events.Select(e => EventCodec.Responders.Decode(e.Json)!)]);
            else if (StockStream.TryParse(stream, out var keeper))
                checker.Stock(keeper, [.. events.Select(e => EventCodec.Stocks.Decode(e.Json)!)]);
            else if (RoadStream.Is(stream))
                checker.Roads(stream, [.. events.Select(e => EventCodec.Roads.Decode(e.Json)!)]);
            else if (DeploymentStream.Is(stream))
                checker.Deployment(stream, [.. events.Select(e => EventCodec.Deployments.Decode(e.Json)!)]);
            else if (ScenarioId.IsScenario(stream))
                checker.Scenario(stream, [.. events.Select(e => EventCodec.Scenarios.Decode(e.Json)!)]);
            else if (ScenarioId.IsRun(stream))
                checker.Run(stream, [.. events.Select(e => EventCodec.Runs.Decode(e.Json)!)]);
        }

        return [.. checker.Finish(quiescent: false).Where(line => about.Any(line.Contains))];
    }
}
