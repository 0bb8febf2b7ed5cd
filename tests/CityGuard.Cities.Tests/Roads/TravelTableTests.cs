using CityGuard.Cities.Package;
using CityGuard.Cities.Roads;
using CityGuard.Cities.Sample;
using CityGuard.Domain.Geography;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Roads;

public sealed class TravelTableTests
{
    private readonly CityModel _city = SampleCity.Build();

    [Theory]
    [InlineData(900)]
    [InlineData(120)]
    public void Times_equal_a_plain_search_before_rounding(int limitSeconds)
    {
        var table = TravelTableBuilder.Build(_city.Roads, _city.Cells, limitSeconds);
        var inner = CellLegs.Of(_city.Roads, _city.Cells, TravelTableBuilder.DefaultInnerMetresPerSecond).Inner;
        var beyond = 0;
        for (var origin = 0; origin < _city.Cells.Count; origin += 17)
        {
            var plain = PlainDijkstra.Times(_city.Roads, _city.Cells.Node[origin]);
            for (var cell = 0; cell < _city.Cells.Count; cell++)
            {
                var wanted = Math.Max(plain[_city.Cells.Node[cell]], (inner[origin] + inner[cell]) / 2);
                var time = table.Time(origin, cell, _city.Cells);
                time.ShouldBe(wanted <= limitSeconds * 1000 ? Travel.FromSeconds(wanted / 1000.0) : Travel.Beyond);
                beyond += time == Travel.Beyond ? 1 : 0;
            }
        }

        (beyond > 0).ShouldBe(limitSeconds == 120);
    }

    [Fact]
    public void A_row_lists_exactly_the_sectors_with_a_cell_in_reach()
    {
        var table = TravelTableBuilder.Build(_city.Roads, _city.Cells, 100);
        for (var origin = 0; origin < _city.Cells.Count; origin++)
        {
            var reached = table.Sectors(origin).ToArray();
            reached.ShouldBeInOrder();
            for (var sector = 0; sector < _city.Cells.Sectors.Length; sector++)
            {
                var slice = table.Slice(origin, sector);
                slice.IsEmpty.ShouldBe(!reached.Contains((ushort)sector));
                if (slice.IsEmpty)
                    continue;
                slice.Length.ShouldBe(_city.Cells.Sectors[sector].Count);
                slice.ContainsAnyExcept(Travel.Beyond).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Within_a_cell_the_way_is_not_for_nothing()
    {
        // 300 m * 0.5214 * 1.3 at 25 km/h.
        _city.Travel.Time(3, 3, _city.Cells).ShouldBe(Travel.FromSeconds(29.281));
    }

    [Fact]
    public void A_cell_whose_node_lies_outside_it_is_farther_by_the_way_from_there()
    {
        // Cell 1 stands on the node of cell 4, 900 m east: 750 m beyond its own half side, 108 s at 25 km/h.
        var cells = _city.Cells;
        CellLegs.Of(_city.Roads, cells, TravelTableBuilder.DefaultInnerMetresPerSecond).Access.ShouldAllBe(a => a == 0);
        var columns = CellColumns.Of(cells) with { Node = cells.Node.SetItem(1, cells.Node[4]) };
        var moved = columns.With(cells.Centres, cells.Outlines);
        var access = CellLegs.Of(_city.Roads, moved, TravelTableBuilder.DefaultInnerMetresPerSecond).Access[1];
        access.ShouldBeInRange(107_800, 108_200);
        TravelTableBuilder.Build(_city.Roads, moved, 900).Time(1, 4, moved).ShouldBe(Travel.FromSeconds(access / 1000.0));
    }

    [Fact]
    public void Threads_do_not_change_the_table()
    {
        var one = TravelTableBuilder.Build(_city.Roads, _city.Cells, 300, threads: 1);
        var many = TravelTableBuilder.Build(_city.Roads, _city.Cells, 300, threads: 4);
        for (var origin = 0; origin < _city.Cells.Count; origin++)
        {
            many.Sectors(origin).SequenceEqual(one.Sectors(origin)).ShouldBeTrue();
            foreach (var sector in one.Sectors(origin))
                many.Slice(origin, sector).SequenceEqual(one.Slice(origin, sector)).ShouldBeTrue();
        }
    }
}
