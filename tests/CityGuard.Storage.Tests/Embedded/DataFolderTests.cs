using CityGuard.Storage.Embedded;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.Embedded;

public sealed class DataFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_opener_is_told_which_folder_is_in_use()
    {
        await using (SqliteJournal.Open(_folder.Data))
        {
            var refused = Should.Throw<StorageInUseException>(() => SqliteJournal.Open(_folder.Data));
            refused.Message.ShouldContain(_folder.Data.Path);
            refused.Message.ShouldNotContain("\n");
        }

        await SqliteJournal.Open(_folder.Data).DisposeAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_journal_is_called_damaged_and_left_alone()
    {
        _folder.Data.Create();
        var bytes = Enumerable.Range(0, 8192).Select(i => (byte)(i * 31)).ToArray();
        await File.WriteAllBytesAsync(_folder.Data.Journal, bytes, TestContext.Current.CancellationToken);
        var refused = Should.Throw<StorageDamagedException>(() => SqliteJournal.Open(_folder.Data));
        refused.Message.ShouldContain(_folder.Data.Journal);
        refused.Message.ShouldNotContain("\n");
        (await File.ReadAllBytesAsync(_folder.Data.Journal, TestContext.Current.CancellationToken)).ShouldBe(bytes);
        // The refused opener keeps nothing.
        DataFolderLock.Take(_folder.Data).Dispose();
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_one_line()
    {
        _folder.Data.Create();
        File.WriteAllText(Path.Combine(_folder.Data.Path, "file"), "");
        var inside = new DataFolder(Path.Combine(_folder.Data.Path, "file", "data"));
        Should.Throw<StorageFailedException>(() => SqliteJournal.Open(inside)).Message.ShouldContain(inside.Path);
    }
}
