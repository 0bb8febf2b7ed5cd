using System.Collections.Concurrent;
using System.Text.Json;
using CityGuard.Cities;
using CityGuard.Cities.Roads;
using CityGuard.Cities.Roads.Conditions;
using CityGuard.Cities.Roads.Hierarchy;
using CityGuard.Simulation.Engine;

namespace CityGuard.Simulation.Scenarios;

/// <summary>A city made ready for many scenarios: what does not change from one to the next is worked out once. Safe from many threads.</summary>
public sealed class SimulationCity
{
    private readonly RoadConditions _conditions;
    private readonly Lazy<ContractionHierarchy> _hierarchy;
    private readonly ConcurrentDictionary<string, Lazy<CityTravel>> _travels = new();

    public SimulationCity(CityModel city)
    {
        City = city;
        _conditions = new RoadConditions(city);
        _hierarchy = new Lazy<ContractionHierarchy>(() => ContractionHierarchy.Build(city.Roads));
        (X, Y) = Plane(city);
        Raster = new CellRaster(X, Y);
        Areas = new CityAreas(city);
    }

    public CityModel City { get; }

    internal CityAreas Areas { get; }

    internal float[] X { get; }

    internal float[] Y { get; }

    internal CellRaster Raster { get; }

    internal KnownNearPosts Near { get; } = new();

    /// <summary>Travel times under the hours of a period and restrictions; kept for the next scenario that asks for the same.</summary>
    internal CityTravel Travel(TravelPeriod? period, IReadOnlyList<RoadRestriction> restrictions)
        => _travels.GetOrAdd(period?.Id + "|" + JsonSerializer.Serialize(restrictions), _ => new Lazy<CityTravel>(() => Make(period, restrictions))).Value;

    /// <summary>Why roads cannot be restricted so; null when they can.</summary>
    internal string? Objection(RoadEdit edit) => _conditions.Objection(edit.Street, edit.Area);

    private CityTravel Make(TravelPeriod? period, IReadOnlyList<RoadRestriction> restrictions)
    {
        var roads = _conditions.Apply(period, restrictions);
        if (ReferenceEquals(roads, City.Roads))
            return new CityTravel(City.Travel, City.Cells, new Lazy<FarTravel>(() => Far(_hierarchy.Value)));
        var hierarchy = _hierarchy.Value.Again(roads);
        var limit = City.Rules.Standards.Max(s => s.OutermostSeconds);
        var table = TravelTableBuilder.Build(roads, City.Cells, limit, innerMetresPerSecond: City.OffRoadMetresPerSecond, hierarchy: hierarchy);
        return new CityTravel(table, City.Cells, new Lazy<FarTravel>(() => Far(hierarchy)));

        FarTravel Far(ContractionHierarchy of) => new(of, roads, City.Cells, City.OffRoadMetresPerSecond);
    }

    private static (float[] X, float[] Y) Plane(CityModel city)
    {
        var plane = Projection(city);
        var places = Enumerable.Range(0, city.Cells.Count).Select(cell => plane(city.Roads.Nodes.Span[city.Cells.Node[cell]])).ToArray();
        return ([.. places.Select(p => (float)p.X)], [.. places.Select(p => (float)p.Y)]);
    }

    /// <summary>Metres on a plane that touches the earth in the middle of the city (equirectangular).</summary>
    private static Func<Domain.Geography.GeoPoint, (double X, double Y)> Projection(CityModel city)
    {
        const double MetresPerDegree = 111_194.93;
        var bounds = city.Manifest.Bounds;
        var middle = (bounds.SouthWest.Lat + bounds.NorthEast.Lat) / 2;
        var eastward = MetresPerDegree * Math.Cos(double.DegreesToRadians(middle));
        return place => ((place.Lon - bounds.SouthWest.Lon) * eastward, (place.Lat - bounds.SouthWest.Lat) * MetresPerDegree);
    }
}
