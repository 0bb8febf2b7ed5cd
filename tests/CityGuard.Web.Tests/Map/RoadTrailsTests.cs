using CityGuard.Domain.Geography;
using CityGuard.Web.Map;
using CityGuard.Web.Tests.Fakes;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Map;

public sealed class RoadTrailsTests
{
    [Fact]
    public void Both_directions_of_a_street_are_one_line_and_classes_stay_apart()
    {
        Trails(1).ShouldHaveSingleItem().Points.Select(p => p.Lon).ShouldBe([113.005, 113.015, 113.025]);
        Trails(RoadLines.Local).ShouldHaveSingleItem().Points.Select(p => p.Lon).ShouldBe([113.025, 113.035]);
        Trails(0).ShouldBeEmpty();
    }

    [Fact]
    public void A_one_way_ring_is_drawn_whole()
    {
        GeoPoint[] corners = [new(0, 0), new(1, 0), new(1, 1)];
        var ring = new RoadLines(corners, new[] { 0, 1, 2, 3 }, new[] { 1, 2, 0 }, new byte[] { 2, 2, 2 });
        var writer = new ShapeWriter();
        RoadTrails.Write(ring, 2, writer);
        Unpack.Shapes(writer.ToArray()).ShouldHaveSingleItem().Points.ShouldBe([.. corners, corners[0]]);
    }

    private static List<(int Tag, GeoPoint[] Points)> Trails(byte roadClass)
    {
        var writer = new ShapeWriter();
        RoadTrails.Write(new SmallCity().City.Roads, roadClass, writer);
        return Unpack.Shapes(writer.ToArray());
    }
}
