using System.Text;
using CityGuard.Domain.Journal;
using CityGuard.Storage.Vault;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.Vault;

/// <summary>What is erased is in no file of the folder; and the search that says so finds what is there.</summary>
public sealed class ErasureTests : IDisposable
{
    private const string Phone = "13912345678";
    private const string Text = "the caller hides in the second room on the left";

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_search_finds_plain_text_that_was_written_through_a_database_and_its_log()
    {
        _folder.Data.Create();
        using var plain = Sql.Open(_folder.Data.Vault);
        using var write = plain.CreateCommand();
        write.CommandText = $"PRAGMA journal_mode=WAL; CREATE TABLE careless (text TEXT); INSERT INTO careless VALUES ('{Text}');";
        write.ExecuteNonQuery();
        ByteSearch.FilesWith(_folder.Data, Encoding.UTF8.GetBytes(Text)).ShouldBe(["vault.db-wal"]);
        write.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        write.ExecuteNonQuery();
        ByteSearch.FilesWith(_folder.Data, Encoding.UTF8.GetBytes(Text)).ShouldBe(["vault.db"]);
    }

    [Fact]
    public async Task After_erasing_neither_plain_text_nor_key_is_in_any_file()
    {
        await using var vault = SqliteVault.Open(_folder.Data);
        var reference = (await vault.Seal(Incidents.Number(1), new PersonalData(Text, Phone), Cancel)).ShouldNotBeNull();
        var key = Sql.Read<byte[]>(_folder.Data.Vault, "SELECT key FROM keys").Single();
        var box = Sql.Read<byte[]>(_folder.Data.Vault, "SELECT box FROM boxes").Single();
        ByteSearch.FilesWith(_folder.Data, key).ShouldNotBeEmpty();
        ByteSearch.FilesWith(_folder.Data, box).ShouldNotBeEmpty();
        ByteSearch.FilesWith(_folder.Data, Encoding.UTF8.GetBytes(reference)).ShouldNotBeEmpty();
        ByteSearch.FilesWith(_folder.Data, Encoding.UTF8.GetBytes(Phone)).ShouldBeEmpty();

        await vault.Erase(Incidents.Number(1), Cancel);

        ByteSearch.FilesWith(_folder.Data, key).ShouldBeEmpty();
        ByteSearch.FilesWith(_folder.Data, box).ShouldBeEmpty();
        ByteSearch.FilesWith(_folder.Data, Encoding.UTF8.GetBytes(Text)).ShouldBeEmpty();
        ByteSearch.FilesWith(_folder.Data, Encoding.UTF8.GetBytes(Phone)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Among_thousands_the_erased_keys_are_nowhere_and_the_others_still_open()
    {
        const int count = 2_000;
        await using var vault = SqliteVault.Open(_folder.Data);
        // Sizes up to several pages, in an order of ids that splits index pages everywhere.
        var references = await Task.WhenAll(Enumerable.Range(0, count).Select(i => vault.Seal(Incidents.Number(i * 7_919 % count), new PersonalData(new string('x', i * 37 % 9_000), Phone), Cancel)));
        var keys = Sql.Read<byte[]>(_folder.Data.Vault, "SELECT key FROM keys ORDER BY incident");
        keys.Count.ShouldBe(count);
        Present(keys).ShouldBe(count);

        var erased = await Task.WhenAll(Enumerable.Range(0, count).Where(i => i % 3 != 0).Select(i => vault.Erase(Incidents.Number(i), Cancel)));
        erased.ShouldAllBe(done => done);

        Present([.. keys.Where((_, i) => i % 3 != 0)]).ShouldBe(0);
        Present([.. keys.Where((_, i) => i % 3 == 0)]).ShouldBe(count - erased.Length);
        var open = await Task.WhenAll(references.Select(r => vault.Open(r!, Cancel)));
        open.Count(o => o is not null).ShouldBe(count - erased.Length);
    }

    private int Present(IReadOnlyList<byte[]> keys)
    {
        var files = ByteSearch.Contents(_folder.Data);
        return keys.Count(key => files.Any(file => file.Bytes.AsSpan().IndexOf(key) >= 0));
    }
}
