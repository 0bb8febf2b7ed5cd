using CityGuard.Domain.Geography;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Geography;

public sealed class ChinaDatumTests
{
    private static readonly Gen<GeoPoint> _inChina = Gen.Select(Gen.Double[73, 137], Gen.Double[4, 54], (lon, lat) => new GeoPoint(lon, lat));

    [Theory] // published examples: coordtransform (Beijing), eviltransform (Shanghai, Shenzhen; another earth radius, so to 0.2 m)
    [InlineData(116.404, 39.915, 116.41024449916938, 39.91640428150164)]
    [InlineData(121.5272106, 31.1774276, 121.531541859215, 31.17530398364597)]
    [InlineData(113.912316, 22.543847, 113.9171764808363, 22.540796131694766)]
    public void Gcj02_agrees_with_published_examples(double lon, double lat, double shiftedLon, double shiftedLat)
        => ChinaDatum.Gcj02FromWgs84(new GeoPoint(lon, lat)).MetresTo(new GeoPoint(shiftedLon, shiftedLat)).ShouldBeLessThan(0.2);

    [Fact]
    public void Bd09_agrees_with_a_published_example()
    {
        // Baidu's (116.404, 39.915) is GCJ-02 (116.39762729119315, 39.90865673957631) by the usual closed form, good to a metre.
        var wgs84 = ChinaDatum.Wgs84FromBd09(new GeoPoint(116.404, 39.915));
        wgs84.MetresTo(ChinaDatum.Wgs84FromGcj02(new GeoPoint(116.39762729119315, 39.90865673957631))).ShouldBeLessThan(1.5);
    }

    [Fact]
    public void In_Guangzhou_the_shift_is_some_600_metres()
    {
        var tower = new GeoPoint(113.3191, 23.1087);
        ChinaDatum.Gcj02FromWgs84(tower).MetresTo(tower).ShouldBeInRange(500, 700);
        ChinaDatum.Bd09FromWgs84(tower).MetresTo(tower).ShouldBeInRange(700, 1600);
    }

    [Fact]
    public void A_point_in_China_survives_the_round_trip_to_a_tenth_of_a_metre()
        => _inChina.Sample(point =>
        {
            ChinaDatum.Wgs84FromGcj02(ChinaDatum.Gcj02FromWgs84(point)).MetresTo(point).ShouldBeLessThan(0.1);
            ChinaDatum.Wgs84FromBd09(ChinaDatum.Bd09FromWgs84(point)).MetresTo(point).ShouldBeLessThan(0.1);
        });

    [Fact]
    public void Far_from_China_nothing_is_shifted_to_Gcj02()
        => ChinaDatum.Gcj02FromWgs84(new GeoPoint(-73.97, 40.77)).ShouldBe(new GeoPoint(-73.97, 40.77));

    [Theory]
    [InlineData(null, true)]
    [InlineData("WGS84", true)]
    [InlineData("gcj02", true)]
    [InlineData("BD09", true)]
    [InlineData("EPSG:3857", false)]
    [InlineData("", false)]
    public void The_system_is_named(string? crs, bool known)
        => ChinaDatum.TryToWgs84(crs, new GeoPoint(113.3, 23.1), out _).ShouldBe(known);
}
