using CityGuard.Storage.Reading;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.Reading;

/// <summary>A journal that somebody edited is caught, each kind of edit by its own line.</summary>
public sealed class StructureTests : IDisposable
{
    private const string OfOpenOne = "stream = (SELECT id FROM streams WHERE name = 'i-oooooooooooooooooooooo')";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_right_journal_is_whole()
    {
        await Forge.Write(_folder.Data, new Story());
        var seen = new List<VerifyProgress>();
        var report = JournalVerifier.Run(_folder.Data, VerifyOptions.Plain, new Progress(seen), TestContext.Current.CancellationToken);
        report.Violations.ShouldBeEmpty();
        (report.Streams, report.Events).ShouldBe((7, 33));
        seen.ShouldContain(new VerifyProgress(7, 7));
    }

    [Fact]
    public async Task A_journal_that_is_open_for_writing_is_verified_beside_its_writer()
    {
        await Forge.Write(_folder.Data, new Story());
        await using var city = CityGuard.Storage.Embedded.SqliteJournal.Open(_folder.Data);
        await city.Append("p-C-0099", 0, [Entries.One("other", """{"kind":"SignedIn","v":1,"by":"crew","at":"2026-11-01T08:00:00+00:00"}""")], new(null), TestContext.Current.CancellationToken);
        var report = JournalVerifier.Run(_folder.Data, VerifyOptions.Plain, cancel: TestContext.Current.CancellationToken);
        report.Violations.ShouldBeEmpty();
        report.Streams.ShouldBe(8);
    }

    [Fact]
    public async Task The_tables_refuse_to_change_or_delete_events()
    {
        await Forge.Write(_folder.Data, new Story());
        foreach (var sql in new[] { "UPDATE events SET json = x'7b7d'", "DELETE FROM events", "DELETE FROM streams" })
            Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => Sql.Execute(_folder.Data.Journal, sql)).Message.ShouldContain("never");
    }

    [Theory]
    [InlineData($"UPDATE events SET json = replace(CAST(json AS TEXT), 'theft', 'other') WHERE {OfOpenOne} AND version = 1", "i-oooooooooooooooooooooo version 1: the chain is broken")]
    [InlineData($"UPDATE events SET event_id = 'forged' WHERE {OfOpenOne} AND version = 3", "i-oooooooooooooooooooooo version 3: the chain is broken")]
    [InlineData($"UPDATE events SET hash = zeroblob(32) WHERE {OfOpenOne} AND version = 9", "i-oooooooooooooooooooooo: the head's hash is not that of the last event")]
    [InlineData($"DELETE FROM events WHERE {OfOpenOne} AND version = 4", "i-oooooooooooooooooooooo: versions are not contiguous")]
    [InlineData($"DELETE FROM events WHERE {OfOpenOne} AND version = 9", "i-oooooooooooooooooooooo: versions are not contiguous")]
    [InlineData("UPDATE streams SET version = 4 WHERE name = 'i-oooooooooooooooooooooo'", "i-oooooooooooooooooooooo: versions are not contiguous")]
    [InlineData("DELETE FROM streams WHERE name = 'i-oooooooooooooooooooooo'", "which does not exist")]
    [InlineData("UPDATE streams SET open_in = NULL WHERE name = 'i-oooooooooooooooooooooo'", "it is open and in no sector's list")]
    [InlineData("INSERT INTO snapshots SELECT id, 99, x'00' FROM streams WHERE name = 'i-oooooooooooooooooooooo'", "its snapshot stands at version 99")]
    public async Task An_edit_is_named(string sql, string expected)
    {
        await Forge.Write(_folder.Data, new Story());
        Forge.Damage(_folder.Data, sql);
        Verify().ShouldContain(line => line.Contains(expected));
    }

    [Fact]
    public async Task An_event_id_that_is_there_twice_is_named()
    {
        await Forge.Write(_folder.Data, new Story());
        // The table without its rules, as only an edit of the schema can make it.
        Forge.Damage(_folder.Data, "CREATE TABLE careless AS SELECT * FROM events; DROP TABLE events; ALTER TABLE careless RENAME TO events; UPDATE events SET event_id = 'twice' WHERE seq IN (2, 3)");
        Verify().ShouldContain("event id twice is there more than once");
    }

    [Fact]
    public async Task Missing_guards_are_named()
    {
        await Forge.Write(_folder.Data, new Story());
        Forge.DropTriggers(_folder.Data);
        Verify().Count(line => line.Contains("is gone, so events may have been changed", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task Damaged_pages_are_named_or_end_in_one_line()
    {
        await Forge.Write(_folder.Data, new Story());
        var bytes = await File.ReadAllBytesAsync(_folder.Data.Journal, TestContext.Current.CancellationToken);
        Array.Fill(bytes, (byte)0x5a, 4096, bytes.Length - 4096);
        await File.WriteAllBytesAsync(_folder.Data.Journal, bytes, TestContext.Current.CancellationToken);
        var damaged = Should.Throw<StorageDamagedException>(Verify);
        damaged.Message.ShouldContain(_folder.Data.Journal);
        damaged.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void Where_there_is_no_journal_that_is_said()
        => Should.Throw<StorageFailedException>(Verify).Message.ShouldContain(_folder.Data.Path);

    private IReadOnlyList<string> Verify() => JournalVerifier.Run(_folder.Data, VerifyOptions.Plain).Violations;

    private sealed class Progress(List<VerifyProgress> seen) : IProgress<VerifyProgress>
    {
        public void Report(VerifyProgress value) => seen.Add(value);
    }
}
