using CityGuard.Domain.Areas;
using CityGuard.Domain.Targets;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Generate;

public sealed class GuangzhouCountsTests(FullGuangzhou full)
{
    private CityModel City => full.City;

    [Theory]
    [InlineData(AreaKind.District, 11)]
    [InlineData(AreaKind.Sector, 178)]
    [InlineData(AreaKind.Street, 178)]
    [InlineData(AreaKind.Beat, 1_791)]
    [InlineData(AreaKind.Community, 2_759)]
    public void Both_trees_have_the_numbers_of_the_papers(AreaKind kind, int count) => City.Areas.Count(a => a.Kind == kind).ShouldBe(count);

    [Fact]
    public void Cells_are_20_000_in_one_run_for_each_sector()
    {
        City.Cells.Count.ShouldBe(20_000);
        City.Cells.Ids[0].Value.ShouldBe("c-00001");
        var next = 0;
        foreach (var range in City.Cells.Sectors)
        {
            range.First.ShouldBe(next);
            next += range.Count;
        }

        next.ShouldBe(20_000);
    }

    [Theory]
    [InlineData("A", 6_079)]
    [InlineData("B", 5_518)]
    [InlineData("C", 4_887)]
    [InlineData("D", 6_785)]
    public void Minimal_units_keep_the_proportions_of_the_papers(string rank, int count)
        => City.Responders.Count(r => r.Kind == "emergencyUnit" && r.Class == rank).ShouldBe(count);

    [Fact]
    public void Forces_that_drive_are_about_two_thousand()
    {
        City.Responders.Count(r => r.Kind == "patrolGroup").ShouldBe(1_850);
        City.Responders.Count(r => r.Kind == "specialPolice").ShouldBe(60);
        City.Responders.Count(r => r.Kind == "stationForce").ShouldBe(178);
    }

    [Fact]
    public void Key_targets_are_five_thousand_and_every_grave_one_has_its_unit()
    {
        City.Targets.Length.ShouldBe(5_000);
        var guarded = City.Responders.Where(r => r.Premises is not null).Select(r => r.Premises!.Value).ToHashSet();
        City.Targets.Where(t => t.Grade == TargetGrade.One).ShouldAllBe(t => guarded.Contains(t.Id));
    }

    [Fact]
    public void Five_neighbour_cities_may_be_asked_each_by_its_own_gate_at_the_edge_of_the_city()
    {
        City.Rules.Partners.Select(p => p.Id).ShouldBe(["foshan", "dongguan", "qingyuan", "huizhou", "zhongshan"]);
        City.Rules.Partners.Select(p => p.Gate).Distinct().Count().ShouldBe(5);
        City.Rules.Partners.Select(p => City.Cells.Sectors[City.Cells.Sector[City.TryCell(p.Gate.Value, out var gate) ? gate : -1]].District).Distinct().Count().ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Residents_add_to_the_census() => City.Cells.Residents.Sum(r => (double)r).ShouldBe(18_676_605);

    [Fact]
    public void Every_identifier_is_used_once()
    {
        City.Responders.Select(r => r.Id).ShouldBeUnique();
        City.Targets.Select(t => t.Id).ShouldBeUnique();
        City.Areas.Select(a => a.Id).ShouldBeUnique();
        City.Cells.Ids.ShouldBeUnique();
    }
}
