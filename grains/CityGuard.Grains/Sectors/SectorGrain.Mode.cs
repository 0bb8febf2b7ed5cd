using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.Areas;

namespace CityGuard.Grains.Sectors;

/// <summary>How much goes by itself in a sector: the latest word of the areas above it and of its own.</summary>
internal sealed partial class SectorGrain
{
    // Any version but 0, which would ask an incident to show itself again.
    private const long Told = 1;

    private ModeWord? _word;

    private ModeWord Word => _word ?? new ModeWord(services.Dispatch.Value.Mode);

    public Task HearMode(ModeWord word)
    {
        var before = Word.Mode;
        _word = ModeWord.Later(_word, word);
        if (Word.Mode != before)
            FollowMode().Ignore();
        return Task.CompletedTask;
    }

    public Task<ModeWord> Mode() => Task.FromResult(Word);

    /// <summary>What waits for a person may go now, and what would have gone must wait: that is not left to the next sweep.</summary>
    private async Task FollowMode()
    {
        foreach (var stream in await services.Journal.Open(Id))
            if (IncidentId.TryParse(stream, out var incident))
                TakeUp(incident, Told);
    }

    private async Task ReadMode(CancellationToken cancel)
    {
        foreach (var area in services.Index.Areas.SelfAndAncestors(_board.Map.Range.Area))
            _word = ModeWord.Later(_word, await AreaJournal.ReadMode(services.Journal, services.Index.City.Areas[area].Id, cancel));
    }
}
