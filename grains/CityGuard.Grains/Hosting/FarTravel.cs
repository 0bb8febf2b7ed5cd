using CityGuard.Cities;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Grains.Hosting;

/// <summary>
/// Times those who stand beyond the travel table's outermost limit: one search backwards over the roads from the place, on the CPU pool.
/// Rare, so the reversed roads are made at the first need.
/// </summary>
internal sealed class FarTravel(CityModel city, CpuPool pool)
{
    private const int LimitMilliseconds = (Travel.Beyond - 1) * 100;
    private readonly Lazy<RoadGraph> _reversed = new(() => Reverse(city.Roads));

    /// <summary>Travel times from cells to one cell; those out of all reach are left out.</summary>
    public Task<IReadOnlyDictionary<int, ushort>> Times(IReadOnlyCollection<int> fromCells, int toCell) => pool.Run<IReadOnlyDictionary<int, ushort>>(() =>
    {
        var search = new RoadSearch(_reversed.Value);
        search.Run(city.Cells.Node[toCell], LimitMilliseconds);
        var times = new Dictionary<int, ushort>();
        foreach (var cell in fromCells)
            if (search.TryTime(city.Cells.Node[cell], out var milliseconds))
                times[cell] = Travel.FromSeconds(milliseconds / 1000.0);
        return times;
    });

    private static RoadGraph Reverse(RoadGraph roads)
    {
        ReadOnlySpan<int> first = roads.FirstArc.Span, head = roads.Head.Span, cost = roads.Milliseconds.Span;
        var roadClass = roads.Class.Span;
        var start = new int[roads.NodeCount + 1];
        foreach (var node in head)
            start[node + 1]++;
        for (var node = 0; node < roads.NodeCount; node++)
            start[node + 1] += start[node];
        var next = start.AsSpan(0, roads.NodeCount).ToArray();
        var (tail, costs, classes) = (new int[head.Length], new int[head.Length], new RoadClass[head.Length]);
        for (var node = 0; node < roads.NodeCount; node++)
            for (var arc = first[node]; arc < first[node + 1]; arc++)
            {
                var place = next[head[arc]]++;
                (tail[place], costs[place], classes[place]) = (node, cost[arc], roadClass[arc]);
            }

        return new RoadGraph { Nodes = roads.Nodes, FirstArc = start, Head = tail, Milliseconds = costs, Class = classes };
    }
}
