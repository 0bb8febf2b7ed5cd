using System.IO.Compression;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Statistics;

namespace CityGuard.Simulation.Runs;

/// <summary>Replications that were played one after the other, of all scenarios of a run: what is counted of each, and their sum. Bytes carry it between processes.</summary>
public sealed class RunBlock
{
    internal RunBlock(int first, Outcome[][] outcomes, Tally[] sums) => (First, Outcomes, Sums) = (first, outcomes, sums);

    /// <summary>Number of the first replication.</summary>
    public int First { get; }

    /// <summary>How many replications.</summary>
    public int Count => Outcomes[0].Length;

    /// <summary>By scenario, then by replication.</summary>
    internal Outcome[][] Outcomes { get; }

    /// <summary>By scenario.</summary>
    internal Tally[] Sums { get; }

    /// <summary>As bytes: counts are small numbers, most of them 0, so they are written as such and compressed.</summary>
    public byte[] ToBytes()
    {
        var bytes = new MemoryStream();
        using (var packed = new DeflateStream(bytes, CompressionLevel.Fastest))
        using (var writer = new BinaryWriter(packed))
        {
            writer.Write7BitEncodedInt(First);
            writer.Write7BitEncodedInt(Count);
            for (var i = 0; i < Sums.Length; i++)
            {
                Sums[i].Write(writer);
                foreach (var outcome in Outcomes[i])
                    outcome.Write(writer);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="scenarios">The scenarios that were played.</param>
    /// <exception cref="FormatException">They are of other scenarios, or damaged.</exception>
    public static RunBlock Read(byte[] bytes, IReadOnlyList<PreparedScenario> scenarios)
    {
        try
        {
            using var reader = new BinaryReader(new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress));
            var (first, count) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
            var (outcomes, sums) = (new Outcome[scenarios.Count][], new Tally[scenarios.Count]);
            for (var i = 0; i < scenarios.Count; i++)
            {
                sums[i] = new Tally(scenarios[i].Shape);
                sums[i].Read(reader);
                outcomes[i] = new Outcome[count];
                for (var r = 0; r < count; r++)
                    outcomes[i][r] = Outcome.Read(reader, first + r);
            }

            return new RunBlock(first, outcomes, sums);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            throw new FormatException("These are no replications of this run: " + error.Message, error);
        }
    }
}

/// <summary>Plays blocks of a run's replications; for one thread at a time.</summary>
public sealed class BlockPlayer(IReadOnlyList<PreparedScenario> scenarios)
{
    private readonly Player[] _players = [.. scenarios.Select(scenario => new Player(scenario))];
    private readonly Tally[] _night = [.. scenarios.Select(scenario => new Tally(scenario.Shape))];

    /// <summary>Plays replications <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/> - 1. The same wherever and in whatever order it is done.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled between two replications.</exception>
    public RunBlock Play(ulong seed, int first, int count, CancellationToken cancel = default)
    {
        Tally[] sums = [.. scenarios.Select(scenario => new Tally(scenario.Shape) { Replications = 0 })];
        Outcome[][] outcomes = [.. scenarios.Select(_ => new Outcome[count])];
        for (var r = 0; r < count; r++)
        {
            cancel.ThrowIfCancellationRequested();
            for (var i = 0; i < _players.Length; i++)
            {
                outcomes[i][r] = _players[i].Play(seed, first + r, _night[i]);
                sums[i].Add(_night[i]);
            }
        }

        return new RunBlock(first, outcomes, sums);
    }
}
