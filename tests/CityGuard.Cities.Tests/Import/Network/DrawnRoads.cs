using CityGuard.Cities.Import.Network;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Tests.Import.Network;

/// <summary>Roads drawn for a test: nodes on a grid of 100 m, named by a letter and a digit.</summary>
internal sealed class DrawnRoads
{
    private static readonly double _lonStep = 100 / (Outline.MetresPerDegree * Math.Cos(double.DegreesToRadians(42.5))), _latStep = 100 / Outline.MetresPerDegree;

    public RoadSource Source { get; } = new("drawn.osm");

    public static GeoPoint Place(string node) => new(1.5 + ((node[0] - 'a') * _lonStep), 42.5 + ((node[1] - '0') * _latStep));

    /// <summary>Adds a way: <c>"a0 a1 a2"</c>.</summary>
    public DrawnRoads Way(long id, string nodes, params (string Key, string Value)[] tags)
    {
        var names = nodes.Split(' ');
        foreach (var name in names)
            Source.Places[Id(name)] = Place(name);
        var all = tags.ToDictionary(t => t.Key, t => t.Value);
        all.TryAdd("highway", "residential");
        Source.Ways.Add(new RoadWay(id, [.. names.Select(Id)], all));
        return this;
    }

    public DrawnRoads Node(string name, string key, string value)
    {
        Source.NodeTags[Id(name)] = new Dictionary<string, string> { [key] = value };
        return this;
    }

    public DrawnRoads Turn(string kind, long from, string via, long to, params string[] except)
    {
        Source.Turns.Add(new TurnRule(1, kind, from, Id(via), [], to, except));
        return this;
    }

    public DrawnRoads Turn(string kind, long from, long[] via, long to)
    {
        Source.Turns.Add(new TurnRule(1, kind, from, 0, via, to, []));
        return this;
    }

    public MadeRoads Make(string profile = "car", double leastShare = 0)
        => RoadMaker.Make(Source, TravelProfiles.Standard.Profiles[profile], "default", leastShare);

    private static long Id(string name) => (name[0] * 1000) + name[1];
}
