using System.Diagnostics;
using CityGuard.Abstractions.Duty;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Domain.Areas;
using CityGuard.Grains.Cells;
using CityGuard.Grains.Duty;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Sectors;
using CityGuard.Grains.Targets;

namespace CityGuard.Benchmarks.Live;

/// <summary>
/// A duty level is ordered for the district whose size is nearest to 2,500 cells, and ended again. The time runs from the command at the Front until
/// every cell, target, responder and board of the district, each asked itself, has answered with that change or a later one. Whoever has not is asked again.
/// </summary>
internal static class DutyChange
{
    private const int Cells = 2_500, Changes = 10, InFlight = 256;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static async Task Run(Report report, LiveCity live)
    {
        var district = Enumerable.Range(0, live.City.Areas.Length).Where(a => live.City.Areas[a].Kind == AreaKind.District).MinBy(a => Math.Abs(Sectors(live, a).Sum(s => s.Count) - Cells));
        var (id, actors) = (live.City.Areas[district].Id.Value, Actors(live, district).ToArray());
        Report.Say($"duty: {id}, {Sectors(live, district).Sum(s => s.Count):N0} cells, {actors.Length:N0} actors asked");
        var taken = new List<double>();
        for (var change = 1; change <= Changes; change++)
        {
            var clock = Stopwatch.StartNew();
            var answer = change % 2 == 1
                ? await live.Duty.Set(live.Caller, id, new DutyCommand("1", "benchmark", TimeProvider.System.GetUtcNow().AddHours(1), "measured"))
                : await live.Duty.End(live.Caller, id, new EndDutyCommand("measured"));
            if (!answer.IsOk)
                throw new InvalidOperationException(answer.Refusal!.Reason);
            await UntilAllSay(actors, change, clock);
            taken.Add(clock.Elapsed.TotalMilliseconds);
        }

        taken.Sort();
        Report.Say($"duty: {Changes} changes, median {taken[Changes / 2]:N0} ms");
        report.AtMost("duty_change_ms", taken[^1], "ms", 2_000);
    }

    private static async Task UntilAllSay(Func<Task<long>>[] actors, long version, Stopwatch clock)
    {
        for (var left = actors; left.Length > 0;)
        {
            if (clock.Elapsed > Longest)
                throw new TimeoutException($"{left.Length:N0} of {actors.Length:N0} actors do not know change {version} after {Longest}");
            var behind = new List<Func<Task<long>>>();
            await Parallel.ForEachAsync(left, new ParallelOptions { MaxDegreeOfParallelism = InFlight }, async (ask, _) =>
            {
                if (await ask() >= version)
                    return;
                lock (behind)
                    behind.Add(ask);
            });
            left = [.. behind];
        }
    }

    private static IEnumerable<Func<Task<long>>> Actors(LiveCity live, int district)
    {
        var city = live.City;
        var cells = Sectors(live, district).SelectMany(s => Enumerable.Range(s.First, s.Count)).ToHashSet();
        var boards = Sectors(live, district).Select(s => live.Grains.GetGrain<ISectorGrain>(city.Areas[s.Area].Id.Value));
        var below = cells.Select(c => (IUnderDuty)live.Grains.GetGrain<ICellGrain>(city.Cells.Id(c).Value))
            .Concat(city.Targets.Where(t => In(t.Cell.Value)).Select(t => live.Grains.GetGrain<IKeyTargetGrain>(t.Id.Value)))
            .Concat(city.Responders.Where(r => In(r.Cell.Value)).Select(r => live.Grains.Responder(r.Id)));
        return boards.Select(Func<Task<long>> (board) => async () => (await board.DutyNow()).Stamp).Concat(below.Select(Func<Task<long>> (actor) => async () => (await actor.DutyNow()).Stamp));

        bool In(string cell) => city.TryCell(cell, out var at) && cells.Contains(at);
    }

    private static IEnumerable<Cities.SectorRange> Sectors(LiveCity live, int district)
        => live.City.Cells.Sectors.Where(s => live.City.Areas[s.Area].Parent == live.City.Areas[district].Id);
}
