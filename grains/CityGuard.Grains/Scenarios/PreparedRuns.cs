using System.Collections.Concurrent;
using CityGuard.Domain.Scenarios;
using CityGuard.Grains.Hosting;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Grains.Scenarios;

/// <summary>Questions made ready to be played on this silo, and the threads that play them: one fewer than there are cores, apart from all others.</summary>
internal sealed class PreparedRuns(CityIndex index, IGrainFactory grains) : IDisposable
{
    private const int MostKept = 4;

    private readonly Lazy<SimulationCity> _city = new(() => new SimulationCity(index.City));
    private readonly ConcurrentDictionary<string, Lazy<Task<PreparedRun>>> _prepared = new();
    private readonly ConcurrentQueue<string> _order = new();
    private int _played;

    /// <summary>The city, made ready for scenarios at the first need.</summary>
    public SimulationCity City => _city.Value;

    public CpuPool Pool { get; } = new("CityGuard what-if");

    /// <summary>Blocks that this silo has played since it started.</summary>
    public int Played => Volatile.Read(ref _played);

    /// <summary>Plays a block of a question on the threads of what-if.</summary>
    public async Task<byte[]> Play(RunQuestion question, int first, int count, CancellationToken stop)
    {
        var prepared = await Of(question);
        var block = await Pool.Run(() => prepared.Play(question.Seed, first, count, stop));
        Interlocked.Increment(ref _played);
        return block;
    }

    public void Dispose() => Pool.Dispose();

    /// <summary>The question made ready; the latest few are kept.</summary>
    /// <exception cref="ScenarioException">One of its scenarios cannot be played.</exception>
    public async Task<PreparedRun> Of(RunQuestion question)
    {
        var key = string.Join(',', question.Scenarios.Select(s => $"{s.Id}/{s.Version}")) + (question.WithPresent ? "+" : "");
        var preparing = _prepared.GetOrAdd(key, _ => new Lazy<Task<PreparedRun>>(() => Prepare(question)));
        if (!preparing.IsValueCreated)
            _order.Enqueue(key);
        while (_order.Count > MostKept && _order.TryDequeue(out var oldest))
            _prepared.TryRemove(oldest, out _);
        try
        {
            return await preparing.Value;
        }
        catch
        {
            _prepared.TryRemove(KeyValuePair.Create(key, preparing));
            throw;
        }
    }

    private async Task<PreparedRun> Prepare(RunQuestion question)
    {
        var kept = await Task.WhenAll(question.Scenarios.Select(s => grains.GetGrain<IScenarioGrain>(s.Id).Version(s.Version)));
        var missing = Array.FindIndex(kept, k => k is null);
        if (missing >= 0)
            throw new ScenarioException([new ScenarioProblem($"$.scenarios[{missing}]", $"there is no version {question.Scenarios[missing].Version} of {question.Scenarios[missing].Id}")]);
        return await Pool.Run(() =>
        {
            Scenario[] scenarios = [.. kept.Select(k => ScenarioJson.Read(ScenarioText.Unpack(k!.Packed)) with { Version = k.Line.Version })];
            return new PreparedRun(PreparedScenario.MakeAll(City, question.WithPresent ? [scenarios[0].Present(), .. scenarios] : scenarios));
        });
    }
}

/// <summary>Scenarios ready to be played side by side, and players of them that are idle.</summary>
internal sealed class PreparedRun(IReadOnlyList<PreparedScenario> scenarios)
{
    private readonly ConcurrentBag<BlockPlayer> _idle = [];

    public IReadOnlyList<PreparedScenario> Scenarios => scenarios;

    public byte[] Play(ulong seed, int first, int count, CancellationToken cancel)
    {
        var player = _idle.TryTake(out var idle) ? idle : new BlockPlayer(scenarios);
        var block = player.Play(seed, first, count, cancel).ToBytes();
        _idle.Add(player); // one that was interrupted is not used again
        return block;
    }
}
