using CityGuard.Domain.Journal;
using CityGuard.Storage.Tests.Contract;
using CityGuard.Storage.Vault;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.Vault;

/// <summary>The contract of the vault on SQLite, and what its file may never hold.</summary>
public sealed class SqliteVaultTests : VaultContract, IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private SqliteVault _vault = null!;

    private protected override IVault Vault => _vault;

    public ValueTask InitializeAsync()
    {
        _vault = SqliteVault.Open(_folder.Data);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _vault.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_sealed_opens_after_a_restart()
    {
        var reference = (await _vault.Seal(Incidents.Number(1), Data, Cancel)).ShouldNotBeNull();
        await _vault.DisposeAsync();
        _vault = SqliteVault.Open(_folder.Data);
        (await _vault.Open(reference, Cancel)).ShouldBe(Data);
    }

    [Fact]
    public async Task The_same_data_twice_gives_two_references_and_two_boxes_that_share_nothing()
    {
        var references = new[] { await _vault.Seal(Incidents.Number(1), Data, Cancel), await _vault.Seal(Incidents.Number(1), Data, Cancel) };
        references[0].ShouldNotBe(references[1]);
        var boxes = Sql.Read<byte[]>(_folder.Data.Vault, "SELECT box FROM boxes");
        boxes[0].AsSpan(0, 12).SequenceEqual(boxes[1].AsSpan(0, 12)).ShouldBeFalse();
        boxes[0].AsSpan(12, 16).SequenceEqual(boxes[1].AsSpan(12, 16)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_erased_stays_erased_after_a_restart()
    {
        await _vault.Seal(Incidents.Number(1), Data, Cancel);
        await _vault.Erase(Incidents.Number(1), Cancel);
        (await _vault.Seal(Incidents.Number(1), Data, Cancel)).ShouldBeNull();
        (await _vault.Erase(Incidents.Number(2), Cancel)).ShouldBeFalse();
        (await _vault.Seal(Incidents.Number(2), Data, Cancel)).ShouldBeNull();
        await _vault.DisposeAsync();
        _vault = SqliteVault.Open(_folder.Data);
        (await _vault.Seal(Incidents.Number(1), Data, Cancel)).ShouldBeNull();
        Sql.Read<byte[]>(_folder.Data.Vault, "SELECT box FROM boxes").ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_process_erases_while_this_one_runs_and_nothing_comes_back()
    {
        var reference = (await _vault.Seal(Incidents.Number(1), Data, Cancel)).ShouldNotBeNull();
        (await _vault.Open(reference, Cancel)).ShouldBe(Data);
        var key = Sql.Read<byte[]>(_folder.Data.Vault, "SELECT key FROM keys").Single();
        await using (var other = SqliteVault.Open(_folder.Data))
            (await other.Erase(Incidents.Number(1), Cancel)).ShouldBeTrue();
        (await _vault.Open(reference, Cancel)).ShouldBeNull();
        await _vault.Seal(Incidents.Number(1), Data, Cancel);
        await _vault.Seal(Incidents.Number(2), Data, Cancel);
        ByteSearch.FilesWith(_folder.Data, key).ShouldBeEmpty();
        await _vault.DisposeAsync();
        _vault = SqliteVault.Open(_folder.Data);
        (await _vault.Open(reference, Cancel)).ShouldBeNull();
        ByteSearch.FilesWith(_folder.Data, key).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_process_that_holds_the_file_for_too_long_costs_those_who_wait_and_not_the_city()
    {
        using (var other = Sql.Open(_folder.Data.Vault))
        {
            using var holds = other.BeginTransaction(deferred: false);
            (await Should.ThrowAsync<StorageInUseException>(_vault.Seal(Incidents.Number(1), Data, Cancel))).Message.ShouldContain("held by another process");
        }

        _vault.Failed.IsCompleted.ShouldBeFalse();
        var reference = (await _vault.Seal(Incidents.Number(1), Data, Cancel)).ShouldNotBeNull();
        (await _vault.Open(reference, Cancel)).ShouldBe(Data);
    }

    [Fact]
    public async Task A_reader_that_stays_makes_the_erasure_say_that_it_is_not_done()
    {
        var reference = (await _vault.Seal(Incidents.Number(1), Data, Cancel)).ShouldNotBeNull();
        using (var reader = Sql.Open(_folder.Data.Vault))
        {
            using var open = reader.BeginTransaction(deferred: true);
            using var look = reader.CreateCommand();
            look.Transaction = open;
            look.CommandText = "SELECT count(*) FROM keys";
            look.ExecuteScalar();
            var unfinished = await Should.ThrowAsync<StorageInUseException>(_vault.Erase(Incidents.Number(1), Cancel));
            unfinished.Message.ShouldContain("erase again");
        }

        (await _vault.Open(reference, Cancel)).ShouldBeNull();
        var again = (await _vault.Seal(Incidents.Number(2), Data, Cancel)).ShouldNotBeNull();
        (await _vault.Open(again, Cancel)).ShouldBe(Data);
        (await _vault.Erase(Incidents.Number(1), Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_box_under_another_reference_does_not_open()
    {
        var first = (await _vault.Seal(Incidents.Number(1), Data, Cancel)).ShouldNotBeNull();
        var second = (await _vault.Seal(Incidents.Number(1), new PersonalData("other", null), Cancel)).ShouldNotBeNull();
        Sql.Execute(_folder.Data.Vault, "UPDATE boxes SET box = (SELECT box FROM boxes WHERE reference = $from) WHERE reference = $to", ("$from", first), ("$to", second));
        await Should.ThrowAsync<StorageDamagedException>(_vault.Open(second, Cancel));
    }
}
