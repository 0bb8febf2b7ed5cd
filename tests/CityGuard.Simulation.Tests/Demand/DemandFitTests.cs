using CityGuard.Domain.Incidents;
using CityGuard.Simulation.Chance;
using CityGuard.Simulation.Demand;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;
using CityGuard.Simulation.Tests.Engine;
using Shouldly;
using Xunit;

namespace CityGuard.Simulation.Tests.Demand;

public sealed class DemandFitTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 30, 0, 0, 0, TimeSpan.FromHours(8));

    // Few records over many cells, from a city whose calls follow its people: neither the counts alone nor the people alone tell as much as both.
    [Fact]
    public void A_fit_foretells_what_it_has_not_seen_better_than_counts_alone()
    {
        var (demand, _, report) = DemandFit.Fit(PlayedCity.Sample.City, Draw(2_000, hotCell: 77));
        report.Fitted.ShouldBeGreaterThan(report.Raw);
        report.Fitted.ShouldBeGreaterThan(report.Flat);
        report.HeldOut.ShouldBeInRange(300, 700);
        demand.CellShare.Sum().ShouldBe(1, 1e-4);
        demand.HourFactor.Average().ShouldBe(1, 1e-4);
        demand.CallsPerDay.ShouldBe(2_000 / report.Days, 1e-6);
        demand.CellShare.ShouldAllBe(share => share > 0); // a cell that has seen none yet is not impossible
        demand.CellShare.IndexOf(demand.CellShare.Max()).ShouldBe(77);
    }

    [Fact]
    public void Many_records_speak_for_themselves()
    {
        var records = Draw(60_000, hotCell: 77);
        var (demand, _, _) = DemandFit.Fit(PlayedCity.Sample.City, records);
        ((double)demand.CellShare[77]).ShouldBe(records.Count(r => r.Cell == 77) / 60_000.0, 0.003);
    }

    [Fact]
    public void A_fitted_scenario_is_played_with_its_own_calls()
    {
        var (demand, _, report) = DemandFit.Fit(PlayedCity.Sample.City, Draw(5_000, hotCell: 77));
        var scenario = ScenarioJson.Read(ScenarioJson.Write(PlayedCity.Scenario() with { Demand = GivenDemands.Of(demand, PlayedCity.Sample.City) }));
        var tally = PlayedCity.Play(scenario);
        ((double)tally.Count(Dimension.All, 0, Metric.Incidents)).ShouldBe(3 * 5_000 / report.Days, 3 * Math.Sqrt(3 * 5_000 / report.Days) * 1.5);
        tally.CellIncidents[77].ShouldBe(tally.CellIncidents.Max());
    }

    // Thefts by night in one place, robberies by day in another: one shape for both foretells neither.
    [Fact]
    public void Types_that_come_elsewhere_and_at_other_hours_have_shapes_of_their_own_and_are_played_so()
    {
        var city = PlayedCity.Sample.City;
        PastRecord[] records = [.. Draw(3_000, hotCell: 77, "theft", fromHour: 0), .. Draw(2_000, hotCell: 200, "robbery", fromHour: 12)];
        var (demand, shapes, report) = DemandFit.Fit(city, [.. records.OrderBy(r => r.At)]);
        report.ByType.ShouldBeGreaterThan(report.Fitted);
        shapes.Select(s => s.Type).ShouldBe(["robbery", "theft"]);
        shapes[1].CellShare.Index().MaxBy(share => share.Item).Index.ShouldBe(77);
        shapes[1].HourFactor.Take(12).Min().ShouldBeGreaterThan(shapes[1].HourFactor.Skip(12).Take(12).Max());
        shapes.ShouldAllBe(s => Math.Abs(s.CellShare.Sum() - 1) < 1e-3 && Math.Abs(s.HourFactor.Average() - 1) < 1e-3);

        var given = GivenDemands.Of(demand, city, shapes);
        var both = ScenarioJson.Read(ScenarioJson.Write(PlayedCity.Scenario() with { Demand = given }));
        var thefts = PlayedCity.Play(both with { Edits = [new DemandEdit(0, ["robbery"])] });
        thefts.CellIncidents[77].ShouldBe(thefts.CellIncidents.Max());
        var robberies = PlayedCity.Play(both with { Edits = [new DemandEdit(0, ["theft"])] });
        robberies.CellIncidents[200].ShouldBe(robberies.CellIncidents.Max());
        Enumerable.Range(0, 168).Where(hour => hour % 24 >= 12).Sum(hour => thefts.Count(Dimension.Hour, hour, Metric.Incidents)).ShouldBeLessThan(thefts.Count(Dimension.All, 0, Metric.Incidents) / 5);

        // How many there are is not changed by where they are, and together they are what the whole says.
        var whole = PlayedCity.Play(both);
        ((double)whole.Count(Dimension.All, 0, Metric.Incidents)).ShouldBe(3 * 5_000 / report.Days, 4 * Math.Sqrt(3 * 5_000 / report.Days));
        var model = PreparedScenario.Make(PlayedCity.Sample, both).World.Weight;
        model.Sum().ShouldBe(1, 1e-3f);
        ((double)model[77]).ShouldBe(records.Count(r => r.Cell == 77) / 5_000.0, 0.02);
    }

    [Fact]
    public void Types_that_come_alike_share_one_shape()
    {
        PastRecord[] records = [.. Draw(4_000, hotCell: 77).Select((r, i) => r with { Type = i % 2 == 0 ? "theft" : "robbery" })];
        var (_, shapes, report) = DemandFit.Fit(PlayedCity.Sample.City, records);
        (shapes.Count > 0).ShouldBe(report.ByType > report.Fitted);
        report.ByType.ShouldBe(report.Fitted, 0.05);
    }

    [Fact]
    public void A_shape_of_a_type_that_never_comes_or_has_one_already_is_refused()
    {
        var (demand, _, _) = DemandFit.Fit(PlayedCity.Sample.City, Draw(100, hotCell: 77));
        var given = GivenDemands.Of(demand, PlayedCity.Sample.City);
        var shape = new TypeShape("theft", given.Cells, given.Hours);
        var scenario = PlayedCity.Scenario() with { Demand = given with { Shapes = [shape, shape, shape with { Type = "robbery" }, shape with { Type = "traffic", Hours = [1] }] } };
        Should.Throw<ScenarioException>(() => PreparedScenario.Make(PlayedCity.Sample, scenario)).Problems.Select(p => p.Path)
            .ShouldBe(["$.demand.shapes[1].type", "$.demand.shapes[2].type", "$.demand.shapes[3].type", "$.demand.shapes[3].hours"]);
    }

    [Fact]
    public void Records_are_read_and_what_is_wrong_is_named_by_its_line()
    {
        var city = PlayedCity.Sample.City;
        var centre = city.Cells.Centres[5];
        var text = FormattableString.Invariant($"time,type,severity,lat,lon,cell,onSceneSeconds\n2026-11-30T08:00:00+08:00,theft,low,{centre.Lat},{centre.Lon},,600\n2026-11-30T07:00:00Z,robbery,HIGH,,,c-00010,\n");
        var records = PastRecords.Read(new StringReader(text), city);
        records.Select(r => (r.Cell, r.OnSceneSeconds)).ShouldBe([(5, 600), (9, null)]);

        var bad = "time,type,severity,cell\n2026-11-30 08:00,theft,low,c-00001\n2026-11-30T08:00:00Z,nonsense,low,c-00001\n2026-11-30T08:00:00Z,theft,huge,c-00001\n2026-11-30T08:00:00Z,theft,low,c-99999\n";
        Should.Throw<ScenarioException>(() => PastRecords.Read(new StringReader(bad), city)).Problems.Select(p => p.Path).ShouldBe(["line 2", "line 3", "line 4", "line 5"]);
        Should.Throw<ScenarioException>(() => PastRecords.Read(new StringReader("a,b\n"), city)).Problems.Single().Path.ShouldBe("line 1");
    }

    private static PastRecord[] Draw(int count, int hotCell, string type = "theft", int? fromHour = null)
    {
        var city = PlayedCity.Sample.City;
        var table = new AliasTable([.. city.Cells.Residents.Select((r, cell) => cell == hotCell ? city.Cells.Residents.Sum() * 0.05 : r * (1 + (0.5 * Math.Sin(cell))))]);
        var key = StreamKey.Of(8, fromHour ?? 0, 0);
        return [.. Enumerable.Range(0, count).Select(i => new PastRecord(
            At(key.Uniform(2 * i) * 28), type, IncidentSeverity.Low, table.Pick(key.Bits((2 * i) + 1)))).OrderBy(r => r.At)];

        // Within half of each day only, when one is named.
        DateTimeOffset At(double day) => fromHour is { } from ? Monday.AddDays(Math.Floor(day)).AddHours(from + ((day - Math.Floor(day)) * 12)) : Monday.AddDays(day);
    }
}
