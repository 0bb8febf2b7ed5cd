using CityGuard.Domain.Geography;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests;

public sealed class OutlineTests
{
    // 0.01 degree by 0.01 degree at 60 degrees north: 1,111.95 m by 555.98 m.
    private static readonly GeoPoint[] _box = [new(10, 60), new(10.01, 60), new(10.01, 60.01), new(10, 60.01), new(10, 60)];

    [Fact]
    public void Area_is_in_square_metres()
        => Outline.SquareMetres(_box).ShouldBe(1111.95 * 555.98, tolerance: 0.001 * 1111.95 * 555.98);

    [Fact]
    public void Its_sign_tells_the_direction()
    {
        Outline.SignedSquareMetres(_box).ShouldBePositive();
        Outline.SignedSquareMetres(_box.Reverse().ToArray()).ShouldBeNegative();
    }

    [Fact]
    public void A_line_has_no_area()
        => Outline.SquareMetres([_box[0], _box[1], _box[0]]).ShouldBe(0);
}
