using CityGuard.Abstractions.Readiness;
using CityGuard.Grains.Feed;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Telemetry;

namespace CityGuard.Grains.Readiness;

/// <summary>How the city stands, as this silo sees it. Whoever asks is answered, whatever does not answer itself.</summary>
internal sealed class CityCondition(CityIndex index, SectorRound round, JournalCondition journal, FeedRelay feed, IGrainFactory grains, TimeProvider time)
{
    private volatile bool _wasReady;
    private volatile object _actors = 0;

    public async Task<CityHealth> Look()
    {
        var (city, hash) = (index.City, index.City.Manifest.Hash);
        // All at once: each has a second, and so has the whole.
        var asked = round.Ask(Enumerable.Range(0, index.SectorCount), async s => (object)await s.Ensure(hash), inFlight: index.SectorCount);
        _actors = await round.OrSilent(async () => (object)await StandingActors.Count(grains)) ?? _actors;
        var answers = await asked;
        string[] notReady = [.. Enumerable.Range(0, index.SectorCount).Where(s => answers.GetValueOrDefault(s) is not true).Select(s => index.SectorIds[s])];
        _wasReady |= notReady.Length == 0;
        var (state, reasons) = HealthRules.Judge(new HealthSigns(index.SectorCount, notReady, _wasReady, journal.Look(), feed.Age, (time as SteadyClock)?.MachineAhead ?? TimeSpan.Zero));
        return new CityHealth(
            notReady.Length == 0, city.Manifest.CityId, city.Cells.Count, index.SectorCount, city.Responders.Length, city.Targets.Length,
            (int)_actors, index.SectorCount - notReady.Length, state, reasons);
    }
}
