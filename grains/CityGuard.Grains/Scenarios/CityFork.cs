using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Readiness;
using CityGuard.Grains.Roads;
using CityGuard.Grains.Sectors;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Grains.Scenarios;

/// <summary>Takes the living city at one moment: where everybody is, what is open, what is ordered, what is closed and who is posted elsewhere. Nothing personal is asked for.</summary>
internal sealed class CityFork(CityIndex index, SectorRound round, IGrainFactory grains, TimeProvider time)
{
    private const int LeastBusySeconds = 60, UnknownOnSceneSeconds = 1200;

    /// <summary>The base, or which sectors did not answer: half a city is not forked.</summary>
    public async Task<(LiveBase? Live, IReadOnlyList<string> Silent)> Take()
    {
        var now = time.GetUtcNow();
        var said = await round.Ask(Enumerable.Range(0, index.SectorCount), async sector => await sector.Census() ?? throw new TimeoutException("its board is rebuilding"));
        if (said.Count < index.SectorCount)
            return (null, [.. Enumerable.Range(0, index.SectorCount).Where(sector => !said.ContainsKey(sector)).Select(sector => index.SectorIds[sector])]);
        var roads = await grains.GetGrain<IRoadsGrain>(index.City.Areas[0].Id.Value).View();
        var posts = index.Posts.Now;
        var sectors = said.OrderBy(s => s.Key).ToArray();
        var lines = sectors.SelectMany(s => s.Value.Open).DistinctBy(line => line.Id).ToDictionary(line => line.Id);
        return (new LiveBase(
            now,
            [.. sectors.SelectMany(s => s.Value.OnDuty).DistinctBy(one => one.Responder).OrderBy(one => one.Responder).Select(one => Responder(one, lines, now))],
            [.. lines.Values.Where(Waits).OrderBy(line => line.ReceivedAt).ThenBy(line => line.Id.Value, StringComparer.Ordinal).Select(Incident).OfType<LiveIncident>()],
            sectors.Where(s => s.Value.Duty.Rank > 0).ToDictionary(s => index.SectorIds[s.Key], s => s.Value.Duty.Level),
            [.. roads.Restrictions.Select(r => new RoadEdit(r.Street, r.Area, r.Factor))],
            Enumerable.Range(0, posts.Place.Length).Where(r => posts.Place[r] != index.City.Responders[r].Post).ToDictionary(r => index.City.Responders[r].Id.Value, r => posts.Place[r])), []);
    }

    /// <summary>Nobody is on it and nobody has been: whoever holds one is busy with it until he is done.</summary>
    private static bool Waits(IncidentLine line) => line is { State: IncidentState.Open, Responders.Count: 0 };

    private LiveIncident? Incident(IncidentLine line) => index.City.Locator.TryLocate(line.Place, out var cell)
        ? new LiveIncident(line.Type, line.Severity, index.City.Cells.Id(cell).Value, line.Target?.Value)
        : null;

    /// <summary>Held ones are expected to be held for as long as the time on scene of its type has on average, less what has passed since it was received.</summary>
    private LiveResponder Responder(OnDuty one, Dictionary<IncidentId, IncidentLine> lines, DateTimeOffset now)
    {
        var (id, cell) = (index.City.Responders[one.Responder].Id.Value, index.City.Cells.Id(one.Cell).Value);
        if (one.Incident is not { } held)
            return new LiveResponder(id, cell);
        if (!lines.TryGetValue(held, out var line))
            return new LiveResponder(id, cell, IncidentSeverity.Medium, UnknownOnSceneSeconds);
        var mean = index.City.Demand.Mix.Where(mix => mix.Type == line.Type).Select(mix => (int?)mix.OnSceneSeconds).FirstOrDefault() ?? UnknownOnSceneSeconds;
        return new LiveResponder(id, cell, line.Severity, Math.Max(LeastBusySeconds, mean - (int)(now - line.ReceivedAt).TotalSeconds));
    }
}
