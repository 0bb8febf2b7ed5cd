using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

namespace CityGuard.Web.Tests.Fakes;

/// <summary>Views of the small city at one moment.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static ReadinessSummary Summary(string area = "city-small", IReadOnlyList<ReadinessSummary>? children = null, double met = 90, double dark = 10, DispatchMode mode = DispatchMode.Automatic, int late = 1)
    {
        var known = new SmallCity().City.Areas.Single(a => a.Id.Value == area);
        return new ReadinessSummary(
            known,
            [new LevelCount(ReadinessLevel.Met, 3, met, 1), new LevelCount(ReadinessLevel.Dark, 1, dark, 0)],
            [new Strength("patrolGroup", 1200, 1180, 40), new Strength("emergencyUnit", 300, 290, 2)],
            OpenIncidents: 7,
            LateIncidents: late,
            mode == DispatchMode.Automatic,
            [],
            Now.AddSeconds(-2),
            children ?? [],
            [mode]);
    }

    public static IncidentLine Line(char mark, IncidentSeverity severity, int ageSeconds, bool late = false)
        => new(Id(mark), "theft", severity, IncidentState.Dispatched, new GeoPoint(113, 23), AreaId.Parse("s-01-01"), Now.AddSeconds(-ageSeconds), late, [ResponderId.Parse("p-C-0001")]);

    public static IncidentId Id(char mark) => IncidentId.Parse("i-" + new string(mark, 22));

    public static FragileTarget Thin()
        => new(TargetId.Parse("t-0001"), new BilingualName("第一小学", "First School"), TargetGrade.One, ReadinessLevel.Thin, Now.AddSeconds(-30), ResponderId.Parse("p-C-0001"), "越秀巡01", [], AreaId.Parse("s-01-01"));

    public static FragileTarget Incomplete()
        => Thin() with { Target = TargetId.Parse("t-0002"), Level = ReadinessLevel.Incomplete, Sole = null, SoleCallSign = null, MissingKinds = ["emergencyUnit"] };

    public static CircleView Circle() => new(
        "c-00001",
        null,
        ReadinessLevel.Thin,
        Now.AddMinutes(-3),
        new ResponseStandard("urban", new BilingualName("城区", "Urban"), [new ResponseRing(300, ["patrolGroup"], 1, 1)], 900),
        TargetId.Parse("t-0001"),
        [new Reacher(ResponderId.Parse("p-C-0001"), "越秀巡01", "patrolGroup", 141.4, true), new Reacher(ResponderId.Parse("u-A-00001"), "学校01", "emergencyUnit", 420, false)],
        ResponderId.Parse("p-C-0001"),
        [],
        Now);

    public static IncidentView Incident() => new(
        Id('a'),
        5,
        IncidentState.Dispatched,
        "theft",
        IncidentSeverity.High,
        new GeoPoint(113, 23),
        CellId.Parse("c-00001"),
        AreaId.Parse("s-01-01"),
        null,
        new IncidentTimes(Now, Now, Now.AddSeconds(1)),
        "urgent",
        null,
        [new AssignmentView(OperationId.Parse("o-1"), ResponderId.Parse("p-C-0001"), "first", AssignmentState.Granted, 3, null, Now, Now, Now.AddSeconds(4), null, null, null, null, null)],
        [new DecisionView(Now, "first", "reported", [ResponderId.Parse("p-C-0001")], [new CandidateView(ResponderId.Parse("p-C-0001"), "patrolGroup", 95, "chosen"), new CandidateView(ResponderId.Parse("u-A-00001"), "emergencyUnit", 12, "elsewhere")], new Dictionary<string, int> { ["busy"] = 2 })]);

    public static ResponderView Responder() => new(
        ResponderId.Parse("p-C-0001"), "patrolGroup", "C", "越秀巡01", ResponderStatus.EnRoute, 3, null, null, new GeoPoint(113, 23), Now, CellId.Parse("c-00001"), AreaId.Parse("s-01-01"), [], null);
}
