using CityGuard.Domain.Geography;

namespace CityGuard.Web.Map;

/// <summary>Where each area of the police tree lies: its box, and a middle that leans to where its cells are small, that is to its people.</summary>
internal sealed class AreaBoxes
{
    private double _west = 180, _south = 90, _east = -180, _north = -90, _lon, _lat;

    public int Cells { get; private set; }

    public double[] Centre() => [Math.Round(_lon / Cells, 5), Math.Round(_lat / Cells, 5)];

    public double[] Corners() => [Math.Round(_west, 5), Math.Round(_south, 5), Math.Round(_east, 5), Math.Round(_north, 5)];

    public static AreaBoxes[] Of(CityMap city)
    {
        var index = city.Areas.Select((area, i) => (area.Id, i)).ToDictionary(a => a.Id, a => a.i);
        var boxes = city.Areas.Select(_ => new AreaBoxes()).ToArray();
        for (var cell = 0; cell < city.Cells.Outlines.Length; cell++)
        {
            if (city.Cells.Outlines[cell].IsDefaultOrEmpty)
                continue;
            for (int? area = city.Cells.Sector[cell]; area is { } at; area = city.Areas[at].Parent is { } parent ? index[parent] : null)
                boxes[at].Add(city.Cells.Outlines[cell].AsSpan());
        }

        return boxes;
    }

    private void Add(ReadOnlySpan<GeoPoint> ring)
    {
        double lon = 0, lat = 0;
        foreach (var point in ring)
        {
            (_west, _east) = (Math.Min(_west, point.Lon), Math.Max(_east, point.Lon));
            (_south, _north) = (Math.Min(_south, point.Lat), Math.Max(_north, point.Lat));
            (lon, lat) = (lon + point.Lon, lat + point.Lat);
        }

        (_lon, _lat) = (_lon + (lon / ring.Length), _lat + (lat / ring.Length));
        Cells++;
    }
}
