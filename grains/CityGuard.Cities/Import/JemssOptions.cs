using CityGuard.Domain.Areas;

namespace CityGuard.Cities.Import;

/// <summary>Shape of the cells of an imported city.</summary>
public enum CellShape
{
    Hexagon,
    Square,
}

/// <summary>What the importer is told beyond the files.</summary>
public sealed record JemssOptions
{
    /// <summary>Least and greatest distance between neighbouring cells.</summary>
    public const double LeastCellMetres = 100, MostCellMetres = 5000;

    /// <summary>Distance between the centres of neighbouring cells; null: 500 m, or more where that would be over 4,000 cells.</summary>
    public double? CellMetres { get; init; }

    public CellShape Shape { get; init; } = CellShape.Hexagon;

    /// <summary>Key of the city; null: the name of the folder.</summary>
    public string? CityId { get; init; }

    /// <summary>Name; null: as known for the key, else the key.</summary>
    public BilingualName? Name { get; init; }

    /// <summary>IANA time zone; null: as known for the key. The files do not say it.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Residents that the demand weights are scaled to; null: as known for the key, else 100 for each call a day.</summary>
    public int? Residents { get; init; }

    /// <summary>Outermost limit in seconds; null: 15 minutes or the longest target time from the call, whichever is more.</summary>
    public int? OutermostSeconds { get; init; }
}
