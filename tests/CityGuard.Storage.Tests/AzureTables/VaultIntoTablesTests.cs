using Azure.Data.Tables;
using CityGuard.Storage.AzureTables;
using CityGuard.Storage.Tests.Contract;
using CityGuard.Storage.Tests.Vault;
using CityGuard.Storage.Vault;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.AzureTables;

/// <summary>Personal data of a data folder goes into a cluster, and what the others of that cluster can do meanwhile.</summary>
public sealed class VaultIntoTablesTests(TableServer server) : VaultCopyContract, IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly TableStoreOfTest _tables = new(server);
    private SqliteVault _from = null!;
    private TableVault _to = null!;
    private LossyTransport _network = null!;

    private protected override IVaultStore From => _from;

    private protected override IVaultStore To => _to;

    public async ValueTask InitializeAsync()
    {
        _from = SqliteVault.Open(_folder.Data);
        _to = (await _tables.Open(transport: inner => _network = new LossyTransport(inner))).Vault;
    }

    public async ValueTask DisposeAsync()
    {
        await _from.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_erasure_that_comes_between_the_key_and_its_boxes_leaves_neither()
    {
        var reference = await Seal(1);
        var other = (await _tables.Open()).Vault;
        _network.BeforeNextAppend(async () => (await other.Erase(Incidents.Number(1), Cancel)).ShouldBeTrue());
        Told(await Copy()).ShouldBe((0, 0, 1));
        (await _to.Open(reference, Cancel)).ShouldBeNull();
        (await Bytes()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_that_is_sealed_meanwhile_keeps_its_text_and_the_copy_goes_on()
    {
        await Copied(1);
        var reference = await Seal(1);
        var other = (await _tables.Open()).Vault;
        string? meanwhile = null;
        _network.BeforeNextAppend(async () => meanwhile = await other.Seal(Incidents.Number(1), Data, Cancel));
        Told(await Copy()).ShouldBe((1, 2, 0));
        (await _to.Open(reference, Cancel)).ShouldBe(Data);
        (await _to.Open(meanwhile.ShouldNotBeNull(), Cancel)).ShouldBe(Data);
    }

    [Theory]
    [InlineData("Request")]
    [InlineData("Answer")]
    public async Task A_network_that_loses_something_loses_no_text(string what)
    {
        var reference = await Seal(1);
        _network.LoseNextAppend(Enum.Parse<Loss>(what));
        Told(await Copy()).ShouldBe((1, 1, 0));
        _network.Lost.ShouldBe(1);
        (await _to.Open(reference, Cancel)).ShouldBe(Data);
    }

    private async Task Copied(int number)
    {
        await Seal(number);
        await Copy();
    }

    private async Task<List<byte[]>> Bytes()
    {
        var bytes = new List<byte[]>();
        await foreach (var row in _tables.Table("vault").QueryAsync<TableEntity>(cancellationToken: Cancel))
            bytes.AddRange(row.Select(property => property.Value).OfType<byte[]>());
        return bytes;
    }
}
