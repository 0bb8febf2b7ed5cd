namespace CityGuard.Cities.Roads;

/// <summary>What a trip takes off the network at its two ends, milliseconds by cell.</summary>
/// <param name="Inner">
/// Mean time between two random points of the cell: 0.5214 of the side of a square of its area, times a detour factor of 1.3, at the
/// given speed. A responder and a call in one cell, or in two cells that share a node, are not at the same spot, and in a large cell
/// not near each other.
/// </param>
/// <param name="Access">From the cell to its road node when that lies outside: the distance of the centre beyond half a side. Mostly 0.</param>
internal sealed record CellLegs(int[] Inner, int[] Access)
{
    private const double MeanDistanceInUnitSquare = 0.5214;
    private const double DetourFactor = 1.3;

    /// <summary>A whole trip between two cells, milliseconds, of the time on the roads between their nodes.</summary>
    public int Between(int origin, int cell, int road) => Math.Max(road + Access[origin] + Access[cell], (Inner[origin] + Inner[cell]) / 2);

    public static CellLegs Of(RoadGraph roads, CellTable cells, double metresPerSecond)
    {
        var legs = new CellLegs(new int[cells.Count], new int[cells.Count]);
        for (var cell = 0; cell < cells.Count; cell++)
        {
            var side = Math.Sqrt(Outline.SquareMetres(cells.Outlines[cell].AsSpan()));
            var off = cells.Centres[cell].MetresTo(roads.Nodes.Span[cells.Node[cell]]) - (side / 2);
            legs.Inner[cell] = (int)Math.Round(side * MeanDistanceInUnitSquare * DetourFactor / metresPerSecond * 1000);
            legs.Access[cell] = (int)Math.Round(Math.Max(0, off) / metresPerSecond * 1000);
        }

        return legs;
    }
}
