using CityGuard.Abstractions;
using CityGuard.Abstractions.Duty;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
using CityGuard.Grains.Areas;
using CityGuard.Grains.Cells;
using CityGuard.Grains.Duty;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Sectors;
using CityGuard.Grains.Targets;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Areas;

/// <summary>A level is set on a district: everyone in it hears so, also who was asleep or whose answer was lost, and it ends by itself.</summary>
public sealed class DutyTests : IAsyncLifetime
{
    private const string District = "d-01", Sector = "s-01-01", Elsewhere = "s-02-01", CityArea = "city-sample";
    private readonly ShiftedTime _time = new();
    private readonly City _city;

    public DutyTests() => _city = new City(automatic: true, _time);

    private IDutyFront Duty => _city.Grains.GetGrain<IDutyFront>(0);

    private DateTimeOffset Now => _time.GetUtcNow();

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task A_level_reaches_every_actor_of_the_district_and_none_elsewhere_and_is_ended()
    {
        // One answer of an actor at home is lost; it is told again.
        _city.Wire.LoseAnswers("IUnderDuty.HearDuty", 1);
        var command = Level("2") with { Command = "set-1" };
        var set = (await Duty.Set(OpenDoor.Key, District, command)).Value.ShouldNotBeNull();
        (set.InForce.Level, set.InForce.Order!.Version, set.InForce.Order.By, set.Measures.SignInSeconds).ShouldBe(("2", 1, "tester", 14400));
        await Everyone(Sector, duty => duty.Order is { Version: 1, Level: "2" });
        (await _city.Grains.GetGrain<ISectorGrain>(Elsewhere).DutyNow()).Order.ShouldBeNull();
        (await Duty.Set(OpenDoor.Key, District, command)).Value!.InForce.ShouldBe(set.InForce);
        (await Duty.Set(OpenDoor.Key, District, command with { Level = "1" })).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        _city.Kinds(District).ShouldBe(["DutySet"]);

        // The lower area stays with the higher level; the view of the district names each sector's own.
        (await Duty.Set(OpenDoor.Key, Sector, Level("1"))).Refusal.ShouldBeNull();
        await Everyone(Sector, duty => duty.Level == "1");
        (await Duty.Duty(OpenDoor.Key, District)).Value!.Sectors.Select(s => s.Duty.Level).Order().ShouldBe(["1", "2", "2"]);

        // After new starts of the area, the board, a responder, a cell and a target each still knows.
        await City.Deactivate(_city.Grains.GetGrain<IAreaGrain>(District));
        await City.Deactivate(_city.Grains.GetGrain<ISectorGrain>(Sector));
        foreach (var actor in AtHome(Sector).Take(3).Concat(AtHome(Sector).TakeLast(1)))
            await City.Deactivate(actor);
        await Everyone(Sector, duty => duty.Level == "1");

        (await Duty.End(OpenDoor.Key, Sector, new EndDutyCommand("over"))).Value!.InForce.Level.ShouldBe("2");
        (await Duty.End(OpenDoor.Key, District, new EndDutyCommand("over", Order: 1))).Value!.InForce.Level.ShouldBe("normal");
        await Everyone(Sector, duty => duty is { Level: "normal", Order: null, Stamp: 4 });
    }

    [Fact]
    public async Task It_draws_circles_closer_asks_for_more_people_and_ends_by_its_clock()
    {
        var before = await Patrols();
        var cell = _city.Model.Cells.Id(_city.Model.Cells.Sectors[0].First).Value;
        var wide = (await Circle(cell)).Standard;
        var starts = Now.AddSeconds(3);
        (await Duty.Set(OpenDoor.Key, CityArea, Level("1") with { From = starts, Until = starts.AddMinutes(10) })).Value!.InForce.Level.ShouldBe("normal");
        await Eventually.Holds(async () => (await Circle(cell)).Duty?.Level == "1", () => "it has not begun by itself");
        Now.ShouldBeGreaterThan(starts);
        await Eventually.Holds(async () => (await Circle(cell)).Standard.Rings[0].Seconds == Math.Ceiling(wide.Rings[0].Seconds * 0.7), () => "the circle is as wide as before");
        await Eventually.Holds(async () => (await Patrols()).Planned > before.Planned, () => "as many are planned as before");
        (await _city.Grains.GetGrain<ISectorGrain>(Sector).Check()).ShouldBeEmpty();
        _time.Shift = TimeSpan.FromMinutes(10);
        await Eventually.Holds(async () => (await Circle(cell)).Standard.Rings[0].Seconds == wide.Rings[0].Seconds, () => "it has not ended by itself");
        await Eventually.Holds(async () => (await Patrols()).Planned == before.Planned, () => "the plan has not fallen back");
        _city.Kinds(CityArea).ShouldBe(["DutySet"]);
    }

