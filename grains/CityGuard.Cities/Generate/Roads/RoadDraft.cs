using CityGuard.Cities.Roads;

namespace CityGuard.Cities.Generate.Roads;

/// <summary>A two-way road between two nodes.</summary>
internal readonly record struct RoadEdge(int A, int B, RoadClass Class, float KmPerHour, float Metres, int Street = -1);

/// <summary>Roads while they are drawn.</summary>
internal sealed class RoadDraft
{
    public List<Spot> Nodes { get; } = [];

    /// <summary>False where no vehicle can leave the road: on expressways and bridges.</summary>
    public List<bool> Kerb { get; } = [];

    public List<RoadEdge> Edges { get; } = [];

    /// <summary>Names that edges refer to: of bridges, tunnels and expressways.</summary>
    public List<string> Streets { get; } = [];

    public int Street(string name)
    {
        Streets.Add(name);
        return Streets.Count - 1;
    }

    public int Node(Spot spot, bool kerb = true)
    {
        Nodes.Add(spot);
        Kerb.Add(kerb);
        return Nodes.Count - 1;
    }

    public void Edge(int a, int b, RoadClass kind, double kmPerHour, double winding = 1.04, int street = -1)
        => Edges.Add(new(a, b, kind, (float)kmPerHour, (float)(Nodes[a].To(Nodes[b]) * winding), street));
}
