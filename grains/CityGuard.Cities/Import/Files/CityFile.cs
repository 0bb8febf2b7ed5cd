using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CityGuard.Cities.Package;
using CityGuard.Domain.Areas;

namespace CityGuard.Cities.Import.Files;

/// <summary>
/// What a user writes in <c>city.json</c>: the files of a city and what they do not say. Paths are relative to it. Only <c>id</c>,
/// <c>timeZone</c>, <c>roads</c> and a station must be there; what else is missing is assumed, and the report says how.
/// </summary>
public sealed record CityFile
{
    /// <summary>Key of the city: letters, digits, '-', '_' and '.'.</summary>
    public required string Id { get; init; }

    /// <summary>Name; not given: the key.</summary>
    public BilingualName? Name { get; init; }

    /// <summary>IANA time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>ISO 3166 code of the country, for speed limits that the roads do not give.</summary>
    public string Country { get; init; } = "";

    /// <summary>Reference system of all coordinates but OpenStreetMap's: <c>WGS84</c>, <c>GCJ02</c> or <c>BD09</c>.</summary>
    public string Crs { get; init; } = "WGS84";

    public required RoadsFile Roads { get; init; }

    /// <summary>GeoJSON with one polygon: the city ends there. Not given: where its roads end.</summary>
    public string? Boundary { get; init; }

    /// <summary>GeoJSON polygons of districts and sectors (property <c>kind</c>). Not given: one district, a sector for each station.</summary>
    public string? Areas { get; init; }

    public CellsFile Cells { get; init; } = new();

    /// <summary>Stations as a table.</summary>
    public TableFile? Stations { get; init; }

    /// <summary>Stations written here, instead of or beside the table.</summary>
    public ImmutableArray<StationEntry> StationList { get; init; } = [];

    /// <summary>Not given: three patrol groups and a station force at each station.</summary>
    public TableFile? Responders { get; init; }

    public TableFile? Targets { get; init; }

    public DemandFile? Demand { get; init; }

    /// <summary>Residents of the whole city.</summary>
    public double? Residents { get; init; }

    /// <summary>Rules as a package has them; not given: the default rules.</summary>
    public string? Rules { get; init; }

    /// <summary>Hours at which roads are slower; not given: none.</summary>
    public ImmutableArray<HoursEntry> Hours { get; init; } = [];

    /// <summary>Where the data comes from.</summary>
    public ImmutableArray<CitySource> Sources { get; init; } = [];
}

/// <summary>The roads.</summary>
public sealed record RoadsFile
{
    /// <summary><c>.osm.pbf</c>, <c>.osm</c>, <c>.osm.gz</c>, <c>.geojson</c> with lines, or a folder with <c>nodes.csv</c> and <c>arcs.csv</c>.</summary>
    public required string File { get; init; }

    /// <summary>How responders drive: <c>emergency</c> or <c>car</c>.</summary>
    public string Profile { get; init; } = "emergency";

    /// <summary>The largest part that hangs together must hold so much of the length of the roads, 0 to 1.</summary>
    public double LeastShare { get; init; } = 0.8;
}

/// <summary>A station, in the city's reference system.</summary>
public sealed record StationEntry(double Lon, double Lat, string? Name = null);

/// <summary>Cells as given, or to be generated.</summary>
public sealed record CellsFile
{
    /// <summary>GeoJSON polygons; not given: generated.</summary>
    public string? File { get; init; }

    /// <summary><c>hexagons</c> or <c>squares</c>.</summary>
    public string Shape { get; init; } = "hexagons";

    /// <summary>Distance between the centres of neighbours, 50 to 5,000 m; not given: 500 m, or so much more that there are no more than 4,000 cells.</summary>
    public double? Metres { get; init; }
}

/// <summary>A table: CSV, or GeoJSON points whose properties are the columns.</summary>
public sealed record TableFile
{
    public required string File { get; init; }

    /// <summary>Reference system; not given: the city's.</summary>
    public string? Crs { get; init; }

    /// <summary>What separates the columns of a CSV: <c>,</c> <c>;</c> or <c>\t</c>.</summary>
    public string Separator { get; init; } = ",";

    /// <summary>Encoding of a CSV: <c>UTF-8</c> or <c>GB18030</c>, which includes GBK.</summary>
    public string Encoding { get; init; } = "UTF-8";
}

/// <summary>Where calls come from.</summary>
public sealed record DemandFile
{
    /// <summary><c>points</c> (weight), <c>incidents</c> (past calls) or <c>areas</c> (GeoJSON polygons with a weight).</summary>
    public required string Kind { get; init; }

    public required TableFile Table { get; init; }

    /// <summary>Calls a day; past incidents tell it themselves.</summary>
    public double? CallsPerDay { get; init; }
}

/// <summary>Hours at which roads are slower or quicker than otherwise.</summary>
/// <param name="Name">Key, e.g. <c>morning-peak</c>.</param>
/// <param name="When">E.g. <c>Mo-Fr 07:00-09:30</c>; several parts with ';'.</param>
/// <param name="Roads">Travel time by class of road, 1 is as otherwise.</param>
/// <param name="Districts">Times that, by district.</param>
public sealed record HoursEntry(string Name, string When, ImmutableDictionary<string, double> Roads, ImmutableDictionary<string, double>? Districts = null);

/// <summary>
/// The form of <c>city.json</c>. By reflection: generated code gives properties that may only be initialised the value null when the file
/// does not name them, instead of their defaults.
/// </summary>
internal static class CityFileJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };
}
