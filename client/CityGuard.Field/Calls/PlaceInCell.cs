using CityGuard.Cities;
using CityGuard.Domain.Geography;
using CityGuard.Field.Draws;

namespace CityGuard.Field.Calls;

/// <summary>A point spread evenly over a cell.</summary>
internal static class PlaceInCell
{
    private const int Tries = 16;

    public static GeoPoint Draw(CellTable cells, int cell, ref Xoshiro256 draws)
    {
        var ring = cells.Outlines[cell].AsSpan();
        double west = double.MaxValue, south = double.MaxValue, east = double.MinValue, north = double.MinValue;
        foreach (var point in ring)
        {
            (west, east) = (Math.Min(west, point.Lon), Math.Max(east, point.Lon));
            (south, north) = (Math.Min(south, point.Lat), Math.Max(north, point.Lat));
        }

        for (var i = 0; i < Tries; i++)
        {
            var point = new GeoPoint(draws.Uniform(west, east), draws.Uniform(south, north));
            if (Outline.Contains(ring, point))
                return point;
        }

        return cells.Centres[cell]; // a sliver
    }
}
