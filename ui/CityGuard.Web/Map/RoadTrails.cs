using CityGuard.Domain.Geography;

namespace CityGuard.Web.Map;

/// <summary>Joins the arcs of one class of road into long lines, each street drawn once whatever its directions.</summary>
internal static class RoadTrails
{
    private const int LongestTrail = 250;

    public static void Write(RoadLines roads, byte roadClass, ShapeWriter to)
    {
        var nodes = roads.Nodes.Span;
        ReadOnlySpan<int> first = roads.FirstArc.Span, head = roads.Head.Span;
        var classes = roads.Class.Span;
        var drawn = new bool[head.Length];
        Span<GeoPoint> trail = new GeoPoint[LongestTrail];
        for (var start = 0; start < nodes.Length; start++)
        {
            while (Undrawn(start, first, classes, roadClass, drawn) is var arc and >= 0)
            {
                var length = 0;
                trail[length++] = nodes[start];
                for (var at = start; arc >= 0 && length < LongestTrail; arc = Undrawn(at, first, classes, roadClass, drawn))
                {
                    var next = head[arc];
                    drawn[arc] = true;
                    for (var back = first[next]; back < first[next + 1]; back++)
                        if (head[back] == at && classes[back] == roadClass)
                            drawn[back] = true;
                    at = next;
                    trail[length++] = nodes[at];
                }

                to.Add(roadClass, trail[..length]);
            }
        }
    }

    private static int Undrawn(int node, ReadOnlySpan<int> first, ReadOnlySpan<byte> classes, byte roadClass, bool[] drawn)
    {
        for (var arc = first[node]; arc < first[node + 1]; arc++)
            if (!drawn[arc] && classes[arc] == roadClass)
                return arc;
        return -1;
    }
}
