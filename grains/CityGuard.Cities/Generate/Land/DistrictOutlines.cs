using CityGuard.Cities.Generate.Facts;

namespace CityGuard.Cities.Generate.Land;

/// <summary>
/// Closed outlines of the districts, joined from the borders they share: what one side gives up the other has,
/// so the districts tile the city by construction.
/// </summary>
internal static class DistrictOutlines
{
    public static Spot[][] Draw(CityFacts facts, ulong seed)
    {
        var borders = facts.Borders.Select((border, i) => (border.A, border.B,
            Line: border.Water ? Curve.Flow(border.Line, 4) : Curve.Wander(border.Line, 0.14, 260, Chance.Of(seed, "border", i)))).ToArray();
        return facts.Districts.Select(d => Join(borders.Where(b => b.A == d.Code || b.B == d.Code).Select(b => b.Line).ToList(), d.Name.En)).ToArray();
    }

    private static Spot[] Join(List<List<Spot>> pieces, string name)
    {
        var ring = new List<Spot>(pieces[0]);
        pieces.RemoveAt(0);
        while (pieces.Count > 0)
        {
            var end = ring[^1];
            var next = pieces.FindIndex(p => p[0] == end || p[^1] == end);
            if (next < 0)
                throw new InvalidOperationException($"The borders of {name} do not join.");
            var piece = pieces[next];
            ring.AddRange((piece[0] == end ? piece : piece.AsEnumerable().Reverse()).Skip(1));
            pieces.RemoveAt(next);
        }

        if (ring[0] != ring[^1])
            throw new InvalidOperationException($"The outline of {name} is not closed.");
        if (Turn(ring) < 0)
            ring.Reverse();
        return [.. ring];
    }

    /// <summary>Twice the signed area: positive when counter-clockwise.</summary>
    private static double Turn(List<Spot> ring)
    {
        var sum = 0.0;
        for (var i = 0; i + 1 < ring.Count; i++)
            sum += (ring[i].X * ring[i + 1].Y) - (ring[i + 1].X * ring[i].Y);
        return sum;
    }
}
