using NetTopologySuite.Geometries;

namespace CityGuard.Cities.Generate.Cells;

/// <summary>The divided city while posts and places are set: cells with shape, road node and character.</summary>
internal sealed class CellSheet
{
    public required CellDraft[] Cells { get; init; }

    public required Polygon[] Shapes { get; init; }

    /// <summary>Road node of each cell.</summary>
    public required int[] Node { get; init; }

    /// <summary>Residents as whole people, adding to the census by district.</summary>
    public required float[] Residents { get; init; }

    /// <summary>People per km2 among the cell and its surroundings.</summary>
    public required double[] Density { get; init; }

    /// <summary>Listed beforehand as hard to reach.</summary>
    public required bool[] Fringe { get; init; }

    /// <summary>First cell of each street; one more entry than streets.</summary>
    public required int[] FirstOfStreet { get; init; }

    public IEnumerable<int> OfStreet(int street) => Enumerable.Range(FirstOfStreet[street], FirstOfStreet[street + 1] - FirstOfStreet[street]);
}
