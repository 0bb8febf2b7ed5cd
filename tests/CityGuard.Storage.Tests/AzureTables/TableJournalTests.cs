using Azure;
using Azure.Data.Tables;
using CityGuard.Domain.Journal;
using CityGuard.Storage.AzureTables;
using CityGuard.Storage.Tests.Contract;
using CityGuard.Tests.Shared;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.AzureTables;

/// <summary>The contract on Azure Tables, and what only a far store can do to its callers.</summary>
public sealed class TableJournalTests(TableServer server) : JournalContract, IAsyncLifetime
{
    private readonly TableStoreOfTest _tables = new(server);
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private TableJournal _journal = null!;
    private LossyTransport _network = null!;

    protected override IJournal Journal => _journal;

    public async ValueTask InitializeAsync() => _journal = (await _tables.Open(_time, inner => _network = new LossyTransport(inner))).Journal;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(nameof(Loss.Request))]
    [InlineData(nameof(Loss.Answer))]
    public async Task An_append_whose_request_or_answer_is_lost_once_is_appended_once(string loss)
    {
        await Append("i-1", 0, Entries.One("a"));
        _network.LoseNextAppend(Enum.Parse<Loss>(loss));
        (await Append("i-1", 1, Entries.One("b"), Entries.One("c"))).ShouldBe(AppendResult.Appended);
        _network.Lost.ShouldBe(1);
        (await Append("i-1", 3, Entries.One("d"))).ShouldBe(AppendResult.Appended);
        Chains.ShouldBeWhole(await _journal.Read("i-1", 0, Cancel)).ShouldBe(4);
    }

    [Fact]
    public async Task The_first_append_of_a_stream_whose_answer_is_lost_is_its_own()
    {
        _network.LoseNextAppend(Loss.Answer);
        (await _journal.Append("i-1", 0, Entries.Many("e", 3), new StreamHead("s-1"), Cancel)).ShouldBe(AppendResult.Appended);
        _network.Lost.ShouldBe(1);
        (await _journal.Read("i-1", 0, Cancel)).Count.ShouldBe(3);
        (await _journal.Open("s-1", Cancel)).ShouldBe(["i-1"]);
    }

    [Fact]
    public async Task An_append_that_nobody_ever_answers_is_of_unknown_outcome_and_the_next_reading_tells()
    {
        await Append("i-1", 0, Entries.One("a"));
        _network.Lose(_ => true, Loss.Answer, 100);
        var unknown = await Should.ThrowAsync<StorageFailedException>(() => Append("i-1", 1, Entries.One("b")));
        unknown.Message.ShouldNotContain("\n");
        unknown.Message.ShouldContain($"127.0.0.1:{server.Port}");
        _network.Lose(_ => false, Loss.Nothing, 0);
        (await _journal.Read("i-1", 1, Cancel)).Single().EventId.ShouldBe("b");
        (await Append("i-1", 1, Entries.One("other"))).ShouldBe(AppendResult.Conflict);
        (await Append("i-1", 1, Entries.One("b"))).ShouldBe(AppendResult.Appended);
    }

    [Fact]
    public async Task A_writer_that_stalls_between_its_decision_and_the_service_meets_whoever_wrote_meanwhile()
    {
        var other = (await _tables.Open()).Journal;
        await Append("p-1", 0, Entries.One("a"));
        _network.BeforeNextAppend(async () => (await other.Append("p-1", 1, [Entries.One("by another")], new StreamHead(null))).ShouldBe(AppendResult.Appended));
        (await Append("p-1", 1, Entries.One("stalled"))).ShouldBe(AppendResult.Conflict);
        (await Append("p-1", 2, Entries.One("again"))).ShouldBe(AppendResult.Appended);
        Chains.ShouldBeWhole(await other.Read("p-1", 0, Cancel)).ShouldBe(3);
    }

    [Fact]
    public async Task A_row_stands_in_the_index_before_the_event_and_outlives_a_crash_between_them()
    {
        _network.Lose(r => r.Uri.ToString().Contains("$batch", StringComparison.Ordinal), Loss.Request, 100);
        await Should.ThrowAsync<StorageFailedException>(() => _journal.Append("i-1", 0, [Entries.One("a")], new StreamHead("s-1"), Cancel));
        _network.Lose(_ => false, Loss.Nothing, 0);
        (await _journal.ReadHead("i-1", Cancel)).ShouldBeNull();
        (await _journal.Open("s-1", Cancel)).ShouldBe(["i-1"]);
    }

    [Fact]
    public async Task What_a_crash_left_in_the_index_is_swept_out_later_and_what_is_open_stays()
    {
        await _journal.Append("i-1", 0, [Entries.One("a")], new StreamHead("s-1"), Cancel);
        await _journal.Append("i-2", 0, [Entries.One("b")], new StreamHead("s-1"), Cancel);
        _network.Lose(r => r.Method == Azure.Core.RequestMethod.Delete, Loss.Request, 3);
        await _journal.Append("i-1", 1, [Entries.One("closed")], new StreamHead(null), Cancel);
        _network.Lost.ShouldBe(3);
        (await _journal.Open("s-1", Cancel)).ShouldBe(["i-1", "i-2"]);
        _time.Advance(TimeSpan.FromHours(1));
        (await _journal.Open("s-1", Cancel)).ShouldBe(["i-1", "i-2"], "by the service's clock, which stamped them, they are young");
        _network.ServiceIsLaterBy = TimeSpan.FromMinutes(16);
        (await _journal.Open("s-1", Cancel)).ShouldBe(["i-2"]);
        (await Rows("open")).Select(r => r.RowKey).ShouldBe(["i-2"]);
    }

    [Fact]
    public async Task An_index_row_that_was_written_again_is_not_deleted_by_who_ended_the_stream_before()
    {
        var other = (await _tables.Open()).Journal;
        await _journal.Append("i-1", 0, [Entries.One("a")], new StreamHead("s-1"), Cancel);
        // Reopened by another process after the close is committed and before its index row is deleted.
        _network.Lose(r => r.Method == Azure.Core.RequestMethod.Delete && Reopen(other), Loss.Nothing, 1);
        await _journal.Append("i-1", 1, [Entries.One("closed")], new StreamHead(null), Cancel);
        (await _journal.ReadHead("i-1", Cancel)).ShouldNotBeNull().OpenIn.ShouldBe("s-1");
        (await _journal.Open("s-1", Cancel)).ShouldBe(["i-1"]);

        static bool Reopen(TableJournal by)
            => by.Append("i-1", 2, [Entries.One("reopened")], new StreamHead("s-1")).GetAwaiter().GetResult() == AppendResult.Appended;
    }

    [Fact]
    public async Task An_append_that_took_long_writes_its_index_row_again_before_it_is_acknowledged()
    {
        _network.BeforeNextAppend(async () =>
        {
            _time.Advance(TimeSpan.FromMinutes(30));
            await _tables.Table("open").DeleteEntityAsync("s-1", "i-1", ETag.All);
        });
        (await _journal.Append("i-1", 0, [Entries.One("a")], new StreamHead("s-1"), Cancel)).ShouldBe(AppendResult.Appended);
        (await _journal.Open("s-1", Cancel)).ShouldBe(["i-1"]);
    }

    [Fact]
    public async Task Who_wakes_up_reads_the_head_and_appends_under_it_without_reading_again()
    {
        await Append("i-1", 0, Entries.One("a"));
        _journal = (await _tables.Open(_time, inner => _network = new LossyTransport(inner))).Journal;
        var version = (await _journal.ReadHead("i-1", Cancel)).ShouldNotBeNull().Version;
        var before = _network.Sent;
        (await Append("i-1", version, Entries.One("b"))).ShouldBe(AppendResult.Appended);
        (_network.Sent - before).ShouldBe(1);
    }

    [Fact]
    public void Two_partitions_never_change_in_one_transaction()
    {
        var transaction = new PartitionTransaction("i-1").Add(new TableEntity("i-1", "a"));
        Should.Throw<InvalidOperationException>(() => transaction.Add(new TableEntity("i-2", "b"))).Message.ShouldContain("i-2");
        foreach (var i in Enumerable.Range(0, 99))
            transaction.Add(new TableEntity("i-1", $"{i}"));
        Should.Throw<InvalidOperationException>(() => transaction.Delete("more", ETag.All)).Message.ShouldContain("100");
    }

    [Fact]
    public async Task A_row_that_somebody_emptied_is_named_and_not_read_as_less()
    {
        await Append("i-1", 0, Entries.One("a", $$"""{"kind":"Tested","v":1,"text":"{{new string('x', 200_000)}}"}"""));
        var row = (await _tables.Table("journal").GetEntityAsync<TableEntity>("i-1", "e000000000001", cancellationToken: Cancel)).Value;
        row.Remove("json2");
        await _tables.Table("journal").UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, Cancel);
        (await Should.ThrowAsync<StorageDamagedException>(() => _journal.Read("i-1", 0, Cancel))).Message.ShouldContain("i-1");
    }

    private async Task<List<TableEntity>> Rows(string table)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in _tables.Table(table).QueryAsync<TableEntity>(cancellationToken: Cancel))
            rows.Add(row);
        return rows;
    }
}
