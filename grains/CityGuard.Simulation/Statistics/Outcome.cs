using CityGuard.Domain.Incidents;
using CityGuard.Simulation.Engine;

namespace CityGuard.Simulation.Statistics;

/// <summary>What is kept of one replication: enough for every interval, little enough for thousands.</summary>
/// <param name="Replication">Its number.</param>
/// <param name="Counts">As in the tally.</param>
/// <param name="Percentiles">Seconds: by part, then by severity, each at <see cref="Levels"/>; NaN where nobody came.</param>
/// <param name="Totals">Queued, queue milliseconds, escalated, aided, diverted, desk, busy milliseconds, metres, coverage looks, coverage lost.</param>
public sealed record Outcome(int Replication, long[] Counts, double[] Percentiles, long[] Totals)
{
    /// <summary>Percentiles that are kept.</summary>
    public static readonly double[] Levels = [0.5, 0.8, 0.9, 0.95];

    internal static readonly int Parts = Enum.GetValues<Part>().Length, Severities = Enum.GetValues<IncidentSeverity>().Length;

    internal static Outcome Of(int replication, Tally tally)
    {
        var percentiles = new double[(Parts + Severities) * Levels.Length];
        for (var part = 0; part < Parts; part++)
            Write(tally.SecondsOf((Part)part), percentiles.AsSpan(part * Levels.Length));
        for (var severity = 0; severity < Severities; severity++)
            Write(tally.SecondsOf((IncidentSeverity)severity), percentiles.AsSpan((Parts + severity) * Levels.Length));
        return new Outcome(
            replication,
            [.. tally.Counts],
            percentiles,
            [tally.Queued, tally.QueueMilliseconds, tally.Escalated, tally.Aided, tally.Diverted, tally.Desk, tally.Busy.Sum(), tally.Metres.Sum(), tally.CoverageLooks.Sum(), tally.CoverageLost.Sum()]);
    }

    internal void Write(BinaryWriter writer)
    {
        foreach (var counts in (long[][])[Counts, Totals])
        {
            writer.Write7BitEncodedInt(counts.Length);
            foreach (var count in counts)
                writer.Write7BitEncodedInt64(count);
        }

        foreach (var percentile in Percentiles)
            writer.Write(percentile);
    }

    internal static Outcome Read(BinaryReader reader, int replication)
    {
        var (counts, totals) = (Column(), Column());
        var percentiles = new double[(Parts + Severities) * Levels.Length];
        for (var i = 0; i < percentiles.Length; i++)
            percentiles[i] = reader.ReadDouble();
        return new Outcome(replication, counts, percentiles, totals);

        long[] Column()
        {
            var column = new long[reader.Read7BitEncodedInt()];
            for (var i = 0; i < column.Length; i++)
                column[i] = reader.Read7BitEncodedInt64();
            return column;
        }
    }

    /// <summary>Quantile of times counted by the second they end in (0: no time at all), evened out within the second.</summary>
    public static double Quantile(ReadOnlySpan<int> bySecond, double level)
    {
        var total = 0L;
        foreach (var count in bySecond)
            total += count;
        if (total == 0)
            return double.NaN;
        var wanted = level * total;
        var before = 0L;
        for (var second = 0; second < bySecond.Length; second++)
        {
            if (bySecond[second] > 0 && before + bySecond[second] >= wanted)
                return second == 0 ? 0 : second - 1 + ((wanted - before) / bySecond[second]);
            before += bySecond[second];
        }

        return bySecond.Length;
    }

    private static void Write(ReadOnlySpan<int> bySecond, Span<double> into)
    {
        for (var i = 0; i < Levels.Length; i++)
            into[i] = Quantile(bySecond, Levels[i]);
    }
}
