using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Front;

/// <summary>Bad input is told why, and changes nothing.</summary>
[Collection(nameof(OneCity))]
public sealed class BadReportTests(City city)
{
    private static readonly IncidentReport Good = City.Theft("never opened");

    public static TheoryData<string, RefusalCode> Reports => new()
    {
        { "no source", RefusalCode.Malformed },
        { "long source", RefusalCode.TooLarge },
        { "control character", RefusalCode.Malformed },
        { "unknown type", RefusalCode.Unprocessable },
        { "no such severity", RefusalCode.Malformed },
        { "future", RefusalCode.Unprocessable },
        { "long description", RefusalCode.TooLarge },
        { "NaN", RefusalCode.Malformed },
        { "out of range", RefusalCode.Malformed },
        { "unknown crs", RefusalCode.Malformed },
        { "half a point", RefusalCode.Malformed },
        { "nowhere", RefusalCode.Malformed },
        { "twice somewhere", RefusalCode.Malformed },
        { "outside", RefusalCode.Unprocessable },
        { "unknown cell", RefusalCode.Unprocessable },
        { "unknown target", RefusalCode.Unprocessable },
    };

    [Theory, MemberData(nameof(Reports))]
    public async Task A_bad_report_is_refused_with_a_reason(string fault, RefusalCode code)
    {
        var refusal = (await city.Incidents.Report(OpenDoor.Key, Broken(fault))).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(code);
        refusal.Reason.Length.ShouldBeGreaterThan(10);
        (await city.Incidents.Get(OpenDoor.Key, IncidentReports.IdOf(Good.Source, Good.SourceId).Value)).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
    }

    [Fact]
    public async Task Other_reference_systems_are_converted()
    {
        var centre = city.Model.Cells.Centres[20];
        var gcj = Domain.Geography.ChinaDatum.Gcj02FromWgs84(centre);
        var id = await city.Report(Good with { SourceId = "gcj", Type = "fraud", Location = new Location(gcj.Lat, gcj.Lon, "GCJ02") });
        (await city.View(id)).Place.MetresTo(centre).ShouldBeLessThan(1);
    }

    [Fact]
    public async Task Each_door_asks_for_its_scope()
    {
        (await city.Incidents.Report(new("read"), Good)).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await city.Incidents.Report(new("wrong"), Good)).Refusal!.Code.ShouldBe(RefusalCode.Unauthenticated);
        (await city.Incidents.Get(new("ingest"), "i-x")).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await city.Incidents.Close(new("ingest"), "i-x", new CloseCommand("no"))).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await city.Incidents.Open(new("command"), "city-sample", 10)).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
    }

    [Fact]
    public async Task Commands_to_what_is_not_there_are_refused()
    {
        (await city.Incidents.Get(OpenDoor.Key, "i-nonsense")).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await city.Incidents.Close(OpenDoor.Key, IncidentReports.IdOf("no", "one").Value, new CloseCommand("no"))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await city.Incidents.Close(OpenDoor.Key, "i-nonsense", new CloseCommand(""))).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await city.Incidents.Open(OpenDoor.Key, "d-99", 10)).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await city.Incidents.Open(OpenDoor.Key, "d-01", 0)).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
    }

    [Theory]
    [InlineData("city-sample")]
    [InlineData("d-01")]
    [InlineData("s-01-01")]
    [InlineData("m-01-01-1")]
    public async Task Open_incidents_are_listed_up_and_down_both_trees(string area)
    {
        var cell = city.Model.Cells.Ids[city.Model.Cells.Community.Index().First(c => city.Model.Areas[c.Item].Id.Value == "m-01-01-1").Index];
        await city.Fresh();
        var view = await city.UntilAssigned(await city.Report(City.Theft($"listed-{area}", cell.Value)));
        IReadOnlyList<IncidentLine> lines = [];
        await Eventually.Holds(
            async () => (lines = (await city.Incidents.Open(OpenDoor.Key, area, 100)).Value.ShouldNotBeNull()).Any(line => line.Id == view.Id),
            () => $"{lines.Count} others are listed");
        await city.Finish(view.Id);
    }

    private static IncidentReport Broken(string fault) => fault switch
    {
        "no source" => Good with { Source = "" },
        "long source" => Good with { Source = new string('x', 101) },
        "control character" => Good with { SourceId = "a\0b" },
        "unknown type" => Good with { Type = "dragons" },
        "no such severity" => Good with { Severity = (IncidentSeverity)9 },
        "future" => Good with { OccurredAt = TimeProvider.System.GetUtcNow().AddMinutes(1) },
        "long description" => Good with { Description = new string('x', 4_001) },
        "NaN" => Good with { Location = new Location(double.NaN, 113) },
        "out of range" => Good with { Location = new Location(91, 113) },
        "unknown crs" => Good with { Location = new Location(23, 113, "MARS") },
        "half a point" => Good with { Location = new Location(Lat: 23) },
        "nowhere" => Good with { Location = new Location() },
        "twice somewhere" => Good with { Location = new Location(Cell: "c-00001", Target: "t-0001") },
        "outside" => Good with { Location = new Location(1, 1) },
        "unknown cell" => Good with { Location = new Location(Cell: "c-99999") },
        _ => Good with { Location = new Location(Target: "t-99999") },
    };
}
