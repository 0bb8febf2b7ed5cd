using System.Collections.Concurrent;
using CityGuard.Abstractions.Readiness;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Readiness;

/// <summary>Asks many boards at once, bounded, each for a second at most. A summary is asked at most once a second however many people look.</summary>
internal sealed class SectorRound(CityIndex index, IGrainFactory grains, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1), Fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<int, (DateTimeOffset At, ReadinessSummary Summary)> _summaries = new();

    /// <summary>What the sectors say; a silent one is left out.</summary>
    public async Task<IReadOnlyDictionary<int, ReadinessSummary>> Summaries(IEnumerable<int> sectors)
    {
        var (answers, ask) = (new Dictionary<int, ReadinessSummary>(), new List<int>());
        foreach (var sector in sectors)
            if (_summaries.TryGetValue(sector, out var known) && time.GetUtcNow() - known.At < Fresh)
                answers[sector] = known.Summary;
            else
                ask.Add(sector);
        foreach (var (sector, summary) in await Ask(ask, s => s.Summary()))
        {
            answers[sector] = summary;
            _summaries[sector] = (time.GetUtcNow(), summary);
        }

        return answers;
    }

    /// <summary>One question to many sectors.</summary>
    public async Task<IReadOnlyDictionary<int, T>> Ask<T>(IEnumerable<int> sectors, Func<ISectorGrain, Task<T>> question)
    {
        var answers = new ConcurrentDictionary<int, T>();
        await Bounded.ForEach(sectors, async sector =>
        {
            try
            {
                answers[sector] = await question(grains.GetGrain<ISectorGrain>(index.SectorIds[sector])).WaitAsync(Patience, time);
            }
#pragma warning disable CA1031 // a board that does not answer is silent, whatever the cause
            catch (Exception)
#pragma warning restore CA1031
            {
                // Left out: the caller counts it as unknown.
            }
        });
        return answers;
    }
}
