using System.Collections.Immutable;
using CityGuard.Domain.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace CityGuard.Cities.Roads.Conditions;

/// <summary>Roads that are closed or slower than usual for a while.</summary>
/// <param name="Street">Street or bridge of this name only; null: any.</param>
/// <param name="Area">Roads that touch this polygon only (corners, not repeated at the end); null: everywhere.</param>
/// <param name="Factor">Travel time as a multiple of the usual; null: closed.</param>
/// <param name="Class">Roads of this class only; null: any.</param>
public sealed record RoadRestriction(string? Street, IReadOnlyList<GeoPoint>? Area, double? Factor, RoadClass? Class = null);

/// <summary>
/// Applies hours and restrictions to the network of a city. Where several restrictions meet, the strictest holds; hours and districts
/// multiply with it.
/// </summary>
public sealed class RoadConditions(CityModel city)
{
    private static readonly GeometryFactory _shapes = new();

    private readonly Lazy<string?[]> _districts = new(() => DistrictsOfNodes(city));

    /// <summary>The network as it is now; the same object when nothing is different from usual.</summary>
    public RoadGraph Apply(TravelPeriod? period, IReadOnlyCollection<RoadRestriction> restrictions)
    {
        if (period is null && restrictions.Count == 0)
            return city.Roads;
        var roads = city.Roads;
        var factors = Factors(restrictions);
        var arcs = ImmutableArray.CreateBuilder<RoadArc>(roads.ArcCount);
        ReadOnlySpan<int> first = roads.FirstArc.Span, head = roads.Head.Span, time = roads.Milliseconds.Span;
        var classes = roads.Class.Span;
        for (var node = 0; node < roads.NodeCount; node++)
        {
            var district = period is { Districts.Count: > 0 } && _districts.Value[node] is { } id ? period.Districts.GetValueOrDefault(id, 1) : 1;
            for (var arc = first[node]; arc < first[node + 1]; arc++)
            {
                if (double.IsPositiveInfinity(factors[arc]))
                    continue;
                var hours = period?.Roads.GetValueOrDefault(classes[arc], 1) ?? 1;
                arcs.Add(new RoadArc(node, head[arc], time[arc] * hours * district * factors[arc], classes[arc], roads.StreetOf(arc)));
            }
        }

        return RoadGraph.Of(roads.Nodes, arcs.ToArray(), roads.PassOnly);
    }

    /// <summary>How many arcs a restriction is about.</summary>
    public int Count(RoadRestriction restriction) => Arcs(restriction).Count;

    /// <summary>Lines of the roads that a restriction is about, one for each arc.</summary>
    public IEnumerable<(GeoPoint From, GeoPoint To)> Lines(RoadRestriction restriction)
    {
        var nodes = city.Roads.Nodes;
        foreach (var (arc, tail) in Arcs(restriction))
            yield return (nodes.Span[tail], nodes.Span[city.Roads.Head.Span[arc]]);
    }

    /// <summary>Says why a place can be none; null when it can.</summary>
    public string? Objection(string? street, IReadOnlyList<GeoPoint>? area)
    {
        if (street is null && area is null)
            return "name a street, or draw an area";
        if (street is not null && !city.Streets.Contains(street))
            return city.Streets.IsEmpty ? "the city's roads have no names: draw an area" : $"the city has no street '{street}'";
        if (area is { Count: < 3 } || area?.Any(p => !p.IsValid) == true)
            return "an area has three corners at least, all of them on the earth";
        if (area is not null && !Polygon(area).IsValid)
            return "the outline of the area crosses itself";
        return Count(new RoadRestriction(street, area, null)) == 0 ? "no road lies there" : null;
    }

    private double[] Factors(IReadOnlyCollection<RoadRestriction> restrictions)
    {
        var factors = new double[city.Roads.ArcCount];
        Array.Fill(factors, 1);
        foreach (var restriction in restrictions)
        {
            var factor = restriction.Factor ?? double.PositiveInfinity;
            foreach (var (arc, _) in Arcs(restriction))
                factors[arc] = factors[arc] == 1 ? factor : Math.Max(factors[arc], factor);
        }

        return factors;
    }

    private List<(int Arc, int Tail)> Arcs(RoadRestriction restriction)
    {
        var roads = city.Roads;
        var street = restriction.Street is { } name ? city.Streets.IndexOf(name) : -1;
        var area = restriction.Area is { } ring ? PreparedGeometryFactory.Prepare(Polygon(ring)) : null;
        var box = area?.Geometry.EnvelopeInternal;
        var found = new List<(int, int)>();
        for (var node = 0; node < roads.NodeCount; node++)
        {
            var from = roads.Nodes.Span[node];
            for (var arc = roads.FirstArc.Span[node]; arc < roads.FirstArc.Span[node + 1]; arc++)
            {
                if (restriction.Class is { } only && roads.Class.Span[arc] != only)
                    continue;
                if (restriction.Street is not null && (street < 0 || roads.StreetOf(arc) != street))
                    continue;
                var to = roads.Nodes.Span[roads.Head.Span[arc]];
                if (box is not null && (!box.Intersects(new Coordinate(from.Lon, from.Lat), new Coordinate(to.Lon, to.Lat))
                    || !area!.Intersects(_shapes.CreateLineString([new Coordinate(from.Lon, from.Lat), new Coordinate(to.Lon, to.Lat)]))))
                    continue;
                found.Add((arc, node));
            }
        }

        return found;
    }

    private static Polygon Polygon(IReadOnlyList<GeoPoint> area)
        => _shapes.CreatePolygon([.. area.Append(area[0]).Select(p => new Coordinate(p.Lon, p.Lat))]);

    private static string?[] DistrictsOfNodes(CityModel city)
    {
        var districts = new string?[city.Roads.NodeCount];
        for (var node = 0; node < districts.Length; node++)
            if (city.Locator.TryLocate(city.Roads.Nodes.Span[node], out var cell))
                districts[node] = city.Areas[city.Cells.Sectors[city.Cells.Sector[cell]].District].Id.Value;
        return districts;
    }
}
