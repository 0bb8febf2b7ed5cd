using System.Text;
using CityGuard.Domain.Journal;
using CityGuard.Storage.Embedded;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.Embedded;

public sealed class SqliteJournalTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private SqliteJournal _journal = null!;

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
    public async Task What_was_appended_is_read_back_byte_for_byte()
    {
        var text = """{"kind":"Tested","v":1,"text":"越秀区 \u0000 é"}""";
        (await Append("i-1", 0, Entries.One("a", text), Entries.One("b"))).ShouldBe(AppendResult.Appended);
        var events = await _journal.Read("i-1", 0, TestContext.Current.CancellationToken);
        events.Select(e => (e.Stream, e.Version, e.EventId)).ShouldBe([("i-1", 1, "a"), ("i-1", 2, "b")]);
        events[0].Text().ShouldBe(text);
        (await _journal.Read("i-1", 1, TestContext.Current.CancellationToken)).Single().EventId.ShouldBe("b");
        (await _journal.Read("i-1", 2, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await _journal.Read("i-2", 0, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_writer_of_the_same_version_meets_a_conflict_and_leaves_nothing()
    {
        await Append("i-1", 0, Entries.One("a"));
        (await Append("i-1", 0, Entries.One("b"))).ShouldBe(AppendResult.Conflict);
        (await Append("i-1", 2, Entries.One("c"))).ShouldBe(AppendResult.Conflict);
        (await Append("i-2", 1, Entries.One("d"))).ShouldBe(AppendResult.Conflict);
        (await _journal.Read("i-1", 0, TestContext.Current.CancellationToken)).Single().EventId.ShouldBe("a");
        (await _journal.ReadHead("i-2", TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task The_same_append_asked_for_again_is_appended_once()
    {
        var entries = Entries.Many("e", 3);
        await Append("i-1", 0, entries);
        await Append("i-1", 3, Entries.One("later"));
        (await Append("i-1", 0, entries)).ShouldBe(AppendResult.Appended);
        (await Append("i-1", 0, entries[0], entries[2])).ShouldBe(AppendResult.Conflict);
        (await Append("i-1", 3, Entries.One("later"), Entries.One("more"))).ShouldBe(AppendResult.Conflict);
        (await _journal.Read("i-1", 0, TestContext.Current.CancellationToken)).Count.ShouldBe(4);
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
        (await _journal.ReadHead("i-2", TestContext.Current.CancellationToken)).ShouldBeNull();
        (await Append("i-2", 0, Entries.One("c"))).ShouldBe(AppendResult.Appended);
    }

    [Fact]
    public async Task A_head_tells_version_hash_sector_and_the_last_snapshot()
    {
        await _journal.Append("i-1", 0, [Entries.One("a")], new StreamHead("s-1", Encoding.UTF8.GetBytes("state")), TestContext.Current.CancellationToken);
        await _journal.Append("i-1", 1, [Entries.One("b")], new StreamHead("s-1"), TestContext.Current.CancellationToken);
        var head = (await _journal.ReadHead("i-1", TestContext.Current.CancellationToken)).ShouldNotBeNull();
        var last = (await _journal.Read("i-1", 1, TestContext.Current.CancellationToken)).Single();
        (head.Version, head.OpenIn, head.SnapshotVersion).ShouldBe((2, "s-1", 1));
        head.Hash.ToArray().ShouldBe(last.Hash.ToArray());
        Encoding.UTF8.GetString(head.Snapshot!.Value.Span).ShouldBe("state");
    }

    [Fact]
    public async Task An_empty_snapshot_is_refused_before_anything_is_written()
    {
        await Should.ThrowAsync<ArgumentException>(_journal.Append("i-1", 0, [Entries.One("a")], new StreamHead(null, ReadOnlyMemory<byte>.Empty), TestContext.Current.CancellationToken));
        (await _journal.ReadHead("i-1", TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Open_work_is_listed_by_sector_until_its_head_says_otherwise()
    {
        foreach (var i in Enumerable.Range(1, 3))
            await _journal.Append($"i-{i}", 0, [Entries.One($"e{i}")], new StreamHead(i == 2 ? "s-2" : "s-1"), TestContext.Current.CancellationToken);
        (await _journal.Open("s-1", TestContext.Current.CancellationToken)).ShouldBe(["i-1", "i-3"]);
        await _journal.Append("i-1", 1, [Entries.One("closed")], new StreamHead(null), TestContext.Current.CancellationToken);
        (await _journal.Open("s-1", TestContext.Current.CancellationToken)).ShouldBe(["i-3"]);
        (await _journal.Open("s-3", TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_writers_at_once_leave_whole_chains_and_one_winner_of_each_version()
    {
        var won = 0;
        await Task.WhenAll(Enumerable.Range(0, 32).Select(async w =>
        {
            foreach (var n in Enumerable.Range(0, 40))
            {
                var stream = $"i-{n % 5}";
                var version = (await _journal.ReadHead(stream))?.Version ?? 0;
                if (await Append(stream, version, Entries.One($"{w}-{n}-a"), Entries.One($"{w}-{n}-b")) == AppendResult.Appended)
                    Interlocked.Increment(ref won);
            }
        }));
        won.ShouldBeInRange(5, 32 * 40 - 1);
        var events = 0;
        foreach (var stream in Enumerable.Range(0, 5).Select(i => $"i-{i}"))
            events += Chains.ShouldBeWhole(await _journal.Read(stream, 0, TestContext.Current.CancellationToken));
        events.ShouldBe(2 * won);
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_opening_again()
    {
        await Append("i-1", 0, Entries.Many("e", 90));
        await _journal.DisposeAsync();
        _journal = SqliteJournal.Open(_folder.Data);
        Chains.ShouldBeWhole(await _journal.Read("i-1", 0, TestContext.Current.CancellationToken)).ShouldBe(90);
        (await Append("i-1", 90, Entries.One("next"))).ShouldBe(AppendResult.Appended);
        (await Append("i-2", 0, Entries.One("other"))).ShouldBe(AppendResult.Appended);
        Chains.ShouldBeWhole(await _journal.Read("i-1", 0, TestContext.Current.CancellationToken)).ShouldBe(91);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(91)]
    public async Task An_append_holds_1_to_90_entries(int count)
        => await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Append("i-1", 0, Entries.Many("e", count)));

    private Task<AppendResult> Append(string stream, long expected, params JournalEntry[] entries)
        => _journal.Append(stream, expected, entries, new StreamHead(null), TestContext.Current.CancellationToken);
}
