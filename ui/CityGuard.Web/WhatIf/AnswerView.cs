using System.Text.Json;
using CityGuard.Abstractions.Scenarios;

namespace CityGuard.Web.WhatIf;

/// <summary>What the page shows of an answer file.</summary>
public sealed record AnswerView(int Replications, double Days, double Level, IReadOnlyList<PlayedView> Scenarios, IReadOnlyList<DifferenceView> Differences)
{
    public static AnswerView Read(string answer) => JsonSerializer.Deserialize<AnswerView>(answer, JsonSerializerOptions.Web) ?? throw new FormatException("there is no answer");
}

/// <summary>Figures of one scenario.</summary>
public sealed record PlayedView(string Name, GroupView Whole, IReadOnlyList<GroupView> Groups, IReadOnlyList<PercentileView> Percentiles, IReadOnlyList<NamedInterval> Totals, IReadOnlyList<double> Curve);

/// <summary>Figures of a group of incidents; shares 0 to 1, times seconds.</summary>
public sealed record GroupView(string Dimension, string Key, double PerDay, Interval Within, Interval Late, Interval MeanResponse, Interval Unserved);

/// <summary>Percentiles of a time, seconds.</summary>
public sealed record PercentileView(string Of, Interval P50, Interval P90);

/// <summary>A figure by name.</summary>
public sealed record NamedInterval(string Name, Interval Value);

/// <summary>How a scenario differs from the first, night by night.</summary>
public sealed record DifferenceView(string Of, string From, IReadOnlyList<NamedInterval> Figures);

/// <summary>Late shares of cells, as the map needs them.</summary>
public static class CellDifference
{
    /// <summary>Index and difference of each cell where calls came in both scenarios, by turns; negative: fewer are late.</summary>
    public static double[] Read(string geoJson, IReadOnlyDictionary<string, int> cells)
    {
        using var map = JsonDocument.Parse(geoJson);
        var flat = new List<double>();
        foreach (var feature in map.RootElement.GetProperty("features").EnumerateArray())
        {
            var properties = feature.GetProperty("properties");
            if (properties.TryGetProperty("difference", out var difference) && cells.TryGetValue(properties.GetProperty("cell").GetString()!, out var index))
                flat.AddRange([index, difference.GetDouble()]);
        }

        return [.. flat];
    }
}
