using CityGuard.Domain.Incidents;
using CityGuard.Simulation.Engine;

namespace CityGuard.Simulation.Statistics;

/// <summary>One figure of a replication, as a function of its outcome. Shares are 0 to 1, times seconds; NaN where there was nothing to count.</summary>
public abstract record Measure
{
    internal abstract double Of(Outcome outcome, Tally shape);

    /// <summary>Its values over the replications, in order.</summary>
    internal double[] Values(IReadOnlyList<Outcome> outcomes, Tally shape)
    {
        var values = new double[outcomes.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Of(outcomes[i], shape);
        return values;
    }
}

/// <summary>Share of the incidents of a group.</summary>
/// <param name="Dimension">By what they are grouped.</param>
/// <param name="Key">Which group.</param>
/// <param name="Counted">What is counted.</param>
/// <param name="Among">Out of what.</param>
public sealed record ShareMeasure(Dimension Dimension, int Key, Metric Counted, Metric Among = Metric.Incidents) : Measure
{
    internal override double Of(Outcome outcome, Tally shape)
    {
        var place = shape.Place(Dimension, Key);
        var among = outcome.Counts[place + (int)Among];
        return among == 0 ? double.NaN : (double)outcome.Counts[place + (int)Counted] / among;
    }
}

/// <summary>Mean response of a group, seconds from receipt to the first on scene.</summary>
public sealed record MeanResponse(Dimension Dimension, int Key) : Measure
{
    internal override double Of(Outcome outcome, Tally shape)
    {
        var place = shape.Place(Dimension, Key);
        var reached = outcome.Counts[place + (int)Metric.Reached];
        return reached == 0 ? double.NaN : outcome.Counts[place + (int)Metric.ResponseSum] / 1000.0 / reached;
    }
}

/// <summary>A percentile of a part of the response.</summary>
public sealed record PartPercentile(Part Part, int Level) : Measure
{
    internal override double Of(Outcome outcome, Tally shape) => outcome.Percentiles[((int)Part * Outcome.Levels.Length) + Level];
}

/// <summary>A percentile of the response to incidents of a severity.</summary>
public sealed record SeverityPercentile(IncidentSeverity Severity, int Level) : Measure
{
    internal override double Of(Outcome outcome, Tally shape) => outcome.Percentiles[((Outcome.Parts + (int)Severity) * Outcome.Levels.Length) + Level];
}

/// <summary>What a replication adds up to.</summary>
public enum Total
{
    /// <summary>Roles for which nobody was free at the alert.</summary>
    Queued,

    /// <summary>Their waiting, milliseconds.</summary>
    QueueMilliseconds,

    /// <summary>Roles for which nobody was within the outermost limit.</summary>
    Escalated,

    /// <summary>Roles filled by a neighbour city.</summary>
    Aided,

    /// <summary>Responders taken from a lesser incident.</summary>
    Diverted,

    /// <summary>Incidents that a desk handles.</summary>
    Desk,

    /// <summary>Milliseconds in which responders were held.</summary>
    BusyMilliseconds,

    /// <summary>Metres driven.</summary>
    Metres,

    /// <summary>Looks at coverage.</summary>
    CoverageLooks,

    /// <summary>Looks that found none.</summary>
    CoverageLost,
}

/// <summary>A total, divided by something that is the same in every replication.</summary>
public sealed record TotalMeasure(Total Total, double Per = 1) : Measure
{
    internal override double Of(Outcome outcome, Tally shape) => outcome.Totals[(int)Total] / Per;
}

/// <summary>Share of one total in another.</summary>
public sealed record TotalShare(Total Counted, Total Among) : Measure
{
    internal override double Of(Outcome outcome, Tally shape)
        => outcome.Totals[(int)Among] == 0 ? double.NaN : (double)outcome.Totals[(int)Counted] / outcome.Totals[(int)Among];
}
