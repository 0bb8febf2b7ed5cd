using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using NetTopologySuite.Geometries;

namespace CityGuard.Cities.Import.Files;

/// <summary>A sector while the city is made.</summary>
/// <param name="Shape">Where it is; null: wherever its station is the first to come.</param>
internal sealed record SectorDraft(AreaId Id, BilingualName Name, AreaId District, Geometry? Shape, Station? Seat);

/// <summary>Districts and sectors, from polygons where there are any, else from the stations.</summary>
internal sealed class CityAreas
{
    private static readonly GeometryFactory _shapes = new();

    private readonly string _key;
    private readonly InputProblems _problems;
    private readonly List<(Area Area, Geometry? Shape)> _districts = [];
    private readonly List<(GeoFeature Feature, AreaId Id, BilingualName Name, Geometry Shape)> _sectors = [];

    private CityAreas(string key, BilingualName name, InputProblems problems)
        => (_key, City, _problems) = (key, new Area(AreaId.Parse("city-" + key), AreaKind.City, null, name), problems);

    public Area City { get; }

    public IReadOnlyList<Area> Districts => [.. _districts.Select(d => d.Area)];

    public List<SectorDraft> Sectors { get; } = [];

    /// <summary>Reads <c>areas</c>: properties <c>kind</c> (district or sector), <c>id</c>, <c>name</c>, <c>nameZh</c>, <c>parent</c>.</summary>
    public static CityAreas Make(CityFile file, string folder, BilingualName name, IReadOnlyList<Station> stations, InputProblems problems)
    {
        var areas = new CityAreas(file.Id, name, problems);
        if (file.Areas is { } path && problems.Try(() => GeoFile.Read(Path.Combine(folder, path))) is { } features)
            areas.Read(features, file.Crs);
        if (areas._districts.Count == 0)
            areas._districts.Add((new Area(AreaId.Parse("d-" + file.Id), AreaKind.District, areas.City.Id, name), null));
        areas.Parent();
        areas.Seat(stations);
        return areas;
    }

    private void Read(IReadOnlyList<GeoFeature> features, string crs)
    {
        var ids = new Dictionary<AreaId, int>();
        foreach (var feature in features)
        {
            var kind = feature.Text("kind");
            var polygons = feature.Polygons(crs, _problems);
            if (kind is not ("district" or "sector"))
                _problems.Add(feature.File, feature.Number, "kind", $"'{kind}' is neither district nor sector");
            else if (polygons.Count > 0 && Id(feature, kind == "district" ? "d-" : "s-") is { } id)
                Take(feature, kind, id, polygons, ids);
        }
    }

    private void Take(GeoFeature feature, string kind, AreaId id, IReadOnlyList<Polygon> polygons, Dictionary<AreaId, int> ids)
    {
        if (!ids.TryAdd(id, feature.Number))
        {
            _problems.Add(feature.File, feature.Number, "id", $"'{id}' is also the id of feature {ids[id]}");
            return;
        }

        var name = feature.Text("name") is { Length: > 0 } given ? given : id.Value;
        var both = new BilingualName(feature.Text("nameZh") is { Length: > 0 } zh ? zh : name, name);
        var shape = polygons.Count == 1 ? (Geometry)polygons[0] : _shapes.CreateMultiPolygon([.. polygons]);
        if (kind == "district")
            _districts.Add((new Area(id, AreaKind.District, City.Id, both), shape));
        else
            _sectors.Add((feature, id, both, shape));
    }

    private AreaId? Id(GeoFeature feature, string prefix)
    {
        var text = feature.Text("id");
        var full = text.StartsWith(prefix, StringComparison.Ordinal) ? text : prefix + text;
        if (text.Length > 0 && AreaId.TryParse(full, out var id))
            return id;
        _problems.Add(feature.File, feature.Number, "id", text.Length == 0 ? "it is missing" : $"'{text}' is no id: letters of a to z, digits, '-', '_' and '.' are");
        return null;
    }

    /// <summary>Puts each sector under its district: the one named, else the one it lies in.</summary>
    private void Parent()
    {
        foreach (var (feature, id, name, shape) in _sectors)
        {
            var wanted = feature.Text("parent");
            var under = wanted.Length > 0
                ? _districts.FirstOrDefault(d => d.Area.Id.Value == wanted || d.Area.Id.Value == "d-" + wanted).Area
                : _districts.Count == 1 ? _districts[0].Area : _districts.FirstOrDefault(d => d.Shape?.Covers(shape.InteriorPoint) == true).Area;
            if (under is null)
                _problems.Add(feature.File, feature.Number, "parent", wanted.Length > 0 ? $"there is no district '{wanted}'" : "it lies in no district; name one");
            else
                Sectors.Add(new SectorDraft(id, name, under.Id, shape, null));
        }
    }

    /// <summary>Gives each station its sector, or makes one of each station.</summary>
    private void Seat(IReadOnlyList<Station> stations)
    {
        if (Sectors.Count == 0 && _sectors.Count == 0)
        {
            for (var i = 0; i < stations.Count; i++)
            {
                var district = _districts.FirstOrDefault(d => d.Shape?.Covers(Point(stations[i].Place)) == true).Area ?? _districts[0].Area;
                Sectors.Add(new SectorDraft(AreaId.Parse(FormattableString.Invariant($"s-{_key}-{i + 1:00}")), stations[i].Name, district.Id, null, stations[i]));
            }

            return;
        }

        foreach (var station in stations)
        {
            var at = Sectors.FindIndex(s => station.Sector.Length > 0
                ? s.Id.Value == station.Sector || s.Id.Value == "s-" + station.Sector
                : s.Shape!.Covers(Point(station.Place)));
            if (at < 0)
                _problems.Add(station.File, station.Line, "sector", station.Sector.Length > 0 ? $"there is no sector '{station.Sector}'" : "it stands in no sector; name one");
            else if (Sectors[at].Seat is { } other)
                _problems.Add(station.File, station.Line, "sector", $"sector {Sectors[at].Id} has the station of line {other.Line} already");
            else
                Sectors[at] = Sectors[at] with { Seat = station };
        }
    }

    internal static NetTopologySuite.Geometries.Point Point(GeoPoint place) => _shapes.CreatePoint(new Coordinate(place.Lon, place.Lat));
}
