using System.Collections.Immutable;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;
using CityGuard.Web.Map;

namespace CityGuard.Web.Tests.Fakes;

/// <summary>One district of two sectors, four square cells in a row (two a sector), one street along them, two responders, one target.</summary>
public sealed class SmallCity : ICityMapSource
{
    public static readonly BilingualName CityName = new("小城", "Small City");

    public CityMap City { get; } = new()
    {
        Hash = "abc",
        Name = CityName,
        TimeZone = "Asia/Shanghai",
        Synthetic = ["roads"],
        SouthWest = new GeoPoint(113, 23),
        NorthEast = new GeoPoint(113.04, 23.01),
        Areas =
        [
            new Area(AreaId.Parse("city-small"), AreaKind.City, null, CityName),
            new Area(AreaId.Parse("d-01"), AreaKind.District, AreaId.Parse("city-small"), new BilingualName("东区", "East")),
            new Area(AreaId.Parse("s-01-01"), AreaKind.Sector, AreaId.Parse("d-01"), new BilingualName("一所", "First")),
            new Area(AreaId.Parse("s-01-02"), AreaKind.Sector, AreaId.Parse("d-01"), new BilingualName("二所", "Second")),
            new Area(AreaId.Parse("b-01-01-01"), AreaKind.Beat, AreaId.Parse("s-01-01"), new BilingualName("一所一格", "First, beat 1")),
        ],
        Cells = new CellShapes([.. Enumerable.Range(1, 4).Select(i => CellId.Parse($"c-{i:00000}"))], [.. Enumerable.Range(0, 4).Select(Square)], [2, 2, 3, 3]),
        Roads = new RoadLines(
            Enumerable.Range(0, 4).Select(i => new GeoPoint(113.005 + (i * 0.01), 23.005)).ToArray(),
            new[] { 0, 1, 3, 5, 6 },
            new[] { 1, 0, 2, 1, 3, 2 },
            new byte[] { 1, 1, 1, 1, 3, 3 }),
        Streets = ["东风路", "江湾大桥"],
        Kinds =
        [
            new ResponderKind("patrolGroup", new BilingualName("巡组", "Patrol group"), false, true, 90, null),
            new ResponderKind("emergencyUnit", new BilingualName("最小应急单元", "Emergency unit"), true, false, null, 43_200),
        ],
        Responders = [Responder("p-C-0001", "patrolGroup", "越秀巡01"), Responder("u-A-00001", "emergencyUnit", "学校01")],
        Targets = [new KeyTargetProfile(TargetId.Parse("t-0001"), new BilingualName("第一小学", "First School"), "school", TargetGrade.One, "circle-1", new GeoPoint(113.005, 23.005), CellId.Parse("c-00001"), OpeningHours.Always)],
        Duty = [Level("normal", "常态勤务", "Normal", 0.9), Level("1", "一级勤务", "Level 1", 1) with { Circles = new Dictionary<string, double> { ["circle-5"] = 0.7 }, SignInSeconds = 7200 }],
        IncidentTypes = [new IncidentTypeName("theft", new BilingualName("盗窃", "Theft"))],
    };

    private static DutyMeasures Level(string level, string zh, string en, double patrols) => new(level, new BilingualName(zh, en), new Dictionary<string, double> { ["patrolGroup"] = patrols });

    private static ImmutableArray<GeoPoint> Square(int i)
    {
        double west = 113 + (i * 0.01), east = 113 + ((i + 1) * 0.01);
        return [new(west, 23), new(east, 23), new(east, 23.01), new(west, 23.01), new(west, 23)];
    }

    private static ResponderProfile Responder(string id, string kind, string callSign)
        => new(ResponderId.Parse(id), kind, "C", callSign, [], new GeoPoint(113.005, 23.005), CellId.Parse("c-00001"), null, 15);
}
