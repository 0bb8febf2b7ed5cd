using CityGuard.Domain.Incidents;
using CityGuard.Simulation.Chance;
using CityGuard.Simulation.Demand;
using CityGuard.Simulation.Engine;
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
        var (demand, report) = DemandFit.Fit(PlayedCity.Sample.City, Draw(2_000, hotCell: 77));
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
        var (demand, _) = DemandFit.Fit(PlayedCity.Sample.City, records);
        ((double)demand.CellShare[77]).ShouldBe(records.Count(r => r.Cell == 77) / 60_000.0, 0.003);
    }

    [Fact]
    public void A_fitted_scenario_is_played_with_its_own_calls()
    {
        var (demand, report) = DemandFit.Fit(PlayedCity.Sample.City, Draw(5_000, hotCell: 77));
        var scenario = ScenarioJson.Read(ScenarioJson.Write(PlayedCity.Scenario() with { Demand = GivenDemands.Of(demand, PlayedCity.Sample.City) }));
        var tally = PlayedCity.Play(scenario);
        ((double)tally.Count(Dimension.All, 0, Metric.Incidents)).ShouldBe(3 * 5_000 / report.Days, 3 * Math.Sqrt(3 * 5_000 / report.Days) * 1.5);
        tally.CellIncidents[77].ShouldBe(tally.CellIncidents.Max());
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

    private static PastRecord[] Draw(int count, int hotCell)
    {
        var city = PlayedCity.Sample.City;
        var table = new AliasTable([.. city.Cells.Residents.Select((r, cell) => cell == hotCell ? city.Cells.Residents.Sum() * 0.05 : r * (1 + (0.5 * Math.Sin(cell))))]);
        var key = StreamKey.Of(8, 0, 0);
        return [.. Enumerable.Range(0, count).Select(i => new PastRecord(
            Monday.AddMinutes(key.Uniform(2 * i) * 28 * 1440), "theft", IncidentSeverity.Low, table.Pick(key.Bits((2 * i) + 1)))).OrderBy(r => r.At)];
    }
}
