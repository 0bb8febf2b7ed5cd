using CityGuard.Cities.Sample;
using CityGuard.Domain.Areas;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Sample;

public sealed class SampleCityTests
{
    private readonly CityModel _city = SampleCity.Build();

    [Fact]
    public void It_has_the_counts_that_its_summary_promises()
    {
        _city.Cells.Count.ShouldBe(240);
        _city.Cells.Sectors.Length.ShouldBe(6);
        _city.Areas.Count(a => a.Kind == AreaKind.District).ShouldBe(2);
        _city.Areas.Count(a => a.Kind == AreaKind.Beat).ShouldBe(12);
        _city.Targets.Length.ShouldBe(40);
        _city.Responders.GroupBy(r => r.Kind).ToDictionary(g => g.Key, g => g.Count()).ShouldBe(
            new Dictionary<string, int> { ["emergencyUnit"] = 60, ["patrolGroup"] = 30, ["specialPolice"] = 2, ["stationForce"] = 6 },
            ignoreOrder: true);
    }

    [Fact]
    public void A_seed_always_makes_the_same_city_and_another_seed_another()
    {
        SampleCity.Build(5).Targets.Select(t => (t.Id, t.Place)).ShouldBe(SampleCity.Build(5).Targets.Select(t => (t.Id, t.Place)));
        SampleCity.Build(6).Targets[0].Cell.ShouldNotBe(SampleCity.Build(5).Targets[0].Cell);
        SampleCity.Build(6).Manifest.Hash.ShouldNotBe(SampleCity.Build(5).Manifest.Hash);
    }

    [Fact]
    public void Areas_of_cells_are_of_the_right_kind_and_family()
    {
        for (var cell = 0; cell < _city.Cells.Count; cell++)
        {
            var sector = _city.Cells.Sectors[_city.Cells.Sector[cell]];
            cell.ShouldBeInRange(sector.First, sector.First + sector.Count - 1);
            _city.Areas[sector.Area].Kind.ShouldBe(AreaKind.Sector);
            _city.Areas[sector.District].Kind.ShouldBe(AreaKind.District);
            _city.Areas[sector.Area].Parent.ShouldBe(_city.Areas[sector.District].Id);
            _city.Areas[_city.Cells.Beat[cell]].Kind.ShouldBe(AreaKind.Beat);
            _city.Areas[_city.Cells.Beat[cell]].Parent.ShouldBe(_city.Areas[sector.Area].Id);
            _city.Areas[_city.Cells.Community[cell]].Kind.ShouldBe(AreaKind.Community);
        }
    }

    [Fact]
    public void Every_responder_and_target_lies_in_the_cell_it_names()
    {
        foreach (var responder in _city.Responders)
        {
            _city.Locator.TryLocate(responder.Post, out var cell).ShouldBeTrue();
            _city.Cells.Id(cell).ShouldBe(responder.Cell);
        }

        foreach (var target in _city.Targets)
        {
            _city.Locator.TryLocate(target.Place, out var cell).ShouldBeTrue();
            _city.Cells.Id(cell).ShouldBe(target.Cell);
        }
    }
}
