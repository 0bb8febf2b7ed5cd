using CityGuard.Storage.AzureTables;
using CityGuard.Storage.Tests.AzureTables;
using CityGuard.Storage.Tests.Contract;
using CityGuard.Storage.Vault;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.Vault;

/// <summary>Personal data of a cluster goes into a data folder, and what its files may never hold.</summary>
public sealed class VaultIntoFolderTests(TableServer server) : VaultCopyContract, IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly TableStoreOfTest _tables = new(server);
    private TableVault _from = null!;
    private SqliteVault _to = null!;

    private protected override IVaultStore From => _from;

    private protected override IVaultStore To => _to;

    public async ValueTask InitializeAsync()
    {
        _from = (await _tables.Open()).Vault;
        _to = SqliteVault.Open(_folder.Data);
    }

    public async ValueTask DisposeAsync()
    {
        await _to.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_erasure_that_goes_over_leaves_the_key_in_no_file()
    {
        foreach (var number in Enumerable.Range(1, 60))
            await Seal(number);
        await Copy();
        var keys = Sql.Read<byte[]>(_folder.Data.Vault, "SELECT key FROM keys ORDER BY incident");
        keys.Count.ShouldBe(60);
        keys.ShouldAllBe(key => ByteSearch.FilesWith(_folder.Data, key).Count > 0);
        foreach (var number in Enumerable.Range(1, 40))
            await _from.Erase(Incidents.Number(number), Cancel);
        Told(await Copy()).ShouldBe((20, 20, 40));
        keys.Take(40).ShouldAllBe(key => ByteSearch.FilesWith(_folder.Data, key).Count == 0);
        keys.Skip(40).ShouldAllBe(key => ByteSearch.FilesWith(_folder.Data, key).Count > 0);
    }

    [Fact]
    public void A_folder_without_a_vault_is_none_to_copy_from()
    {
        using var empty = new TempFolder();
        Should.Throw<StorageFailedException>(() => SqliteVault.Existing(empty.Data.Create())).Message.ShouldContain("There is no vault in");
        File.Exists(empty.Data.Vault).ShouldBeFalse();
    }
}
