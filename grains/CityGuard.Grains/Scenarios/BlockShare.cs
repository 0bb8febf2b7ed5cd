using CityGuard.Domain.Scenarios;
using CityGuard.Grains.Hosting;
using CityGuard.Simulation.Runs;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Scenarios;

/// <summary>Shares the blocks of a run among the silos that are alive: whoever is done gets the next, and what a dead one held goes back to the heap.</summary>
internal sealed class BlockShare(
    string run, RunQuestion question, RunLedger ledger, IReadOnlyList<PreparedScenario> scenarios, IGrainFactory grains, IClusterMembershipService membership, ILogger log)
{
    private const int LargestBlock = 16;

    // Each thread plays one, and one is on its way.
    private static readonly int InFlight = CpuPool.Threads + 1;

    private static readonly TimeSpan LooksForSilos = TimeSpan.FromSeconds(1);

    private readonly PriorityQueue<(int First, int Count), int> _open = new();
    private readonly Dictionary<Task<PlayedBlock>, (string Silo, (int First, int Count) Block)> _flying = [];
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<string> _met = [];
    private readonly HashSet<(int First, int Count)> _landed = [];
    private readonly int _size = Math.Clamp(question.Replications / 32, 1, LargestBlock);

    public bool IsStopped => _stopped.Task.IsCompleted;

    public void Stop() => _stopped.TrySetResult();

    /// <summary>Plays until the ledger is done, or it is stopped.</summary>
    /// <exception cref="InvalidOperationException">A block cannot be played at all.</exception>
    public async Task Play()
    {
        for (var first = 0; first < question.Replications; first += _size)
            _open.Enqueue(BlockAt(first), first);
        try
        {
            while (!(ledger.IsDone && ledger.Owed is null) && !IsStopped)
                await Round();
        }
        finally
        {
            foreach (var silo in _met)
                Player(silo).Forget(run).Ignore();
        }
    }

    private async Task Round()
    {
        var silos = Alive();
        foreach (var silo in silos.Where(_met.Add).ToArray())
            await TakeOver(silo);
        while (Next(silos) is { } silo && TakeBlock() is { } block)
            _flying[Player(silo).Play(run, question, block.First, block.Count)] = (silo, block);
        await Task.WhenAny([.. _flying.Keys, _stopped.Task, Task.Delay(LooksForSilos)]);
        foreach (var done in _flying.Keys.Where(task => task.IsCompleted).ToArray())
            await Land(done);
        // A silo that died is noticed by membership sooner than by its calls, which only time out.
        foreach (var (lost, what) in _flying.Where(f => !silos.Contains(f.Value.Silo)).ToArray())
        {
            _flying.Remove(lost);
            lost.Ignore();
            _open.Enqueue(what.Block, what.Block.First);
        }
    }

    private async Task Land(Task<PlayedBlock> done)
    {
        _flying.Remove(done, out var what);
        PlayedBlock played;
        try
        {
            played = await done;
        }
#pragma warning disable CA1031 // whatever became of the silo, another one plays the block
        catch (Exception error)
#pragma warning restore CA1031
        {
            log.LogInformation("Replications {First} to {Last} of {Run} were lost with {Silo} and are played again: {Reason}", what.Block.First, what.Block.First + what.Block.Count - 1, run, what.Silo, error.Message);
            _open.Enqueue(what.Block, what.Block.First);
            return;
        }

        if (played.Bytes is null)
            throw new InvalidOperationException(played.Fault);
        Enter(what.Block, played.Bytes);
    }

    private void Enter((int First, int Count) block, byte[] bytes)
    {
        _landed.Add(block);
        ledger.Enter(RunBlock.Read(bytes, scenarios));
        if (ledger.Owed is { } owed && !_flying.Values.Any(f => f.Block == owed))
            _open.Enqueue(owed, int.MinValue);
    }

    private (int First, int Count) BlockAt(int first) => (first, Math.Min(_size, question.Replications - first));

    /// <summary>What a player has kept of this run, from one who led it before.</summary>
    private async Task TakeOver(string silo)
    {
        try
        {
            foreach (var kept in await Player(silo).Kept(run))
                if (kept.First % _size == 0 && BlockAt(kept.First) == (kept.First, kept.Count) && (await Player(silo).Play(run, question, kept.First, kept.Count)).Bytes is { } bytes)
                    Enter((kept.First, kept.Count), bytes);
        }
#pragma warning disable CA1031 // one who does not answer has kept nothing
        catch (Exception error)
#pragma warning restore CA1031
        {
            log.LogDebug(error, "{Silo} does not say what it has kept of {Run}", silo, run);
        }
    }

    private (int First, int Count)? TakeBlock()
    {
        while (_open.TryDequeue(out var block, out _))
            if (block == ledger.Owed || (!ledger.IsDone && !_landed.Contains(block) && !_flying.Values.Any(f => f.Block == block)))
                return block;
        return null;
    }

    private string? Next(IReadOnlyList<string> silos)
    {
        var least = silos.MinBy(silo => _flying.Values.Count(f => f.Silo == silo));
        return least is not null && _flying.Values.Count(f => f.Silo == least) < InFlight ? least : null;
    }

    private string[] Alive() => [.. membership.CurrentSnapshot.Members.Values.Where(m => m.Status == SiloStatus.Active).Select(m => m.SiloAddress.ToParsableString()).Order(StringComparer.Ordinal)];

    private IPlayerGrain Player(string silo) => grains.GetGrain<IPlayerGrain>(silo);
}
