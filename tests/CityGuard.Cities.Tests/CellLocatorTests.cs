using CityGuard.Cities.Sample;
using CityGuard.Domain.Geography;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests;

public sealed class CellLocatorTests
{
    private static readonly CityModel _city = SampleCity.Build();
    private static readonly Gen<GeoPoint> _around = Gen.Select(
        Gen.Double[_city.Manifest.Bounds.SouthWest.Lon - 0.01, _city.Manifest.Bounds.NorthEast.Lon + 0.01],
        Gen.Double[_city.Manifest.Bounds.SouthWest.Lat - 0.01, _city.Manifest.Bounds.NorthEast.Lat + 0.01],
        (lon, lat) => new GeoPoint(lon, lat));

    [Fact]
    public void A_point_is_in_the_cell_whose_outline_holds_it_and_in_no_other()
        => _around.Sample(point =>
        {
            var holders = Enumerable.Range(0, _city.Cells.Count).Where(c => Outline.Contains(_city.Cells.Outlines[c].AsSpan(), point)).ToArray();
            holders.Length.ShouldBeLessThanOrEqualTo(1);
            _city.Locator.TryLocate(point, out var cell).ShouldBe(holders.Length == 1);
            cell.ShouldBe(holders.Length == 1 ? holders[0] : -1);
        });

    [Fact]
    public void A_point_on_a_shared_border_is_in_one_cell()
    {
        foreach (var cell in Enumerable.Range(0, _city.Cells.Count))
        {
            var outline = _city.Cells.Outlines[cell];
            for (var i = 1; i < outline.Length; i++)
            {
                var middle = new GeoPoint((outline[i - 1].Lon + outline[i].Lon) / 2, (outline[i - 1].Lat + outline[i].Lat) / 2);
                Enumerable.Range(0, _city.Cells.Count).Count(c => Outline.Contains(_city.Cells.Outlines[c].AsSpan(), middle)).ShouldBeLessThanOrEqualTo(1);
            }
        }
    }

    [Theory]
    [InlineData(double.NaN, 23.1)]
    [InlineData(113.3, double.PositiveInfinity)]
    [InlineData(0, 0)]
    [InlineData(113.2599, 23.11)]
    public void Nonsense_and_elsewhere_are_outside(double lon, double lat)
    {
        _city.Locator.TryLocate(new GeoPoint(lon, lat), out var cell).ShouldBeFalse();
        cell.ShouldBe(-1);
    }
}
