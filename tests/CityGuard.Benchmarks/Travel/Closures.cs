using System.Diagnostics;
using CityGuard.Abstractions.Roads;
using CityGuard.Benchmarks.Live;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities;
using CityGuard.Domain.Dispatch;
using CityGuard.Grains.Sectors;

namespace CityGuard.Benchmarks.Travel;

/// <summary>
/// Bridges of the living city are closed and opened again, its field playing. The time runs from the command at the Front until every board
/// of the city, each asked itself, chooses by the new travel times.
/// </summary>
internal static class Closures
{
    private const int Changes = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static async Task Run(Report report, CityModel city, string folder)
    {
        await using var live = await LiveCity.Start(city, folder, field: true);
        var roads = live.Grains.GetGrain<IRoadsFront>(0);
        var boards = city.Cells.Sectors.Select(s => (Board: live.Grains.GetGrain<ISectorGrain>(city.Areas[s.Area].Id.Value), s.First)).ToArray();
        var (taken, standing) = (new List<double>(), "");
        for (var change = 0; change < Changes; change++)
        {
            var clock = Stopwatch.StartNew();
            var answer = standing.Length == 0
                ? await roads.Restrict(live.Caller, new RestrictRoadsCommand("measured", Street: city.Streets[change], Command: $"bench-{change}"))
                : await roads.Release(live.Caller, standing, new ReleaseRoadsCommand("measured"));
            if (!answer.IsOk)
                throw new InvalidOperationException(answer.Refusal!.Reason);
            standing = answer.Value!.Restrictions.SingleOrDefault()?.Id ?? "";
            var wanted = city.Manifest.Hash + (standing.Length == 0 ? "" : "+" + standing);
            await UntilAll(boards, wanted, clock);
            taken.Add(clock.Elapsed.TotalSeconds);
            Report.Say($"{(standing.Length > 0 ? $"closed {city.Streets[change]}" : "opened")}: {taken[^1]:F2} s");
        }

        report.Add("closure_median_s", taken.Order().ElementAt(Changes / 2), "s");
        report.AtMost("closure_s", taken.Max(), "s", 3);
        live.EnsureWatched();
    }

    private static async Task UntilAll((ISectorGrain Board, int First)[] boards, string wanted, Stopwatch clock)
    {
        foreach (var (board, cell) in boards)
        {
            var query = new SelectionQuery(cell, -1, new Requirement(ulong.MaxValue, 0, 1, Domain.Geography.Travel.Beyond), []);
            while ((await board.Select(query))?.RulesVersion != wanted)
            {
                if (clock.Elapsed > Longest)
                    throw new TimeoutException($"a board does not choose by {wanted} after {Longest}");
                await Task.Delay(20);
            }
        }
    }
}
