using CityGuard.Cities.Generate.Places;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

namespace CityGuard.Cities.Generate.Posts;

/// <summary>
/// 23,269 minimal emergency units. Class C counts 4,887: the papers print 4,487, but only with 4,887 do the four classes add to the stated total.
/// </summary>
internal static class UnitMaker
{
    private static readonly (string Class, int Count, string Zh, string[] Capabilities)[] Classes =
    [
        ("A", 6_079, "重点", ["firstAid"]),
        ("B", 5_518, "商圈", ["firstAid"]),
        ("C", 4_887, "单位", []),
        ("D", 6_785, "社区", []),
    ];

    public static IEnumerable<ResponderProfile> Make(PostMaker maker)
    {
        for (var k = 0; k < Classes.Length; k++)
        {
            var (rank, full, zh, capabilities) = Classes[k];
            var chance = Chance.Of(maker.Options.Seed, "units", k);
            var count = maker.Options.Count(full);
            var number = 0;
            foreach (var place in Guarded(maker, rank).Take(count))
                yield return Unit(place.Cell, place.Spot, place);
            foreach (var cell in Elsewhere(maker, count - number, chance))
                yield return Unit(cell, maker.Sheet.Cells[cell].Site, null);

            ResponderProfile Unit(int cell, Spot spot, Place? premises)
            {
                number++;
                var street = ShortName.Zh(maker.Facts.Streets[maker.Sheet.Cells[cell].Street]);
                return maker.Profile($"u-{rank}-{number:D5}", "emergencyUnit", rank, $"{street}{zh}{rank}{number:D5}", capabilities, cell, spot, 10 + chance.Below(6), premises);
            }
        }
    }

    /// <summary>One unit in every place of the class, then a second in the graver ones, then a third in the gravest.</summary>
    private static IEnumerable<Place> Guarded(PostMaker maker, string rank)
    {
        var own = maker.Places.Where(p => p.UnitClass == rank).OrderBy(p => p.Profile.Grade).ToArray();
        return own.Concat(own.Where(p => p.Profile.Grade <= TargetGrade.Two)).Concat(own.Where(p => p.Profile.Grade == TargetGrade.One));
    }

    private static IEnumerable<int> Elsewhere(PostMaker maker, int count, Chance chance)
    {
        double total = maker.Crowd.Sum(), step = total / Math.Max(1, count), next = step * chance.Unit(), sum = 0;
        var given = 0;
        for (var cell = 0; cell < maker.Crowd.Length; cell++)
            for (sum += maker.Crowd[cell]; next < sum && given < count; next += step, given++)
                yield return cell;
        for (; given < count; given++)
            yield return maker.Crowd.Length - 1;
    }
}
