using System.Text.Json;
using CityGuard.Domain.Areas;

namespace CityGuard.Web.Map;

/// <summary>Names and places for the map island: columns rather than objects, because there are tens of thousands of rows.</summary>
internal static class MapFacts
{
    public static byte[] Write(CityMap city)
    {
        var boxes = AreaBoxes.Of(city);
        var districts = AreaBorders.DistrictOfArea(city);
        var kinds = city.Kinds.Select((kind, i) => (kind.Id, i)).ToDictionary(k => k.Id, k => k.i);
        var cells = city.Cells.Ids.Select((id, i) => (id, i)).ToDictionary(c => c.id, c => c.i);
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                city.Name,
                Bounds = new[] { city.SouthWest.Lon, city.SouthWest.Lat, city.NorthEast.Lon, city.NorthEast.Lat },
                Areas = city.Areas.Select((area, i) => (area, i)).Where(a => boxes[a.i].Cells > 0 && a.area.Kind is AreaKind.City or AreaKind.District or AreaKind.Sector).Select(a => new
                {
                    Index = a.i,
                    Id = a.area.Id.Value,
                    Kind = a.area.Kind.ToString(),
                    District = districts[a.i],
                    a.area.Name.Zh,
                    a.area.Name.En,
                    Centre = boxes[a.i].Centre(),
                    Box = boxes[a.i].Corners(),
                }),
                Scenery = city.Scenery.Select(s => new { s.Name.Zh, s.Name.En }),
                Cells = city.Cells.Ids.Select(id => id.Value),
                Kinds = city.Kinds.Select(k => new { k.Id, k.Name.Zh, k.Name.En, k.PremisesOnly }),
                Responders = new
                {
                    Id = city.Responders.Select(r => r.Id.Value),
                    Kind = city.Responders.Select(r => kinds[r.Kind]),
                    CallSign = city.Responders.Select(r => r.CallSign),
                    Lon = city.Responders.Select(r => ShapeWriter.Quantise(r.Post.Lon)),
                    Lat = city.Responders.Select(r => ShapeWriter.Quantise(r.Post.Lat)),
                    Sector = city.Responders.Select(r => cells.TryGetValue(r.Cell, out var cell) ? city.Cells.Sector[cell] : -1),
                },
                Targets = new
                {
                    Id = city.Targets.Select(t => t.Id.Value),
                    Zh = city.Targets.Select(t => t.Name.Zh),
                    En = city.Targets.Select(t => t.Name.En),
                    Grade = city.Targets.Select(t => (int)t.Grade),
                    Lon = city.Targets.Select(t => ShapeWriter.Quantise(t.Place.Lon)),
                    Lat = city.Targets.Select(t => ShapeWriter.Quantise(t.Place.Lat)),
                },
            },
            JsonSerializerOptions.Web);
    }
}
