using System.Collections.Concurrent;
using CityGuard.Domain.Journal;
using CityGuard.Storage.Embedded;
using CityGuard.Storage.Vault;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.Embedded;

/// <summary>A disk that fills up under load: one readable line, nothing more is promised, nothing that was promised is lost.</summary>
public sealed class FullDiskTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_journal_fails_once_and_keeps_what_it_acknowledged()
    {
        using var disk = new SmallDisk(4);
        var acknowledged = new ConcurrentBag<string>();
        await using (var journal = SqliteJournal.Open(disk.Data))
        {
            var faults = await Task.WhenAll(Enumerable.Range(0, 16).Select(w => AppendUntilItFails(journal, w, acknowledged)));
            faults.ShouldAllBe(fault => fault is StorageFailedException);
            var why = await journal.Failed.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
            why.Message.ShouldContain(disk.Data.Journal);
            why.Message.ShouldContain("no space left");
            why.Message.ShouldNotContain("\n");
            // Nothing is taken any more, not even what would have room.
            disk.Grow(64);
            (await Should.ThrowAsync<StorageFailedException>(journal.Append("i-after", 0, [Entries.One("after")], new StreamHead(null), Cancel))).Message.ShouldContain("no space left");
            (await journal.Read("i-0", 0, Cancel)).Count.ShouldBeGreaterThan(0);
        }

        acknowledged.Count.ShouldBeGreaterThan(100);
        await using var again = SqliteJournal.Open(disk.Data);
        var there = new HashSet<string>();
        foreach (var stream in Enumerable.Range(0, 16).Select(w => $"i-{w}"))
        {
            var events = await again.Read(stream, 0, Cancel);
            Chains.ShouldBeWhole(events);
            there.UnionWith(events.Select(e => e.EventId));
        }

        acknowledged.Where(id => !there.Contains(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_vault_says_the_same()
    {
        using var disk = new SmallDisk(2);
        await using var vault = SqliteVault.Open(disk.Data);
        var fault = await Should.ThrowAsync<StorageFailedException>(async () =>
        {
            for (var n = 0; n < 10_000; n++)
                await vault.Seal(Vault.Incidents.Number(n), new PersonalData(new string('x', 1_000), null), Cancel);
        });
        fault.Message.ShouldContain("no space left");
        (await vault.Failed.WaitAsync(TimeSpan.FromMinutes(1), Cancel)).ShouldBe(fault);
    }

    [Fact]
    public void A_disk_without_any_room_is_one_line_at_the_start()
    {
        using var disk = new SmallDisk(1);
        disk.Data.Create();
        using (var filler = File.Create(Path.Combine(disk.Data.Path, "filler")))
            Should.Throw<IOException>(() => filler.Write(new byte[2 << 20]));
        var refused = Should.Throw<StorageException>(() => SqliteJournal.Open(disk.Data));
        refused.Message.ShouldContain(disk.Data.Path);
        refused.Message.ShouldNotContain("\n");
    }

    private static async Task<Exception> AppendUntilItFails(SqliteJournal journal, int writer, ConcurrentBag<string> acknowledged)
    {
        for (long version = 0; ; version++)
        {
            var id = $"{writer}-{version}";
            try
            {
                if (await journal.Append($"i-{writer}", version, [Entries.One(id)], new StreamHead(null)) == AppendResult.Appended)
                    acknowledged.Add(id);
            }
            catch (StorageException fault)
            {
                return fault;
            }
        }
    }
}
