using CityGuard.Domain.Journal;
using CityGuard.Storage.Embedded;
using CityGuard.Storage.Tests.Contract;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.Embedded;

/// <summary>The contract on SQLite, and what only a single file can promise.</summary>
public sealed class SqliteJournalTests : JournalContract, IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private SqliteJournal _journal = null!;

    protected override IJournal Journal => _journal;

    public ValueTask InitializeAsync()
    {
        _journal = SqliteJournal.Open(_folder.Data);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _journal.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_event_id_used_twice_is_refused_and_its_neighbours_are_not()
    {
        await Append("i-1", 0, Entries.One("a"));
        var good = Enumerable.Range(0, 50).Select(i => Append($"i-good-{i}", 0, Entries.One($"good-{i}"))).ToList();
        var bad = Append("i-2", 0, Entries.One("b"), Entries.One("a"));
        good.AddRange(Enumerable.Range(50, 50).Select(i => Append($"i-good-{i}", 0, Entries.One($"good-{i}"))));
        await Should.ThrowAsync<InvalidOperationException>(bad);
        (await Task.WhenAll(good)).ShouldAllBe(r => r == AppendResult.Appended);
        (await _journal.ReadHead("i-2", Cancel)).ShouldBeNull();
        (await Append("i-2", 0, Entries.One("c"))).ShouldBe(AppendResult.Appended);
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_opening_again()
    {
        await Append("i-1", 0, Entries.Many("e", 90));
        await _journal.DisposeAsync();
        _journal = SqliteJournal.Open(_folder.Data);
        Chains.ShouldBeWhole(await _journal.Read("i-1", 0, Cancel)).ShouldBe(90);
        (await Append("i-1", 90, Entries.One("next"))).ShouldBe(AppendResult.Appended);
        (await Append("i-2", 0, Entries.One("other"))).ShouldBe(AppendResult.Appended);
        Chains.ShouldBeWhole(await _journal.Read("i-1", 0, Cancel)).ShouldBe(91);
    }
}
