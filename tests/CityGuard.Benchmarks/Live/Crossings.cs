using System.Diagnostics;
using CityGuard.Abstractions.Responders;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities;
using CityGuard.Grains.Sectors;

namespace CityGuard.Benchmarks.Live;

/// <summary>
/// Positions enter at the Front as fast as it takes them, each patrol's in another cell than its one before, and only what was accepted as
/// that is counted as a crossing.
/// Afterwards every board is evaluated again from nothing and must say the same.
/// </summary>
internal static class Crossings
{
    private const int Senders = 16, Batch = 100;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3), During = TimeSpan.FromSeconds(15);

    public static async Task Run(Report report, LiveCity live)
    {
        var patrols = Patrols(live).Where(r => HasTwoCells(live.City, r)).ToList();
        var city = live.City;
        var clock = Stopwatch.StartNew();
        long crossed = 0;
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(s => Task.Run(async () =>
        {
            var mine = patrols.Where((_, i) => i % Senders == s).ToArray();
            var turns = new int[mine.Length];
            for (var round = 0; clock.Elapsed < WarmUp + During; round++)
            {
                var now = TimeProvider.System.GetUtcNow();
                // Each patrol once a batch: two positions of one patrol with the same time would be one.
                var batch = Enumerable.Range(0, Math.Min(Batch, mine.Length)).Select(k => ((round * Batch) + k) % mine.Length).ToList();
                var positions = batch.Select(k => Position(city, mine[k], turns[k], now)).ToList();
                var answer = await live.Responders.ReportPositions(live.Caller, positions);
                if (!answer.IsOk)
                    throw new InvalidOperationException(answer.Refusal!.Reason);
                var refused = answer.Value!.Rejected.Select(r => r.Index).ToHashSet();
                var crossings = 0;
                for (var i = 0; i < batch.Count; i++)
                    if (!refused.Contains(i) && turns[batch[i]]++ > 0)
                        crossings++; // the first only brings it here
                if (clock.Elapsed > WarmUp && clock.Elapsed <= WarmUp + During)
                    Interlocked.Add(ref crossed, crossings);
            }
        })));
        report.AtLeast("crossings_per_s", crossed / During.TotalSeconds, "1/s", 50_000);
        report.AtMost("board_differences", await Differences(live), "places", 0);
    }

    public static IReadOnlyList<int> Patrols(LiveCity live)
        => [.. Enumerable.Range(0, live.City.Responders.Length).Where(r => live.City.Rules.Kinds.Any(k => k.Patrols && k.Id == live.City.Responders[r].Kind))];

    private static bool HasTwoCells(CityModel city, int responder)
        => city.TryCell(city.Responders[responder].Cell.Value, out var home) && city.Cells.Sectors[city.Cells.Sector[home]].Count > 1;

    // Back and forth between the cell of its post and the next of the same sector.
    private static PositionReport Position(CityModel city, int responder, int turn, DateTimeOffset now)
    {
        var profile = city.Responders[responder];
        city.TryCell(profile.Cell.Value, out var home);
        var range = city.Cells.Sectors[city.Cells.Sector[home]];
        var cell = turn % 2 == 0 ? home : range.First + ((home - range.First + 1) % range.Count);
        var at = city.Cells.Centres[cell];
        return new PositionReport(profile.Id.Value, at.Lat, at.Lon, now);
    }

    private static async Task<int> Differences(LiveCity live)
    {
        var counts = await Task.WhenAll(live.City.Cells.Sectors.Select(async s =>
            (await live.Grains.GetGrain<ISectorGrain>(live.City.Areas[s.Area].Id.Value).Check()).Count));
        return counts.Sum();
    }
}
