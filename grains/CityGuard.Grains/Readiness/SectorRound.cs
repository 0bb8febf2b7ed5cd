using System.Collections.Concurrent;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Readiness;

/// <summary>What sectors counted.</summary>
/// <param name="Said">By sector index.</param>
/// <param name="Remembered">What those who are silent now said last.</param>
internal sealed record RoundCounts(IReadOnlyDictionary<int, SectorCounts> Said, IReadOnlyDictionary<int, SectorCounts> Remembered);

/// <summary>Asks many boards at once, bounded, each for a second at most. Counts are asked at most once a second however many people look.</summary>
internal sealed class SectorRound(CityIndex index, IGrainFactory grains, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1), Fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(int Sector, CountedParts Parts), (DateTimeOffset At, SectorCounts Counts)> _counts = new();

    /// <summary>What the sectors count now; of silent ones what they said last.</summary>
    public async Task<RoundCounts> Counts(IReadOnlyCollection<int> sectors, CountedParts parts)
    {
        var (said, ask) = (new Dictionary<int, SectorCounts>(), new List<int>());
        foreach (var sector in sectors)
            if (_counts.TryGetValue((sector, parts), out var known) && time.GetUtcNow() - known.At < Fresh)
                said[sector] = known.Counts;
            else
                ask.Add(sector);
        foreach (var (sector, counts) in await Ask(ask, s => s.Counts(parts)))
        {
            said[sector] = counts;
            _counts[(sector, parts)] = (time.GetUtcNow(), counts);
        }

        var remembered = new Dictionary<int, SectorCounts>();
        foreach (var sector in sectors)
            if (!said.ContainsKey(sector) && _counts.TryGetValue((sector, parts), out var last))
                remembered[sector] = last.Counts;
        return new RoundCounts(said, remembered);
    }

    /// <summary>One question to many sectors; a silent one is left out.</summary>
    public async Task<IReadOnlyDictionary<int, T>> Ask<T>(IEnumerable<int> sectors, Func<ISectorGrain, Task<T>> question, int inFlight = Bounded.InFlight)
        where T : class
    {
        var answers = new ConcurrentDictionary<int, T>();
        await Bounded.ForEach(sectors, async sector =>
        {
            if (await OrSilent(() => question(grains.GetGrain<ISectorGrain>(index.SectorIds[sector]))) is { } answer)
                answers[sector] = answer;
        }, inFlight);
        return answers;
    }

    /// <summary>One question with the same patience; null when nobody answers.</summary>
    public async Task<T?> OrSilent<T>(Func<Task<T>> question)
        where T : class
    {
        try
        {
            return await question().WaitAsync(Patience, time);
        }
#pragma warning disable CA1031 // an actor that does not answer is silent, whatever the cause
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
