using CityGuard.Domain.Geography;
using CityGuard.Web.Map;
using CityGuard.Web.Tests.Fakes;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Map;

public sealed class AreaBordersTests
{
    [Fact]
    public void Borders_are_the_edges_between_areas_and_nothing_inside_one()
    {
        var (district, sector) = Lines();
        sector.ShouldHaveSingleItem().ShouldBe([new(113.02, 23), new(113.02, 23.01)], ignoreOrder: true);
        // The outline is one closed ring of ten edges, wherever it begins.
        var ring = district.SelectMany(line => line).ToHashSet();
        ring.Count.ShouldBe(10);
        district.Sum(line => line.Length - 1).ShouldBe(10);
    }

    [Fact]
    public void Every_area_has_a_box_and_a_middle()
    {
        var boxes = AreaBoxes.Of(new SmallCity().City);
        boxes[0].Corners().ShouldBe([113, 23, 113.04, 23.01]);
        boxes[3].Corners().ShouldBe([113.02, 23, 113.04, 23.01]);
        boxes[2].Cells.ShouldBe(2);
    }

    private static (List<GeoPoint[]> District, List<GeoPoint[]> Sector) Lines()
    {
        var shapes = Unpack.Shapes(AreaBorders.Write);
        return ([.. shapes.Where(s => s.Tag == AreaBorders.District).Select(s => s.Points)], [.. shapes.Where(s => s.Tag == AreaBorders.Sector).Select(s => s.Points)]);
    }
}
