using CityGuard.Domain.Scenarios;
using CityGuard.Grains.Feed;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Grains.Scenarios;

/// <summary>Hands blocks to the threads of its silo. None of it is in the journal: what is lost is played again, and is the same.</summary>
[GrainType("player"), SiloPlacement]
internal sealed class PlayerGrain(PreparedRuns runs) : Grain, IPlayerGrain
{
    private readonly Dictionary<string, Playing> _playing = [];

    public async Task<PlayedBlock> Play(string run, RunQuestion question, int first, int count)
    {
        if (!_playing.TryGetValue(run, out var playing))
            _playing[run] = playing = new Playing();
        DelayDeactivation(TimeSpan.FromHours(12));
        if (!playing.Blocks.TryGetValue((first, count), out var block))
            playing.Blocks[(first, count)] = block = runs.Play(question, first, count, playing.Stop.Token);
        try
        {
            return new PlayedBlock(await block);
        }
        catch (ScenarioException error)
        {
            return new PlayedBlock(null, error.Message);
        }
        catch
        {
            playing.Blocks.Remove((first, count));
            throw;
        }
    }

    public Task<IReadOnlyList<KeptBlock>> Kept(string run) => Task.FromResult<IReadOnlyList<KeptBlock>>(
        _playing.TryGetValue(run, out var playing) ? [.. playing.Blocks.Where(block => block.Value.IsCompletedSuccessfully).Select(block => new KeptBlock(block.Key.First, block.Key.Count))] : []);

    public async Task Forget(string run)
    {
        if (_playing.Remove(run, out var playing))
            await playing.Stop.CancelAsync();
    }

    private sealed class Playing
    {
        public Dictionary<(int First, int Count), Task<byte[]>> Blocks { get; } = [];

        public CancellationTokenSource Stop { get; } = new();
    }
}
