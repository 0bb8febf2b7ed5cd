using CityGuard.Domain.Areas;
using CityGuard.Grains.Areas;

namespace CityGuard.Grains.Sectors;

/// <summary>How much goes by itself in a sector: the latest word of the areas above it and of its own.</summary>
internal sealed partial class SectorGrain
{
    private ModeWord? _word;

    private ModeWord Word => _word ?? new ModeWord(services.Dispatch.Value.Mode);

    public Task HearMode(ModeWord word)
    {
        var before = Word.Mode;
        _word = ModeWord.Later(_word, word);
        // What waits for a person may go now, or what would have gone must wait: nobody has to wait for the sweep for that.
        if (Word.Mode != before)
            foreach (var open in _incidents.Lines)
                TakeUp(open.Id, 0);
        return Task.CompletedTask;
    }

    public Task<ModeWord> Mode() => Task.FromResult(Word);

    private async Task ReadMode(CancellationToken cancel)
    {
        foreach (var area in services.Index.Areas.SelfAndAncestors(_board.Map.Range.Area))
            _word = ModeWord.Later(_word, await AreaJournal.ReadMode(services.Journal, services.Index.City.Areas[area].Id, cancel));
    }
}
