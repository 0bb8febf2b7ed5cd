using System.Collections.Immutable;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

namespace CityGuard.Cities.Sample;

/// <summary>Key targets and responders, spread over the cells by a stride that the seed shifts.</summary>
internal static class SampleForces
{
    private const int TargetCount = 40, UnitCount = 60, UnitsOnTargets = 45, PatrolCount = 30;
    private static readonly (string Trade, string Zh, string En, TargetGrade Grade)[] _trades =
    [
        ("school", "样例中学", "Sample School", TargetGrade.One),
        ("mall", "样例商场", "Sample Mall", TargetGrade.Three),
        ("hospital", "样例医院", "Sample Hospital", TargetGrade.Two),
        ("market", "样例市场", "Sample Market", TargetGrade.Three),
        ("hub", "样例枢纽", "Sample Hub", TargetGrade.One),
        ("enterprise", "样例企业", "Sample Works", TargetGrade.Three),
        ("venue", "样例体育馆", "Sample Arena", TargetGrade.Two),
        ("kindergarten", "样例幼儿园", "Sample Kindergarten", TargetGrade.Three),
    ];

    public static ImmutableArray<KeyTargetProfile> Targets(CellTable cells, int seed)
    {
        var targets = ImmutableArray.CreateBuilder<KeyTargetProfile>(TargetCount);
        for (var i = 0; i < TargetCount; i++)
        {
            var (trade, zh, en, grade) = _trades[i % _trades.Length];
            var cell = Spread(i, TargetCount, seed, cells.Count);
            targets.Add(new KeyTargetProfile(
                TargetId.Parse($"t-{i + 1:0000}"),
                new BilingualName($"{zh} {i + 1}", $"{en} {i + 1}"),
                trade,
                grade,
                grade switch { TargetGrade.One => "circle-1", TargetGrade.Two => "circle-3", _ => "circle-5" },
                Near(cells.Centres[cell], 60, 40),
                cells.Ids[cell],
                trade is "school" or "kindergarten" ? SchoolHours : OpeningHours.Always));
        }

        return targets.MoveToImmutable();
    }

    public static ImmutableArray<ResponderProfile> Responders(CellTable cells, ImmutableArray<KeyTargetProfile> targets, int seed)
        => [.. Units(cells, targets, seed), .. Patrols(cells, seed), .. SpecialPolice(cells), .. Stations(cells)];

    private static OpeningHours SchoolHours { get; } = new([.. Enumerable.Range(0, 5).Select(day => new MinuteSpan((day * 1440) + (7 * 60), (day * 1440) + (18 * 60)))]);

    private static IEnumerable<ResponderProfile> Units(CellTable cells, ImmutableArray<KeyTargetProfile> targets, int seed)
    {
        for (var i = 0; i < UnitCount; i++)
        {
            var target = i < UnitsOnTargets ? targets[i % TargetCount] : null;
            var cell = target is null ? Spread(i, UnitCount, seed + 7, cells.Count) : Array.IndexOf([.. cells.Ids], target.Cell);
            var grade = target?.Trade switch
            {
                "school" or "kindergarten" or "hospital" => "A",
                "enterprise" => "C",
                null => i % 2 == 0 ? "C" : "D",
                _ => "B",
            };
            yield return new ResponderProfile(
                ResponderId.Parse($"u-{grade}-{i + 1:00000}"), "emergencyUnit", grade, $"单元{grade}{i + 1:000}", ["firstAid"],
                target?.Place ?? cells.Centres[cell], cells.Ids[cell], target?.Id, 10 + (i % 6));
        }
    }

    private static IEnumerable<ResponderProfile> Patrols(CellTable cells, int seed)
    {
        for (var i = 0; i < PatrolCount; i++)
        {
            var cell = Spread(i, PatrolCount, seed + 3, cells.Count);
            yield return new ResponderProfile(
                ResponderId.Parse($"p-C-{i + 1:0000}"), "patrolGroup", "C", $"巡{i + 1:00}", i % 3 == 0 ? ["traffic"] : [],
                cells.Centres[cell], cells.Ids[cell], null, 15);
        }
    }

    private static IEnumerable<ResponderProfile> SpecialPolice(CellTable cells)
    {
        for (var i = 0; i < 2; i++)
        {
            var cell = (i * 120) + 68; // the middle sector of each district
            yield return new ResponderProfile(
                ResponderId.Parse($"x-{i + 1:0000}"), "specialPolice", "", $"特警{i + 1}", ["armed", "riotControl"],
                cells.Centres[cell], cells.Ids[cell], null, 40);
        }
    }

    private static IEnumerable<ResponderProfile> Stations(CellTable cells)
    {
        for (var i = 0; i < cells.Sectors.Length; i++)
        {
            var cell = cells.Sectors[i].First + 12;
            yield return new ResponderProfile(
                ResponderId.Parse($"f-{i + 1:0000}"), "stationForce", "", $"所{i + 1}", ["firstAid", "negotiation"],
                cells.Centres[cell], cells.Ids[cell], null, 60);
        }
    }

    private static int Spread(int i, int count, int seed, int cells) => ((i * cells / count) + (Math.Abs(seed) * 37)) % cells;

    private static GeoPoint Near(GeoPoint point, double east, double north)
        => new(point.Lon + (east / (Outline.MetresPerDegree * Math.Cos(double.DegreesToRadians(point.Lat)))), point.Lat + (north / Outline.MetresPerDegree));
}
