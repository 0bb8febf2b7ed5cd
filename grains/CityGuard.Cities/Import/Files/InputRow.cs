using System.Globalization;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Import.Files;

/// <summary>One line of a table. What cannot be read is reported and null.</summary>
internal sealed class InputRow(string file, int line, IReadOnlyDictionary<string, string> fields, GeoPoint? place, string crs, InputProblems problems)
{
    public int Line => line;

    public string File => file;

    /// <summary>The text of a column, empty when it is not there.</summary>
    public string Text(string column) => fields.TryGetValue(column, out var text) ? text.Trim() : "";

    public string? Needed(string column)
    {
        if (Text(column) is { Length: > 0 } text)
            return text;
        Fault(column, "it is missing");
        return null;
    }

    public double? Number(string column, double least, double most)
    {
        if (Text(column) is not { Length: > 0 } text)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Fault(column, FormattableString.Invariant($"'{text}' is no number from {least} to {most}"));
        return null;
    }

    public int? Whole(string column, int least, int most)
    {
        if (Number(column, least, most) is not { } number)
            return null;
        if (number == Math.Floor(number))
            return (int)number;
        Fault(column, $"'{Text(column)}' is no whole number");
        return null;
    }

    /// <summary>One of some words; the first when the column is empty.</summary>
    public string? OneOf(string column, params string[] words)
    {
        var text = Text(column);
        if (text.Length == 0)
            return words[0];
        if (words.Contains(text))
            return text;
        Fault(column, $"'{text}' is none of: {string.Join(", ", words)}");
        return null;
    }

    /// <summary>Columns <c>lon</c> and <c>lat</c>, or the point of a GeoJSON feature, in WGS 84.</summary>
    public GeoPoint? Place()
    {
        var given = place;
        if (given is null)
        {
            if (Needed("lon") is null | Needed("lat") is null || Number("lon", -180, 180) is not { } lon || Number("lat", -90, 90) is not { } lat)
                return null;
            given = new GeoPoint(lon, lat);
        }

        if (ChinaDatum.TryToWgs84(crs, given.Value, out var wgs84) && wgs84.IsValid)
            return wgs84;
        Fault("", $"the place cannot be converted from {crs}");
        return null;
    }

    public void Fault(string column, string problem) => problems.Add(file, line, column, problem);
}
