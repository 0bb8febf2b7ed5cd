using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Statistics;

namespace CityGuard.Simulation.Runs;

/// <summary>Everything that was counted of one scenario.</summary>
/// <param name="Scenario">Which.</param>
/// <param name="Outcomes">By replication, in order.</param>
/// <param name="Sum">All of them added up.</param>
public sealed record PlayedScenario(PreparedScenario Scenario, IReadOnlyList<Outcome> Outcomes, Tally Sum)
{
    /// <summary>A figure with its interval.</summary>
    public Estimate Estimate(Measure measure, double level) => Statistics.Estimate.Of(measure.Values(Outcomes, Sum), level);

    /// <summary>The difference of a figure from another scenario's, night by night.</summary>
    public Estimate Difference(PlayedScenario against, Measure measure, double level)
        => Statistics.Estimate.Paired(measure.Values(Outcomes, Sum), measure.Values(against.Outcomes, against.Sum), level);
}

/// <summary>
/// Plays scenarios side by side: each replication is one night that all of them meet. Replications are played by whoever is free and counted
/// in their order, so that the answer is the same on any number of threads, and stopping early looks at a prefix without gaps.
/// </summary>
public sealed class ScenarioRun
{
    private static readonly ShareMeasure Headline = new(Dimension.All, 0, Metric.Within);

    private readonly IReadOnlyList<PreparedScenario> _scenarios;
    private readonly RunOptions _options;
    private readonly IProgress<RunProgress>? _progress;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Dictionary<int, Played> _early = [];
    private readonly List<Outcome>[] _outcomes;
    private readonly Tally[] _sums;
    private readonly RunningEstimate[] _shares, _differences;
    private readonly Stack<Tally[]> _spare = new();
    private long _began;
    private int _next, _counted;
    private bool _enough;

    private ScenarioRun(IReadOnlyList<PreparedScenario> scenarios, RunOptions options, IProgress<RunProgress>? progress, TimeProvider time)
    {
        (_scenarios, _options, _progress, _time) = (scenarios, options, progress, time);
        _outcomes = [.. scenarios.Select(_ => new List<Outcome>())];
        (_shares, _differences) = (new RunningEstimate[scenarios.Count], new RunningEstimate[scenarios.Count]);
        _sums = NewTallies();
        foreach (var sum in _sums)
            sum.Replications = 0;
    }

    /// <summary>Plays all replications, or as many as are needed.</summary>
    /// <param name="scenarios">Scenarios of one city and one time; the first is what the others are compared with.</param>
    /// <exception cref="ArgumentException">There is no scenario, or the options are out of range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<PlayedScenario> Play(
        IReadOnlyList<PreparedScenario> scenarios, RunOptions options, IProgress<RunProgress>? progress = null, TimeProvider? time = null, CancellationToken cancel = default)
    {
        if (scenarios.Count == 0)
            throw new ArgumentException("There is no scenario to play.", nameof(scenarios));
        if (options.Replications is < 2 or > 100_000 || options.Level is not (> 0 and < 1) || options.HalfWidth is <= 0 || options.Threads < 0)
            throw new ArgumentException("Replications are 2 to 100,000, the level lies between 0 and 1, and a half-width above 0.", nameof(options));
        return new ScenarioRun(scenarios, options, progress, time ?? TimeProvider.System).Play(cancel);
    }

    private List<PlayedScenario> Play(CancellationToken cancel)
    {
        _began = _time.GetTimestamp();
        var count = Math.Min(_options.Threads > 0 ? _options.Threads : Environment.ProcessorCount, _options.Replications);
        Exception? failure = null;
        var threads = Enumerable.Range(0, count).Select(number => new Thread(() =>
        {
            try
            {
                Work(cancel);
            }
#pragma warning disable CA1031 // a fault on a thread of ours belongs to the caller, not to the process
            catch (Exception error)
#pragma warning restore CA1031
            {
                failure = error;
                _enough = true;
            }
        }) { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = $"CityGuard what-if {number}" }).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        cancel.ThrowIfCancellationRequested();
        if (failure is not null)
            throw new InvalidOperationException("A replication failed: " + failure.Message, failure);
        return [.. _scenarios.Select((scenario, i) => new PlayedScenario(scenario, _outcomes[i], _sums[i]))];
    }

    private void Work(CancellationToken cancel)
    {
        var players = _scenarios.Select(scenario => new Player(scenario)).ToArray();
        while (!_enough && !cancel.IsCancellationRequested)
        {
            var replication = Interlocked.Increment(ref _next) - 1;
            if (replication >= _options.Replications)
                return;
            var tallies = Spare();
            var outcomes = new Outcome[players.Length];
            for (var i = 0; i < players.Length; i++)
                outcomes[i] = players[i].Play(_options.Seed, replication, tallies[i]);
            Count(replication, new Played(outcomes, tallies));
        }
    }

    private void Count(int replication, Played played)
    {
        RunProgress? news = null;
        lock (_gate)
        {
            _early[replication] = played;
            while (!_enough && _early.Remove(_counted, out var next))
            {
                for (var i = 0; i < _sums.Length; i++)
                {
                    _sums[i].Add(next.Tallies[i]);
                    _outcomes[i].Add(next.Outcomes[i]);
                    var share = Headline.Of(next.Outcomes[i], _sums[i]);
                    _shares[i].Add(share);
                    _differences[i].Add(share - Headline.Of(next.Outcomes[0], _sums[0]));
                }

                _spare.Push(next.Tallies);
                _counted++;
                news = Progress();
                _enough = IsEnough(news);
            }
        }

        if (news is not null)
            _progress?.Report(news);
    }

    private bool IsEnough(RunProgress progress)
        => _options.HalfWidth is { } wanted && _counted >= Math.Max(2, _options.LeastReplications)
            && (progress.Differences.Count > 0 ? progress.Differences : progress.Current).Max(e => e.Half) <= wanted;

    private RunProgress Progress()
    {
        var corrected = Estimate.Corrected(_options.Level, _scenarios.Count - 1);
        return new RunProgress(
            _counted,
            _options.Replications,
            _time.GetElapsedTime(_began),
            [.. _shares.Select(share => share.Now(_options.Level))],
            [.. _differences.Skip(1).Select(difference => difference.Now(corrected))]);
    }

    private Tally[] Spare()
    {
        lock (_gate)
            return _spare.TryPop(out var tallies) ? tallies : NewTallies();
    }

    private Tally[] NewTallies() => [.. _scenarios.Select(scenario => new Tally(scenario.Shape))];

    private sealed record Played(Outcome[] Outcomes, Tally[] Tallies);
}
