using CityGuard.Abstractions.Deployments;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Deployments;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Scenarios;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Scenarios;
using CityGuard.Simulation.Reports;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Grains.Front;

/// <summary>Works out what adopting a scenario would change in the living city.</summary>
internal sealed class Adoptions(CityIndex index, CityFork fork, PreparedRuns runs)
{
    /// <summary>The posts that would move, as a command.</summary>
    public static MovePostsCommand Command(KeptScenario kept, AdoptScenarioCommand given, string command) => new(
        given.Why,
        [.. Adoption.Of(Read(kept)).Moves.Select(move => new PostMove(ResponderId.Parse(move.Key), move.Value))],
        given.Count,
        $"{kept.Line.Name}, version {kept.Line.Version}",
        command);

    /// <summary>What would change; null while not every board answers.</summary>
    public async Task<AdoptionView?> View(KeptScenario kept)
    {
        var count = index.Posts.Now.Count;
        if ((await fork.Take()).Live is not { } live)
            return null;
        var adoption = Adoption.Of(Read(kept));
        return await runs.Pool.Run(() =>
        {
            var now = new Scenario("now", index.City.Manifest.Hash) { Live = live };
            var posts = new Dictionary<string, GeoPoint>(live.Posts ?? new Dictionary<string, GeoPoint>());
            foreach (var (who, to) in adoption.Moves)
                posts[who] = to;
            var then = now with { Name = "then", Live = live with { Posts = posts } };
            return View(new ScenarioRef(kept.Line.Id, kept.Line.Version), count, adoption, BoardForecast.Of(runs.City, now).Cells, BoardForecast.Of(runs.City, then).Cells);
        });
    }

    private AdoptionView View(ScenarioRef scenario, int count, Adoption adoption, IReadOnlyList<ReadinessLevel> now, IReadOnlyList<ReadinessLevel> then)
    {
        AdoptedMove[] moves = [.. adoption.Moves.Select(move => Move(move.Key, move.Value)).OfType<AdoptedMove>()];
        var sectors = moves.SelectMany(move => new[] { move.FromSector, move.ToSector }).Concat(Enumerable.Range(0, now.Count).Where(cell => now[cell] != then[cell]).Select(SectorOf)).Distinct();
        return new AdoptionView(
            scenario,
            count,
            moves,
            [.. adoption.Left.Select(left => left.ToString())],
            [.. Enum.GetValues<ReadinessLevel>().Select(level => new LevelShift(level, now.Count(l => l == level), then.Count(l => l == level))).Where(shift => shift.Now + shift.Then > 0)],
            Enumerable.Range(0, now.Count).Count(cell => then[cell] < now[cell]),
            Enumerable.Range(0, now.Count).Count(cell => then[cell] > now[cell]),
            [.. sectors.OrderBy(sector => sector.Value, StringComparer.Ordinal).Select(sector => new SectorShift(
                sector,
                moves.Count(move => move.FromSector == sector && move.ToSector != sector),
                moves.Count(move => move.ToSector == sector && move.FromSector != sector),
                Enumerable.Range(0, now.Count).Count(cell => then[cell] < now[cell] && SectorOf(cell) == sector),
                Enumerable.Range(0, now.Count).Count(cell => then[cell] > now[cell] && SectorOf(cell) == sector)))]);
    }

    private AdoptedMove? Move(string who, GeoPoint to)
        => index.City.TryResponder(who, out var responder) && index.City.Locator.TryLocate(to, out var cell)
            ? new AdoptedMove(ResponderId.Parse(who), index.City.Responders[responder].Kind, index.Posts.Now.Place[responder], to, SectorOf(index.HomeCell(responder)), SectorOf(cell))
            : null;

    private AreaId SectorOf(int cell) => index.City.Areas[index.City.Cells.Sectors[index.City.Cells.Sector[cell]].Area].Id;

    private static Scenario Read(KeptScenario kept) => ScenarioJson.Read(ScenarioText.Unpack(kept.Packed));
}
