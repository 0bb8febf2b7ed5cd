using Azure;
using Azure.Data.Tables;
using CityGuard.Domain.Journal;
using CityGuard.Storage.AzureTables;
using CityGuard.Storage.Tests.Contract;
using CityGuard.Storage.Tests.Vault;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.AzureTables;

/// <summary>The contract of the vault on Azure Tables, and what several silos can do to each other there.</summary>
public sealed class TableVaultTests(TableServer server) : VaultContract, IAsyncLifetime
{
    private readonly TableStoreOfTest _tables = new(server);
    private TableVault _vault = null!;
    private LossyTransport _network = null!;

    private protected override IVault Vault => _vault;

    public async ValueTask InitializeAsync() => _vault = (await _tables.Open(transport: inner => _network = new LossyTransport(inner))).Vault;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task No_text_stands_in_the_tables_in_the_clear_and_nothing_of_it_after_erasing()
    {
        var reference = (await _vault.Seal(Incidents.Number(1), Data, Cancel)).ShouldNotBeNull();
        var rows = await Rows();
        rows.Count.ShouldBe(3);
        foreach (var bytes in rows.SelectMany(r => r.Select(property => property.Value)).OfType<byte[]>())
            System.Text.Encoding.UTF8.GetString(bytes).ShouldNotContain("scooter");
        await _vault.Erase(Incidents.Number(1), Cancel);
        (await Rows()).SelectMany(r => r.Select(property => property.Value)).OfType<byte[]>().ShouldBeEmpty();
        (await _vault.Open(reference, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task An_erasure_that_comes_between_the_key_and_its_box_leaves_no_box()
    {
        await _vault.Seal(Incidents.Number(1), Data, Cancel);
        var other = (await _tables.Open()).Vault;
        _network.BeforeNextAppend(async () => (await other.Erase(Incidents.Number(1), Cancel)).ShouldBeTrue());
        (await _vault.Seal(Incidents.Number(1), Data, Cancel)).ShouldBeNull();
        (await Rows()).SelectMany(r => r.Select(property => property.Value)).OfType<byte[]>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sealing_whose_answer_is_lost_is_sealed_again_under_its_own_reference()
    {
        _network.LoseNextAppend(Loss.Answer);
        var reference = (await _vault.Seal(Incidents.Number(1), Data, Cancel)).ShouldNotBeNull();
        _network.Lost.ShouldBe(1);
        (await _vault.Open(reference, Cancel)).ShouldBe(Data);
    }

    [Fact]
    public async Task An_erasure_whose_answer_is_lost_is_done()
    {
        var reference = (await _vault.Seal(Incidents.Number(1), Data, Cancel)).ShouldNotBeNull();
        _network.LoseNextAppend(Loss.Answer); // of the boxes that are deleted
        (await _vault.Erase(Incidents.Number(1), Cancel)).ShouldBeTrue();
        _network.Lost.ShouldBe(1);
        (await _vault.Open(reference, Cancel)).ShouldBeNull();
        (await Rows()).SelectMany(r => r.Select(property => property.Value)).OfType<byte[]>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_box_under_another_reference_does_not_open()
    {
        var incident = Incidents.Number(1);
        var first = (await _vault.Seal(incident, Data, Cancel)).ShouldNotBeNull();
        var second = (await _vault.Seal(incident, new PersonalData("other", null), Cancel)).ShouldNotBeNull();
        var row = (await _tables.Table("vault").GetEntityAsync<TableEntity>(incident.Value, first, cancellationToken: Cancel)).Value;
        row.RowKey = second;
        await _tables.Table("vault").UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, Cancel);
        await Should.ThrowAsync<StorageDamagedException>(_vault.Open(second, Cancel));
    }

    private async Task<List<TableEntity>> Rows()
    {
        var rows = new List<TableEntity>();
        await foreach (var row in _tables.Table("vault").QueryAsync<TableEntity>(cancellationToken: Cancel))
            rows.Add(row);
        return rows;
    }
}
