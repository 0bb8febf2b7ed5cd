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

/// <summary>Plays scenarios side by side on the threads of this process: each replication is one night that all of them meet.</summary>
public sealed class ScenarioRun
{
    private readonly IReadOnlyList<PreparedScenario> _scenarios;
    private readonly RunOptions _options;
    private readonly IProgress<RunProgress>? _progress;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly RunLedger _ledger;
    private long _began;
    private int _next;
    private volatile bool _enough;

    private ScenarioRun(IReadOnlyList<PreparedScenario> scenarios, RunOptions options, IProgress<RunProgress>? progress, TimeProvider time)
        => (_scenarios, _options, _progress, _time, _ledger) = (scenarios, options, progress, time, new RunLedger(scenarios, options));

    /// <summary>Plays all replications, or as many as are needed.</summary>
    /// <param name="scenarios">Scenarios of one city and one time; the first is what the others are compared with.</param>
    /// <exception cref="ArgumentException">There is no scenario, or the options are out of range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<PlayedScenario> Play(
        IReadOnlyList<PreparedScenario> scenarios, RunOptions options, IProgress<RunProgress>? progress = null, TimeProvider? time = null, CancellationToken cancel = default)
        => new ScenarioRun(scenarios, options, progress, time ?? TimeProvider.System).Play(cancel);

    private IReadOnlyList<PlayedScenario> Play(CancellationToken cancel)
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
        return _ledger.Finish();
    }

    private void Work(CancellationToken cancel)
    {
        var player = new BlockPlayer(_scenarios);
        while (!_enough && !cancel.IsCancellationRequested)
        {
            var replication = Interlocked.Increment(ref _next) - 1;
            if (replication >= _options.Replications)
                return;
            Count(player.Play(_options.Seed, replication, 1, CancellationToken.None));
        }
    }

    private void Count(RunBlock block)
    {
        RunProgress? news;
        lock (_gate)
        {
            news = _ledger.Enter(block) ? _ledger.Progress(_time.GetElapsedTime(_began)) : null;
            _enough = _enough || _ledger.IsEnough;
        }

        if (news is not null)
            _progress?.Report(news);
    }
}
