namespace CityGuard.Cities.Roads;

/// <summary>Finds the quickest way between two nodes. Holds scratch memory: one instance serves one thread.</summary>
public sealed class RoutePlanner(RoadGraph roads)
{
    private readonly RoadSearch _search = new(roads);

    /// <summary>The quickest way; null when there is none within the limit.</summary>
    public Route? Route(int fromNode, int toNode, int limitMilliseconds = int.MaxValue)
    {
        _search.Run(fromNode, limitMilliseconds, toNode);
        if (!_search.TryTime(toNode, out _))
            return null;
        var nodes = new List<int>();
        var times = new List<int>();
        for (var node = toNode; node >= 0; node = _search.Previous(node))
        {
            nodes.Add(node);
            _search.TryTime(node, out var time);
            times.Add(time);
        }

        nodes.Reverse();
        times.Reverse();
        return new Route([.. nodes], [.. times]);
    }
}
