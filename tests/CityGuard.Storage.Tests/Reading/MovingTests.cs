using System.Text;
using CityGuard.Domain.Journal;
using CityGuard.Storage.AzureTables;
using CityGuard.Storage.Embedded;
using CityGuard.Storage.Reading;
using CityGuard.Storage.Tests.AzureTables;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.Reading;

/// <summary>An embedded city moves into a cluster and back, hash for hash; and a cluster is read as of one moment while it writes.</summary>
public sealed class MovingTests(TableServer server) : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly TempFolder _back = new();
    private readonly TableStoreOfTest _tables = new(server);
    private string _file = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Forge.Write(_folder.Data, new Story());
        _file = Path.Combine(_folder.Data.Path, "export.jsonl");
        await ExportFolder(_folder.Data, _file);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        _back.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_embedded_city_moves_to_a_cluster_and_back_with_its_chains_intact()
    {
        var store = await _tables.Open();
        (await JournalImport.Run(_file, store.Journal, cancel: Cancel)).ShouldBe((7, 33));
        await using (var cluster = await Moment(store))
            (await JournalVerifier.Run(cluster, VerifyOptions.Plain, cancel: Cancel)).Violations.ShouldBeEmpty();

        var file = Path.Combine(_folder.Data.Path, "back.jsonl");
        await using (var cluster = await Moment(store))
        await using (var into = File.Create(file))
            await JournalExport.Write(cluster, into, cancel: Cancel);
        await using (var embedded = SqliteJournal.Open(_back.Data))
            await JournalImport.Run(file, embedded, cancel: Cancel);
        var again = Path.Combine(_folder.Data.Path, "again.jsonl");
        await ExportFolder(_back.Data, again);

        JournalVerifier.Run(_back.Data, VerifyOptions.Plain, cancel: Cancel).Violations.ShouldBeEmpty();
        Sorted(again).ShouldBe(Sorted(_file));
        foreach (var sector in new[] { "s-440104-01", "s-440104-02" })
            (await store.Journal.Open(sector, Cancel)).ShouldBe(await OpenIn(sector));
    }

    [Fact]
    public async Task An_import_that_broke_off_is_gone_on_with_by_the_same_file()
    {
        var store = await _tables.Open();
        await JournalImport.Run(_file, new BreaksOff(store.Journal, after: 4), cancel: Cancel).ShouldThrowAsync<StorageFailedException>();
        (await JournalImport.Run(_file, store.Journal, cancel: Cancel)).ShouldBe((7, 33));
        await using var cluster = await Moment(store);
        var report = await JournalVerifier.Run(cluster, VerifyOptions.Plain, cancel: Cancel);
        report.Violations.ShouldBeEmpty();
        (report.Streams, report.Events).ShouldBe((7, 33));
    }

    [Fact]
    public async Task A_city_does_not_start_on_half_of_its_past_and_only_the_same_file_goes_on_with_it()
    {
        var store = await _tables.Open();
        await JournalImport.Run(_file, new BreaksOff(store.Journal, after: 4), cancel: Cancel).ShouldThrowAsync<StorageFailedException>();
        (await Should.ThrowAsync<StorageInUseException>(JournalBinding.Bind(store.Journal, "testcity", "aaaa", TimeProvider.System, Cancel))).Message.ShouldContain("Import the same file again");

        await using (var elsewhere = SqliteJournal.Open(_back.Data))
        {
            await JournalBinding.Bind(elsewhere, "elsewhere", "bbbb", TimeProvider.System, Cancel);
            await elsewhere.Append("i-other", 0, [Entries.One("other")], new StreamHead(null), Cancel);
        }

        var another = Path.Combine(_folder.Data.Path, "another.jsonl");
        await ExportFolder(_back.Data, another);
        (await Should.ThrowAsync<StorageInUseException>(() => JournalImport.Run(another, store.Journal, cancel: Cancel))).Message.ShouldContain("an import goes into an empty one");
        (await store.Journal.ReadHead("i-other", Cancel)).ShouldBeNull();
        await JournalImport.Run(_file, store.Journal, cancel: Cancel);
    }

    [Fact]
    public async Task A_journal_of_another_history_is_left_as_it_is()
    {
        await using var other = SqliteJournal.Open(_back.Data);
        await JournalBinding.Bind(other, "elsewhere", "bbbb", TimeProvider.System, Cancel);
        (await Should.ThrowAsync<StorageInUseException>(() => JournalImport.Run(_file, other, cancel: Cancel))).Message.ShouldContain("an import goes into an empty one");
        (await other.ReadHead(Story.ClosedOne.Value, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_folder_and_a_cluster_are_of_one_journal_once_it_was_imported_and_never_of_another()
    {
        var store = await _tables.Open();
        (await Should.ThrowAsync<StorageFailedException>(SameJournal.Prove(_folder.Data, store, Cancel))).Message.ShouldContain("import it first");
        await JournalImport.Run(_file, store.Journal, cancel: Cancel);
        await SameJournal.Prove(_folder.Data, store, Cancel);
        await using (var other = SqliteJournal.Open(_back.Data))
        {
            (await Should.ThrowAsync<StorageFailedException>(SameJournal.Prove(_back.Data, store, Cancel))).Message.ShouldContain("import it first");
            await JournalBinding.Bind(other, "elsewhere", "bbbb", TimeProvider.System, Cancel);
        }

        (await Should.ThrowAsync<CityMismatchException>(SameJournal.Prove(_back.Data, store, Cancel))).Message.ShouldContain("do not begin alike");
    }

    [Theory]
    [InlineData("theft", "other", "the chain of")]
    [InlineData("\"version\":2,", "\"version\":3,", "goes on with version 3 after 1")]
    [InlineData("\"stream\":\"city\"", "\"stream\":\"town\"", "binds to no city")]
    [InlineData("{\"stream\"", "\"stream\"", "it is no line of an export")]
    public async Task A_damaged_file_is_named_by_its_line_and_changes_nothing(string from, string to, string expected)
    {
        var lines = await File.ReadAllLinesAsync(_file, Cancel);
        if (from.Contains("city", StringComparison.Ordinal))
            lines = [.. lines.Where(line => !line.Contains(from, StringComparison.Ordinal)).Select(line => line.Replace("\"streams\":7", "\"streams\":6", StringComparison.Ordinal))];
        else
            lines[Array.FindIndex(lines, line => line.Contains(from, StringComparison.Ordinal) && line.Contains("\"event\"", StringComparison.Ordinal))] = lines.First(line => line.Contains(from, StringComparison.Ordinal)).Replace(from, to, StringComparison.Ordinal);
        await File.WriteAllLinesAsync(_file, lines, Cancel);
        await using var into = SqliteJournal.Open(_back.Data);
        var damaged = await Should.ThrowAsync<FormatException>(() => JournalImport.Run(_file, into, cancel: Cancel));
        damaged.Message.ShouldContain(expected);
        damaged.Message.ShouldContain("nothing was imported");
        (await into.ReadHead("city", Cancel)).ShouldBeNull();
        (await into.ReadHead(Story.ClosedOne.Value, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_file_from_which_a_whole_stream_was_taken_is_refused()
    {
        var lines = await File.ReadAllLinesAsync(_file, Cancel);
        await File.WriteAllLinesAsync(_file, lines.Where(line => !line.Contains($"\"stream\":\"{Story.ClosedOne}\"", StringComparison.Ordinal)), Cancel);
        await using var into = SqliteJournal.Open(_back.Data);
        (await Should.ThrowAsync<FormatException>(() => JournalImport.Run(_file, into, cancel: Cancel))).Message.ShouldContain("the end tells of 7 streams, and there are 6");
    }

    [Theory]
    [InlineData(1, "the export broke off")] // between two streams, where nothing else is missing
    [InlineData(2, "ends in the middle of")]
    public async Task A_file_that_ends_too_early_is_refused(int linesLost, string expected)
    {
        var lines = await File.ReadAllLinesAsync(_file, Cancel);
        await File.WriteAllLinesAsync(_file, lines[..^linesLost], Cancel);
        await using var into = SqliteJournal.Open(_back.Data);
        (await Should.ThrowAsync<FormatException>(() => JournalImport.Run(_file, into, cancel: Cancel))).Message.ShouldContain(expected);
        (await into.IsEmpty(Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_stored_otherwise_than_it_should_be_is_not_exported()
    {
        var store = await _tables.Open();
        await JournalImport.Run(_file, store.Journal, cancel: Cancel);
        await _tables.Table("journal").DeleteEntityAsync(Story.ClosedOne.Value, "e000000000002", cancellationToken: Cancel);
        await using var cluster = await Moment(store);
        using var into = new MemoryStream();
        (await Should.ThrowAsync<StorageDamagedException>(JournalExport.Write(cluster, into, cancel: Cancel))).Message.ShouldContain($"{Story.ClosedOne}: versions are not contiguous");
    }

    [Fact]
    public async Task A_head_that_has_gone_on_between_two_answers_of_the_service_is_no_fault()
    {
        var network = default(LossyTransport);
        var store = await _tables.Open(transport: inner => network = new LossyTransport(inner));
        // The service answers a thousand rows at once, and the head is the row after its events.
        for (var n = 0; n < 1_000; n += 50)
            await store.Journal.Append("a-long", n, Entries.Many($"b{n}", 50), new StreamHead("s-1"), Cancel);
        await using var source = await Moment(store);
        var appended = 0;
        network!.BeforeNext(request => request.Uri.ToString().Contains("NextRowKey", StringComparison.Ordinal), async () =>
        {
            await store.Journal.Append("a-long", 1_000, [Entries.One("later")], new StreamHead(null), Cancel);
            appended++;
        });
        var read = new List<ReadStream>();
        await foreach (var stream in source.Streams(Cancel))
            read.Add(stream);
        appended.ShouldBe(1);
        var only = read.ShouldHaveSingleItem();
        only.Faults.ShouldBeEmpty();
        (only.Stream.Version, only.Stream.OpenIn).ShouldBe((1_000, "s-1"));
        Chains.ShouldBeWhole(only.Events).ShouldBe(1_000);
        only.Stream.Hash.ShouldBe(only.Events[^1].Hash.ToArray());
    }

    [Fact]
    public async Task A_cluster_that_writes_is_read_as_of_one_moment()
    {
        var store = await _tables.Open();
        await JournalBinding.Bind(store.Journal, "testcity", "aaaa", TimeProvider.System, Cancel);
        using var enough = new CancellationTokenSource();
        // Each fact of b follows from the one of a with its number: no reading may hold it without that one.
        var writing = Task.Run(async () =>
        {
            for (var n = 0; !enough.IsCancellationRequested; n++)
                foreach (var stream in new[] { "a-cause", "b-effect" })
                    (await store.Journal.Append(stream, n, [Entries.One($"{stream}-{n}")], new StreamHead(n % 2 == 0 ? "s-1" : null))).ShouldBe(AppendResult.Appended);
        }, Cancel);
        await Until.True(async () => (await store.Journal.ReadHead("b-effect"))?.Version > 20);
        var seen = new List<long>();
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await using var source = await Moment(store);
            var lengths = new Dictionary<string, long>();
            await foreach (var read in source.Streams(Cancel))
            {
                read.Faults.ShouldBeEmpty();
                lengths[read.Stream.Name] = Chains.ShouldBeWhole(read.Events);
                read.Stream.Version.ShouldBe(read.Events.Count);
                if (read.Events.Count > 0 && read.Stream.Name != "city")
                    read.Stream.OpenIn.ShouldBe(read.Events.Count % 2 == 1 ? "s-1" : null);
            }

            (lengths["a-cause"] - lengths["b-effect"]).ShouldBeInRange(0, 1);
            seen.Add(lengths["a-cause"]);
        }

        await enough.CancelAsync();
        await writing;
        seen.Distinct().Count().ShouldBeGreaterThan(1, "nothing was written meanwhile: the test shows nothing");
    }

    private static async Task ExportFolder(DataFolder folder, string file)
    {
        using var reader = JournalReader.Open(folder);
        await using var into = File.Create(file);
        await JournalExport.Write(reader, into, cancel: Cancel);
    }

    private static Task<TableReader> Moment(TableStore store) => TableReader.Open(store, Cancel);

    private async Task<IReadOnlyList<string>> OpenIn(string sector)
    {
        await using var journal = SqliteJournal.Open(_folder.Data);
        return await journal.Open(sector, Cancel);
    }

    private static string Sorted(string file) => string.Join('\n', File.ReadAllLines(file, Encoding.UTF8).Order(StringComparer.Ordinal));

    /// <summary>The machine goes down in the middle of an import.</summary>
    private sealed class BreaksOff(IJournal inner, int after) : IJournal
    {
        private int _left = after;

        public Task<AppendResult> Append(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, StreamHead head, CancellationToken cancel = default)
            => Interlocked.Decrement(ref _left) >= 0 ? inner.Append(stream, expectedVersion, entries, head, cancel) : throw new StorageFailedException("broken off");

        public Task<HeadRecord?> ReadHead(string stream, CancellationToken cancel = default) => inner.ReadHead(stream, cancel);

        public Task<IReadOnlyList<StoredEntry>> Read(string stream, long afterVersion, CancellationToken cancel = default) => inner.Read(stream, afterVersion, cancel);

        public Task<IReadOnlyList<string>> Open(string sector, CancellationToken cancel = default) => inner.Open(sector, cancel);

        public Task<bool> IsEmpty(CancellationToken cancel = default) => inner.IsEmpty(cancel);
    }
}
