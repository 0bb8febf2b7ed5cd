using CityGuard.Cities.Generate.Cells;
using CityGuard.Cities.Generate.Places;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

namespace CityGuard.Cities.Generate.Posts;

/// <summary>
/// About 1,850 patrol groups: class C by stations (first beside the gravest places, then spread over where people are), B by districts, A by the city.
/// Out in the country they keep near the seat of their town, as real ones do: far villages wait.
/// </summary>
internal static class PatrolMaker
{
    private const int ClassC = 1_420, ClassB = 310, ClassA = 120;
    private const int TurnoutSeconds = 10;

    /// <summary>The city's own groups keep to where at least so many people live on a km2.</summary>
    private const double CityDensity = 6_000;

    /// <summary>How far from its seat a station posts its groups.</summary>
    private const double StationReach = 2_500;

    public static IEnumerable<ResponderProfile> Make(PostMaker maker)
    {
        var posts = ByStations(maker).Select(p => (Class: "C", p.Cell, p.Spot, p.Number))
            .Concat(Spread(maker, ClassB, "B", c => maker.Facts.Streets[maker.Sheet.Cells[c].Street].District, maker.Facts.Districts.Count, 0))
            .Concat(Spread(maker, ClassA, "A", _ => 0, 1, CityDensity));
        var numbers = new Dictionary<string, int>();
        foreach (var (rank, cell, spot, local) in posts)
        {
            var number = numbers[rank] = numbers.GetValueOrDefault(rank) + 1;
            var street = maker.Facts.Streets[maker.Sheet.Cells[cell].Street];
            var sign = rank switch
            {
                "C" => $"{ShortName.Zh(street)}巡组{local:D2}",
                "B" => $"{ShortName.Zh(maker.Facts.Districts[street.District])}快反{local:D2}",
                _ => $"广州巡特{local:D3}",
            };
            string[] capabilities = rank != "C" ? ["armed", "firstAid", "traffic"] : number % 3 == 0 ? ["firstAid", "traffic"] : ["firstAid"];
            yield return maker.Profile($"p-{rank}-{number:D4}", "patrolGroup", rank, sign, capabilities, cell, spot, TurnoutSeconds);
        }
    }

    private static IEnumerable<(int Cell, Spot Spot, int Number)> ByStations(PostMaker maker)
    {
        var sheet = maker.Sheet;
        var streets = maker.Facts.Streets.Count;
        var near = Enumerable.Range(0, streets).Select(s => Posted(maker, s)).ToArray();
        var counts = Apportion.By(near.Select(cells => cells.Sum(c => maker.Crowd[c]) * Pull(maker, cells)).ToArray(), Math.Max(maker.Options.Count(ClassC), streets), least: 1);
        for (var s = 0; s < streets; s++)
        {
            var number = 0;
            var gravest = maker.Places.Where(p => p.Profile.Grade == TargetGrade.One && sheet.Cells[p.Cell].Street == s).DistinctBy(p => p.Cell).Take(counts[s]).ToArray();
            foreach (var place in gravest)
                yield return (place.Cell, place.Spot, ++number);
            foreach (var cell in Middles(maker, near[s], counts[s] - number, Chance.Of(maker.Options.Seed, "patrols", s)))
                yield return (cell, sheet.Cells[cell].Site, ++number);
        }
    }

    /// <summary>Crowded streets get more groups for the same people, thin ones fewer: groups follow density.</summary>
    private static double Pull(PostMaker maker, int[] cells)
        => Math.Clamp(Math.Pow(cells.Average(c => maker.Sheet.Density[c]) / 12_000, 0.8), 0.22, 1.3);

    private static int[] Posted(PostMaker maker, int street)
    {
        var seat = maker.Facts.Streets[street].Seat;
        var cells = maker.Sheet.OfStreet(street).Where(c => !maker.Sheet.Fringe[c] && maker.Sheet.Cells[c].Site.To(seat) <= StationReach).ToArray();
        return cells.Length > 0 ? cells : [maker.Sheet.OfStreet(street).MinBy(c => maker.Sheet.Cells[c].Site.To(seat))];
    }

    private static IEnumerable<(string Class, int Cell, Spot Spot, int Number)> Spread(PostMaker maker, int full, string rank, Func<int, int> group, int groups, double least)
    {
        var cells = Enumerable.Range(0, groups).Select(_ => new List<int>()).ToArray();
        for (var c = 0; c < maker.Sheet.Cells.Length; c++)
            if (!maker.Sheet.Fringe[c] && maker.Sheet.Density[c] >= least)
                cells[group(c)].Add(c);
        var counts = Apportion.By(cells.Select(g => g.Sum(c => maker.Crowd[c]) * Pull(maker, [.. g])).ToArray(), Math.Max(maker.Options.Count(full), groups), least: 1);
        for (var g = 0; g < groups; g++)
        {
            var number = 0;
            foreach (var cell in Middles(maker, [.. cells[g]], counts[g], Chance.Of(maker.Options.Seed, $"patrols-{rank}", g)))
                yield return (rank, cell, maker.Sheet.Cells[cell].Site, ++number);
        }
    }

    /// <summary>Cuts the cells into parts of equal crowd and posts one group in the middle of each.</summary>
    private static List<int> Middles(PostMaker maker, int[] cells, int count, Chance chance)
    {
        var middles = new List<int>();
        if (count <= 0)
            return middles;
        new Bisection(c => maker.Crowd[c], c => maker.Sheet.Cells[c].Site, chance).Cut(cells.ToArray(), count, part =>
        {
            var own = part.Length > 0 ? part.ToArray() : cells;
            var crowd = own.Sum(c => maker.Crowd[c] + 1);
            var middle = new Spot(own.Sum(c => maker.Sheet.Cells[c].Site.X * (maker.Crowd[c] + 1)) / crowd, own.Sum(c => maker.Sheet.Cells[c].Site.Y * (maker.Crowd[c] + 1)) / crowd);
            middles.Add(own.MinBy(c => maker.Sheet.Cells[c].Site.To(middle)));
        });
        return middles;
    }
}
