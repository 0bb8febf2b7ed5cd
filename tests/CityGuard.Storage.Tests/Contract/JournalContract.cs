using System.Text;
using CityGuard.Domain.Journal;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.Contract;

/// <summary>What actors rely on, whichever journal is behind it. Each store runs all of it.</summary>
public abstract class JournalContract
{
    protected abstract IJournal Journal { get; }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_appended_is_read_back_byte_for_byte()
    {
        var text = """{"kind":"Tested","v":1,"text":"越秀区 \u0000 é"}""";
        (await Append("i-1", 0, Entries.One("a", text), Entries.One("b"))).ShouldBe(AppendResult.Appended);
        var events = await Journal.Read("i-1", 0, Cancel);
        events.Select(e => (e.Stream, e.Version, e.EventId)).ShouldBe([("i-1", 1, "a"), ("i-1", 2, "b")]);
        events[0].Text().ShouldBe(text);
        (await Journal.Read("i-1", 1, Cancel)).Single().EventId.ShouldBe("b");
        (await Journal.Read("i-1", 2, Cancel)).ShouldBeEmpty();
        (await Journal.Read("i-2", 0, Cancel)).ShouldBeEmpty();
        (await Journal.ReadHead("i-2", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_journal_is_empty_until_its_first_append()
    {
        (await Journal.IsEmpty(Cancel)).ShouldBeTrue();
        await Append("i-1", 0, Entries.One("a"));
        (await Journal.IsEmpty(Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task Another_writer_of_the_same_version_meets_a_conflict_and_leaves_nothing()
    {
        await Append("i-1", 0, Entries.One("a"));
        (await Append("i-1", 0, Entries.One("b"))).ShouldBe(AppendResult.Conflict);
        (await Append("i-1", 2, Entries.One("c"))).ShouldBe(AppendResult.Conflict);
        (await Append("i-2", 1, Entries.One("d"))).ShouldBe(AppendResult.Conflict);
        (await Journal.Read("i-1", 0, Cancel)).Single().EventId.ShouldBe("a");
        (await Journal.ReadHead("i-2", Cancel)).ShouldBeNull();
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
        (await Journal.Read("i-1", 0, Cancel)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_head_tells_version_hash_sector_and_the_last_snapshot()
    {
        await Journal.Append("i-1", 0, [Entries.One("a")], new StreamHead("s-1", Encoding.UTF8.GetBytes("state")), Cancel);
        await Journal.Append("i-1", 1, [Entries.One("b")], new StreamHead("s-1"), Cancel);
        var head = (await Journal.ReadHead("i-1", Cancel)).ShouldNotBeNull();
        var last = (await Journal.Read("i-1", 1, Cancel)).Single();
        (head.Version, head.OpenIn, head.SnapshotVersion).ShouldBe((2, "s-1", 1));
        head.Hash.ToArray().ShouldBe(last.Hash.ToArray());
        Encoding.UTF8.GetString(head.Snapshot!.Value.Span).ShouldBe("state");
    }

    [Fact]
    public async Task A_snapshot_of_hundreds_of_kilobytes_is_kept_and_a_smaller_one_after_it_too()
    {
        var large = Enumerable.Range(0, 700_000).Select(i => (byte)(i * 31)).ToArray();
        await Journal.Append("i-1", 0, [Entries.One("a")], new StreamHead(null, large), Cancel);
        await Append("i-1", 1, Entries.One("b"));
        (await Journal.ReadHead("i-1", Cancel)).ShouldNotBeNull().Snapshot!.Value.ToArray().ShouldBe(large);
        await Journal.Append("i-1", 2, [Entries.One("c")], new StreamHead(null, large.AsMemory(0, 70_000)), Cancel);
        var head = (await Journal.ReadHead("i-1", Cancel)).ShouldNotBeNull();
        (head.Version, head.SnapshotVersion).ShouldBe((3, 3));
        head.Snapshot!.Value.ToArray().ShouldBe(large[..70_000]);
    }

    [Fact]
    public async Task An_event_of_hundreds_of_kilobytes_is_read_back_whole()
    {
        var text = $$"""{"kind":"Tested","v":1,"text":"{{new string('x', 500_000)}}"}""";
        (await Append("i-1", 0, Entries.One("a", text))).ShouldBe(AppendResult.Appended);
        (await Journal.Read("i-1", 0, Cancel)).Single().Text().ShouldBe(text);
        Chains.ShouldBeWhole(await Journal.Read("i-1", 0, Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_snapshot_is_refused_before_anything_is_written()
    {
        await Should.ThrowAsync<ArgumentException>(() => Journal.Append("i-1", 0, [Entries.One("a")], new StreamHead(null, ReadOnlyMemory<byte>.Empty), Cancel));
        (await Journal.ReadHead("i-1", Cancel)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(91)]
    [InlineData(101)]
    public async Task An_append_holds_1_to_90_entries(int count)
    {
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Append("i-1", 0, Entries.Many("e", count)));
        (await Journal.ReadHead("i-1", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Ninety_entries_are_appended_whole()
    {
        (await Append("i-1", 0, Entries.Many("e", 90))).ShouldBe(AppendResult.Appended);
        Chains.ShouldBeWhole(await Journal.Read("i-1", 0, Cancel)).ShouldBe(90);
    }

    [Fact]
    public async Task More_than_one_transaction_can_carry_is_refused_and_just_as_much_is_taken()
    {
        var heavy = $$"""{"kind":"Tested","v":1,"text":"{{new string('x', 40_000)}}"}""";
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Append("i-1", 0, [.. Enumerable.Range(0, 80).Select(i => Entries.One($"e-{i}", heavy))]));
        (await Append("i-1", 0, [.. Enumerable.Range(0, 70).Select(i => Entries.One($"e-{i}", heavy))])).ShouldBe(AppendResult.Appended);
        (await Journal.Read("i-1", 0, Cancel)).Count.ShouldBe(70);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a b")]
    [InlineData("a\u0001b")]
    [InlineData("越秀")]
    public async Task A_key_that_a_table_cannot_hold_is_refused_by_every_journal(string key)
    {
        await Should.ThrowAsync<ArgumentException>(() => Append(key, 0, Entries.One("a")));
        await Should.ThrowAsync<ArgumentException>(() => Journal.Append("i-1", 0, [Entries.One("a")], new StreamHead(key), Cancel));
        (await Journal.ReadHead("i-1", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Keys_with_quotes_and_other_odd_characters_are_kept_apart()
    {
        string[] keys = ["o'brien", "o''brien", "a%20b", "a+b", "a&b=c", "a~b!", "A", "a", "{x}", "a|b"];
        foreach (var key in keys)
            (await Append(key, 0, Entries.One($"of-{key}"))).ShouldBe(AppendResult.Appended);
        foreach (var key in keys)
        {
            (await Journal.Read(key, 0, Cancel)).Single().EventId.ShouldBe($"of-{key}");
            (await Append(key, 1, Entries.One($"next-{key}"))).ShouldBe(AppendResult.Appended);
            (await Journal.ReadHead(key, Cancel)).ShouldNotBeNull().Version.ShouldBe(2);
        }
    }

    [Fact]
    public async Task Open_work_is_listed_by_sector_until_its_head_says_otherwise()
    {
        foreach (var i in Enumerable.Range(1, 3))
            await Journal.Append($"i-{i}", 0, [Entries.One($"e{i}")], new StreamHead(i == 2 ? "s-2" : "s-1"), Cancel);
        (await Journal.Open("s-1", Cancel)).ShouldBe(["i-1", "i-3"]);
        await Journal.Append("i-1", 1, [Entries.One("closed")], new StreamHead(null), Cancel);
        (await Journal.Open("s-1", Cancel)).ShouldBe(["i-3"]);
        (await Journal.Open("s-3", Cancel)).ShouldBeEmpty();
        await Journal.Append("i-3", 1, [Entries.One("moved")], new StreamHead("s-3"), Cancel);
        (await Journal.Open("s-1", Cancel)).ShouldBeEmpty();
        (await Journal.Open("s-3", Cancel)).ShouldBe(["i-3"]);
        await Journal.Append("i-1", 2, [Entries.One("reopened")], new StreamHead("s-1"), Cancel);
        (await Journal.Open("s-1", Cancel)).ShouldBe(["i-1"]);
    }

    [Fact]
    public async Task A_stream_of_thousands_of_events_is_read_whole_and_from_any_version()
    {
        const int batches = 28;
        foreach (var batch in Enumerable.Range(0, batches))
            (await Append("i-1", batch * 90, Entries.Many($"b{batch}", 90))).ShouldBe(AppendResult.Appended);
        Chains.ShouldBeWhole(await Journal.Read("i-1", 0, Cancel)).ShouldBe(batches * 90);
        (await Journal.Read("i-1", (batches * 90) - 3, Cancel)).Select(e => e.Version).ShouldBe([2518, 2519, 2520]);
    }

    [Fact]
    public async Task Many_sectors_and_a_thousand_open_streams_are_listed_whole()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
        {
            for (var i = worker; i < 1_100; i += 8)
                await Journal.Append($"i-{i:00000}", 0, [Entries.One($"e-{i}")], new StreamHead(i % 11 == 0 ? "s-2" : "s-1"), Cancel);
        }));
        (await Journal.Open("s-1", Cancel)).Count.ShouldBe(1_000);
        (await Journal.Open("s-2", Cancel)).ShouldBe(Enumerable.Range(0, 100).Select(i => $"i-{i * 11:00000}"));
    }

    [Fact]
    public async Task A_stalled_writer_that_returns_meets_a_conflict_and_learns_the_truth()
    {
        await Append("p-1", 0, Entries.One("a"));
        var stalled = (await Journal.ReadHead("p-1", Cancel)).ShouldNotBeNull();
        await Append("p-1", 1, Entries.One("by another"));
        (await Append("p-1", stalled.Version, Entries.One("by the stalled"))).ShouldBe(AppendResult.Conflict);
        (await Append("p-1", 2, Entries.One("after looking"))).ShouldBe(AppendResult.Appended);
        (await Journal.Read("p-1", 0, Cancel)).Select(e => e.EventId).ShouldBe(["a", "by another", "after looking"]);
        Chains.ShouldBeWhole(await Journal.Read("p-1", 0, Cancel));
    }

    [Fact]
    public async Task Many_writers_at_once_leave_whole_chains_and_one_winner_of_each_version()
    {
        var won = 0;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async w =>
        {
            foreach (var n in Enumerable.Range(0, 30))
            {
                var stream = $"i-{n % 5}";
                var version = (await Journal.ReadHead(stream))?.Version ?? 0;
                if (await Append(stream, version, Entries.One($"{w}-{n}-a"), Entries.One($"{w}-{n}-b")) == AppendResult.Appended)
                    Interlocked.Increment(ref won);
            }
        }));
        won.ShouldBeInRange(5, 16 * 30 - 1);
        var events = 0;
        foreach (var stream in Enumerable.Range(0, 5).Select(i => $"i-{i}"))
            events += Chains.ShouldBeWhole(await Journal.Read(stream, 0, Cancel));
        events.ShouldBe(2 * won);
    }

    protected Task<AppendResult> Append(string stream, long expected, params JournalEntry[] entries)
        => Journal.Append(stream, expected, entries, new StreamHead(null), Cancel);
}
