using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Statistics;

namespace CityGuard.Simulation.Runs;

/// <summary>
/// Counts the replications of a run in their order, whoever played them and whenever they came: the answer is the same on any number of threads
/// and machines, and stopping early looks at a prefix without gaps. For one thread at a time.
/// </summary>
public sealed class RunLedger
{
    private static readonly ShareMeasure Headline = new(Dimension.All, 0, Metric.Within);

    private readonly IReadOnlyList<PreparedScenario> _scenarios;
    private readonly RunOptions _options;
    private readonly Dictionary<int, RunBlock> _early = [];
    private readonly List<Outcome>[] _outcomes;
    private readonly Tally[] _sums;
    private readonly RunningEstimate[] _shares, _differences;

    /// <exception cref="ArgumentException">There is no scenario, or the options are out of range.</exception>
    public RunLedger(IReadOnlyList<PreparedScenario> scenarios, RunOptions options)
    {
        if (scenarios.Count == 0)
            throw new ArgumentException("There is no scenario to play.", nameof(scenarios));
        if (options.Objection() is { } objection)
            throw new ArgumentException(objection, nameof(options));
        (_scenarios, _options) = (scenarios, options);
        _outcomes = [.. scenarios.Select(_ => new List<Outcome>())];
        (_shares, _differences) = (new RunningEstimate[scenarios.Count], new RunningEstimate[scenarios.Count]);
        _sums = [.. scenarios.Select(scenario => new Tally(scenario.Shape) { Replications = 0 })];
    }

    /// <summary>Replications that count so far.</summary>
    public int Counted { get; private set; }

    /// <summary>True when no more are needed.</summary>
    public bool IsDone => Counted == _options.Replications || IsEnough;

    /// <summary>True when the interval is as narrow as was wanted.</summary>
    public bool IsEnough { get; private set; }

    /// <summary>The beginning of a block in whose middle it was enough: to be played once more, for its sum; null: none is owed.</summary>
    public (int First, int Count)? Owed { get; private set; }

    /// <summary>Takes a block; one that comes twice, or after the end, is passed over. True when more count than before.</summary>
    public bool Enter(RunBlock block)
    {
        if (Owed is { } owed && owed == (block.First, block.Count))
        {
            Add(block.Sums);
            Owed = null;
            return true;
        }

        if (IsDone || block.First < Counted)
            return false;
        _early[block.First] = block;
        var before = Counted;
        while (!IsDone && _early.Remove(Counted, out var next))
            Count(next);
        return Counted > before;
    }

    /// <summary>How far it is.</summary>
    /// <param name="elapsed">Since it began.</param>
    public RunProgress Progress(TimeSpan elapsed)
    {
        var corrected = Estimate.Corrected(_options.Level, _scenarios.Count - 1);
        return new RunProgress(
            Counted, _options.Replications, elapsed, [.. _shares.Select(share => share.Now(_options.Level))], [.. _differences.Skip(1).Select(difference => difference.Now(corrected))]);
    }

    /// <summary>All that was counted.</summary>
    /// <exception cref="InvalidOperationException">A block is still <see cref="Owed"/>.</exception>
    public IReadOnlyList<PlayedScenario> Finish() => Owed is null
        ? [.. _scenarios.Select((scenario, i) => new PlayedScenario(scenario, _outcomes[i], _sums[i]))]
        : throw new InvalidOperationException("A block is still owed.");

    private void Count(RunBlock block)
    {
        for (var r = 0; r < block.Count; r++)
        {
            for (var i = 0; i < _sums.Length; i++)
            {
                _outcomes[i].Add(block.Outcomes[i][r]);
                var share = Headline.Of(block.Outcomes[i][r], _sums[i]);
                _shares[i].Add(share);
                _differences[i].Add(share - Headline.Of(block.Outcomes[0][r], _sums[0]));
            }

            Counted++;
            IsEnough = _options.HalfWidth is { } wanted && Counted >= Math.Max(2, _options.LeastReplications) && Widest() <= wanted;
            if (!IsDone || r == block.Count - 1)
                continue;
            Owed = (block.First, r + 1);
            return;
        }

        Add(block.Sums);
    }

    private double Widest()
    {
        var progress = Progress(TimeSpan.Zero);
        return (progress.Differences.Count > 0 ? progress.Differences : progress.Current).Max(e => e.Half);
    }

    private void Add(Tally[] sums)
    {
        for (var i = 0; i < _sums.Length; i++)
            _sums[i].Add(sums[i]);
    }
}