    [Fact]
    public async Task Each_measure_is_acknowledged_by_the_stations_below_and_the_district_sees_who_has_not()
    {
        const string Other = "s-01-02";
        (await Duty.Set(OpenDoor.Key, District, Level("1"))).Refusal.ShouldBeNull();
        await Eventually.Holds(async () => (await Owed(District)) == 12, () => "the three stations do not owe their four receipts each");
        var order = AreaId.Parse(District);
        // Who gave the order does not acknowledge it, nor does the district itself, nor one who commands elsewhere; nothing is recorded.
        (await Duty.Acknowledge(OpenDoor.Key, Sector, new AcknowledgeDutyCommand(order, 1))).Refusal!.Holder.ShouldBe("tester");
        (await Duty.Acknowledge(Station, District, new AcknowledgeDutyCommand(order, 1))).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Duty.Acknowledge(new Credential("command@d-01"), District, new AcknowledgeDutyCommand(order, 1))).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await Duty.Acknowledge(new Credential("command@d-02"), Sector, new AcknowledgeDutyCommand(order, 1))).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Duty.Acknowledge(Station, Sector, new AcknowledgeDutyCommand(order, 2))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Duty.Acknowledge(Station, Sector, new AcknowledgeDutyCommand(AreaId.Parse("d-02"), 1))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        _city.Kinds(Sector).ShouldBeEmpty();

        var command = new AcknowledgeDutyCommand(order, 1, [DutyMeasure.Circles], "ack-1");
        (await Duty.Acknowledge(Station, Sector, command)).Value!.Sectors.Single().Receipts.Count(r => r.By is not null).ShouldBe(1);
        (await Duty.Acknowledge(Station, Sector, command)).Refusal.ShouldBeNull();
        (await Duty.Acknowledge(Station, Sector, command with { Command = "ack-2" })).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await Duty.Acknowledge(Station, Sector, new AcknowledgeDutyCommand(order, 1))).Refusal.ShouldBeNull();
        _city.Kinds(Sector).ShouldBe(["DutyAcknowledged", "DutyAcknowledged", "DutyAcknowledged", "DutyAcknowledged"]);
        await Eventually.Holds(async () => (await Owed(District)) == 8, () => "the summary does not know what was acknowledged");

        // The board that starts anew reads what was acknowledged, and so does the area.
        await City.Deactivate(_city.Grains.GetGrain<IAreaGrain>(Sector));
        await City.Deactivate(_city.Grains.GetGrain<ISectorGrain>(Sector));
        await Eventually.Holds(async () => (await Duty.Duty(OpenDoor.Key, District)).Value!.Sectors is { Count: 3 } stations
            && stations.All(s => s.Receipts.Count == 4 && s.Receipts.All(r => r.By is null == (s.Sector.Value != Sector))), () => "the board does not know any more what was acknowledged");
        (await _city.Grains.GetGrain<ISectorGrain>(Other).DutyMeasures()).Receipts.ShouldAllBe(r => r.By == null);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_and_nothing_is_recorded()
    {
        (await Duty.Set(OpenDoor.Key, "m-01-01-1", Level("1"))).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await Duty.Set(OpenDoor.Key, "d-99", Level("1"))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Duty.Set(OpenDoor.Key, District, Level("9"))).Refusal!.Reason.ShouldContain("choose one of");
        (await Duty.Set(OpenDoor.Key, District, Level("1") with { Scenario = new string('x', 101) })).Refusal!.Code.ShouldBe(RefusalCode.TooLarge);
        (await Duty.Set(OpenDoor.Key, District, Level("1") with { Until = Now.AddDays(-1) })).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await Duty.Set(OpenDoor.Key, District, Level("1") with { Until = Now.AddDays(40) })).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await Duty.Set(OpenDoor.Key, District, Level("1") with { Why = "" })).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Duty.Set(new Credential("read"), District, Level("1"))).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Duty.Set(new Credential("command@d-02"), District, Level("1"))).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Duty.End(OpenDoor.Key, District, new EndDutyCommand("over"))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        _city.Kinds(District).ShouldBeEmpty();
    }

    private static readonly Credential Station = new("command@s-01-01");

    private async Task<int> Owed(string area) => (await _city.Grains.GetGrain<IReadinessFront>(0).Summary(OpenDoor.Key, area)).Value!.OwedReceipts;

    private DutyCommand Level(string level) => new(level, "a fair", Now.AddHours(8), "the fair begins");

    private async Task<CircleView> Circle(string cell) => (await _city.Grains.GetGrain<IReadinessFront>(0).Cell(OpenDoor.Key, cell)).Value.ShouldNotBeNull();

    private async Task<Strength> Patrols()
        => (await _city.Grains.GetGrain<IReadinessFront>(0).Summary(OpenDoor.Key, CityArea)).Value!.Strength.Single(s => s.Kind == "patrolGroup");

    private async Task Everyone(string sector, Func<DutyInForce, bool> wanted)
    {
        var last = "";
        await Eventually.Holds(
            async () =>
            {
                var all = await Task.WhenAll(AtHome(sector).Select(async actor => (Actor: actor.GetPrimaryKeyString(), Duty: await actor.DutyNow())).Append(Board()));
                var others = all.Where(a => !wanted(a.Duty)).ToArray();
                last = $"{others.Length} of {all.Length}, e.g. {string.Join(", ", others.Take(3).Append(others.LastOrDefault()).Select(a => $"{a.Actor}: {a.Duty}"))}";
                return others.Length == 0;
            },
            () => last);

        async Task<(string Actor, DutyInForce Duty)> Board() => (sector, await _city.Grains.GetGrain<ISectorGrain>(sector).DutyNow());
    }

    private IUnderDuty[] AtHome(string sector)
    {
        var (index, at) = (TestCity.Index, TestCity.Sector(sector));
        var range = _city.Model.Cells.Sectors[at];
        return
        [
            .. index.Posts.Now.Home(at).Select(r => _city.Grains.Responder(_city.Model.Responders[r].Id)),
            .. Enumerable.Range(range.First, range.Count).Select(c => _city.Grains.GetGrain<ICellGrain>(_city.Model.Cells.Id(c).Value)),
            .. index.Targets(at).ToArray().Select(t => _city.Grains.GetGrain<IKeyTargetGrain>(_city.Model.Targets[t].Id.Value)),
        ];
    }
}
