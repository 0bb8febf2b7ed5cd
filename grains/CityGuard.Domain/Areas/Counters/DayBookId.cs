using System.Globalization;

namespace CityGuard.Domain.Areas.Counters;

/// <summary>The stream of the calls of one sector and day: <c>n-20261126-s-440104-03</c>.</summary>
/// <param name="Day">Day in the city's time zone.</param>
/// <param name="Sector">Sector.</param>
public readonly record struct DayBookId(DateOnly Day, AreaId Sector)
{
    private const string Prefix = "n-", Form = "yyyyMMdd";

    /// <summary>Key of the stream.</summary>
    public string Stream => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Day.ToString(Form, CultureInfo.InvariantCulture)}-{Sector.Value}");

    /// <summary>Reads a key; false when it is none of these streams.</summary>
    public static bool TryParse(string? stream, out DayBookId id)
    {
        id = default;
        var start = Prefix.Length + Form.Length;
        if (stream is null || stream.Length <= start + 1 || !stream.StartsWith(Prefix, StringComparison.Ordinal) || stream[start] != '-'
            || !DateOnly.TryParseExact(stream.AsSpan(Prefix.Length, Form.Length), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !AreaId.TryParse(stream[(start + 1)..], out var sector))
            return false;
        id = new DayBookId(day, sector);
        return true;
    }
}
