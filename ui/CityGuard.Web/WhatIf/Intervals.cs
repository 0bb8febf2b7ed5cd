using System.Globalization;
using CityGuard.Abstractions.Scenarios;

namespace CityGuard.Web.WhatIf;

/// <summary>Writes figures with their intervals; what is not known is a dash, never a number that looks like one.</summary>
public static class Intervals
{
    public static string Percent(Interval value) => Write(value, 100, "0.00", " %", false);

    public static string PercentChange(Interval value) => Write(value, 100, "0.00", " %", true);

    public static string Seconds(Interval value) => Write(value, 1, "0.0", " s", false);

    public static string SecondsChange(Interval value) => Write(value, 1, "0.0", " s", true);

    /// <summary>True when zero lies outside the interval.</summary>
    public static bool IsClear(Interval value) => value is { Mean: { } mean, Half: { } half } && Math.Abs(mean) > half;

    private static string Write(Interval value, double scale, string form, string unit, bool sign)
    {
        if (value.Mean is not { } mean)
            return "–";
        var text = (mean * scale).ToString(sign ? $"+{form};−{form};{form}" : form, CultureInfo.InvariantCulture);
        return value.Half is { } half ? $"{text} ± {(half * scale).ToString(form, CultureInfo.InvariantCulture)}{unit}" : $"{text} ± ?{unit}";
    }
}
