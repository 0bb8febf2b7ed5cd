using CityGuard.Cities.Generate.Facts;
using CityGuard.Cities.Generate.Land;

namespace CityGuard.Cities.Generate.Cells;

/// <summary>One cell before it has a shape.</summary>
/// <param name="Street">Index of its street or town, which is also its sector.</param>
/// <param name="Beat">Number of its beat in the whole city.</param>
/// <param name="Community">Number of its community in the whole city.</param>
/// <param name="Site">Where it is.</param>
/// <param name="People">Residents.</param>
internal readonly record struct CellDraft(int Street, int Beat, int Community, Spot Site, double People);

/// <summary>Divides the city into cells of equal demand: mostly people, partly land, so that hills get cells too.</summary>
internal sealed class CellDivision(LandGrid land, CityFacts facts, GuangzhouOptions options)
{
    private const double LandShare = 0.2;
    private const int Beats = 1_791, Communities = 2_759, Cells = 20_000;

    public CellDraft[] Divide()
    {
        var groups = Settlement.Group(land, facts.Streets.Count);
        var squares = groups.Select(g => g.Where(Counts).ToArray()).ToArray();
        double people = land.People.Sum(p => (double)p), area = squares.Sum(s => (double)s.Length);
        var weights = squares.Select(s => s.Sum(Weight)).ToArray();
        var cells = Apportion.By(weights, options.Count(Cells), least: 2);
        var sizes = cells.Select(c => (double)c).ToArray();
        var beats = Apportion.By(sizes, Math.Max(options.Count(Beats), cells.Length), least: 1);
        var communities = Apportion.By(sizes, Math.Max(options.Count(Communities), cells.Length), least: 1);
        var drafts = new CellDraft[squares.Length][];
        Parallel.For(0, squares.Length, s => drafts[s] = Street(s));
        return drafts.SelectMany(d => d).ToArray();

        CellDraft[] Street(int s)
        {
            var result = new List<CellDraft>(cells[s]);
            var cut = new Bisection(Weight, LandGrid.Middle, Chance.Of(options.Seed, "cells", s));
            var sizesOfBeats = Apportion.By(Enumerable.Repeat(1.0, beats[s]).ToArray(), cells[s]);
            int firstBeat = beats.Take(s).Sum(), beat = 0;
            cut.Cut(squares[s], beats[s], part =>
            {
                cut.Cut(part, sizesOfBeats[beat], leaf => result.Add(new(s, firstBeat + beat, 0, Heart(leaf.Span), leaf.Span.ToArray().Sum(q => (double)land.People[q]))));
                beat++;
            });
            return Gather(result, communities[s], communities.Take(s).Sum(), Chance.Of(options.Seed, "communities", s));
        }

        bool Counts(int square) => (land.Ground[square] & Ground.Water) == 0 || (land.Ground[square] & Ground.Estuary) != 0;
        double Weight(int square) => ((1 - LandShare) * land.People[square] / people)
            + (LandShare / area * ((land.Ground[square] & Ground.Estuary) != 0 ? 0.25 : 1));
    }

    private static CellDraft[] Gather(List<CellDraft> cells, int communities, int first, Chance chance)
    {
        var result = cells.ToArray();
        var number = first;
        new Bisection(_ => 1, i => cells[i].Site, chance).Cut(Enumerable.Range(0, result.Length).ToArray(), communities, part =>
        {
            foreach (var i in part.Span)
                result[i] = result[i] with { Community = number };
            number++;
        });
        return result;
    }

    /// <summary>The square nearest to the middle of the people, so that a site never falls into the river between two banks.</summary>
    private Spot Heart(ReadOnlySpan<int> squares)
    {
        double x = 0, y = 0, sum = 0;
        foreach (var square in squares)
        {
            var (w, p) = (land.People[square] + 0.01, LandGrid.Middle(square));
            (x, y, sum) = (x + (w * p.X), y + (w * p.Y), sum + w);
        }

        var middle = new Spot(x / sum, y / sum);
        var best = squares[0];
        foreach (var square in squares)
            if (LandGrid.Middle(square).To(middle) < LandGrid.Middle(best).To(middle))
                best = square;
        return LandGrid.Middle(best);
    }
}
