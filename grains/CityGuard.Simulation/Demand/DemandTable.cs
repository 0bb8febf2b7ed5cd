using CityGuard.Domain.Targets;
using CityGuard.Simulation.Chance;

namespace CityGuard.Simulation.Demand;

/// <summary>All that makes a night's incidents: sources, given incidents, and which key targets of a cell are open when.</summary>
internal sealed class DemandTable
{
    private const long Hour = 3_600_000, Minute = 60_000;

    public required IReadOnlyList<DemandSource> Sources { get; init; }

    public required IReadOnlyList<GivenIncident> Given { get; init; }

    /// <summary>Targets by cell.</summary>
    public required int[][] TargetsOfCell { get; init; }

    /// <summary>Hours by target.</summary>
    public required OpeningHours[] Hours { get; init; }

    /// <summary>Share of the incidents of a cell with open targets that happen in one of them, 0 to 1.</summary>
    public required double TargetShare { get; init; }

    /// <summary>Minute of the week at which the night begins.</summary>
    public required int StartMinute { get; init; }

    /// <summary>Milliseconds after which no incident is received any more.</summary>
    public required long Horizon { get; init; }

    public required Distribution Processing { get; init; }

    /// <summary>Writes the incidents of one replication.</summary>
    public void Write(IncidentTape tape, ulong seed, int replication)
    {
        tape.Clear();
        foreach (var source in Sources)
            Write(tape, source, StreamKey.Of(seed, replication, source.Stream));
        var key = StreamKey.Of(seed, replication, -1);
        for (var i = 0; i < Given.Count; i++)
        {
            var given = Given[i];
            if (given.At < Horizon)
                tape.Add(new Incident(given.At, given.At + Delay(key.With(i)), given.Cell, given.Target, given.Call, key.With(i), given.OnScene ?? -1, i));
        }

        tape.Sort();
    }

    private void Write(IncidentTape tape, DemandSource source, StreamKey key)
    {
        // In operational time (expected incidents so far) the process is even: a gap is spent hour by hour at that hour's rate.
        var gaps = new Xoshiro256(key.With(-1));
        var (hour, begins) = (source.ByNight ? 0 : StartMinute / 60 % 168, source.ByNight ? 0L : -(StartMinute % 60 * Minute));
        var number = 0;
        var at = 0.0; // milliseconds into the hour
        if (begins < 0)
            at = -begins;
        var gap = ExponentialDraw.Next(ref gaps);
        while (begins < Horizon)
        {
            if (source.ByNight && hour >= source.PerHour.Length)
                return;
            var rate = source.PerHour[hour] / Hour;
            var left = rate * (Hour - at);
            if (gap >= left)
            {
                gap -= left;
                begins += Hour;
                at = 0;
                hour = source.ByNight ? hour + 1 : hour == 167 ? 0 : hour + 1;
                continue;
            }

            at += gap / rate;
            var received = begins + (long)at;
            if (received >= Horizon)
                return;
            Draws(tape, source, key.With(number++), received);
            gap = ExponentialDraw.Next(ref gaps);
        }
    }

    private void Draws(IncidentTape tape, DemandSource source, StreamKey key, long received)
    {
        var column = source.Cells.Pick(key.Bits(Draw.Cell));
        var cell = source.CellOf is null ? column : source.CellOf[column];
        var call = source.CallOf[source.Mix.Pick(key.Bits(Draw.Mix))];
        if (source.Thinnings.Count > 0 && IsThinnedOut(source, key, call, cell))
            return;
        tape.Add(new Incident(received, received + Delay(key), cell, Target(key, cell, received), call, key, -1));
    }

    private static bool IsThinnedOut(DemandSource source, StreamKey key, int call, int cell)
    {
        var share = 1.0;
        foreach (var thinning in source.Thinnings)
            if (thinning.Concerns(call, cell))
                share *= thinning.Share;
        return share < 1 && key.Uniform(Draw.Kept) >= share;
    }

    private int Target(StreamKey key, int cell, long received)
    {
        var targets = TargetsOfCell[cell];
        if (targets.Length == 0 || key.Uniform(Draw.AtTarget) >= TargetShare)
            return -1;
        var minute = (int)((StartMinute + (received / Minute)) % OpeningHours.Week);
        var open = 0;
        foreach (var target in targets)
            open += Hours[target].IsOpen(minute) ? 1 : 0;
        if (open == 0)
            return -1;
        var which = (int)(key.Uniform(Draw.WhichTarget) * open);
        foreach (var target in targets)
            if (Hours[target].IsOpen(minute) && which-- == 0)
                return target;
        return -1;
    }

    private long Delay(StreamKey key)
        => Processing.Shape == DistributionShape.Constant ? (long)(Processing.MeanSeconds * 1000) : (long)(Processing.Quantile(key.Uniform(Draw.Processing)) * 1000);
}
