using CityGuard.Storage.Secrets;
using CityGuard.Storage.Tests.Contract;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.Secrets;

/// <summary>The contract on files of the data folder.</summary>
public sealed class FolderFilesTests : SecretFilesContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public FolderFilesTests() => Files = new FolderFiles(_folder.Data.Path);

    protected override ISecretFiles Files { get; }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Only_the_owner_may_read_them_and_nothing_half_written_is_listed()
    {
        await Files.TryWriteNew("keys", "a.json", new byte[] { 1 }, Cancel);
        var file = Path.Combine(_folder.Data.Path, "keys", "a.json");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(Path.GetDirectoryName(file)!).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        File.Copy(file, file + ".half.tmp");
        (await Files.List("keys", Cancel)).ShouldBe(["a.json"]);
    }

    [Fact]
    public async Task What_was_read_is_believed_for_some_seconds_and_no_longer()
    {
        var time = new FakeTimeProvider();
        var believed = new BelievedFiles(Files, time, TimeSpan.FromSeconds(5));
        (await believed.Read("keys", "a.json", Cancel)).ShouldBeNull();
        await Files.TryWriteNew("keys", "a.json", new byte[] { 1 }, Cancel);
        (await believed.Read("keys", "a.json", Cancel)).ShouldNotBeNull("what was not there is never believed to stay away");
        await Files.Delete("keys", "a.json", Cancel);
        (await believed.Read("keys", "a.json", Cancel)).ShouldNotBeNull();
        time.Advance(TimeSpan.FromSeconds(5));
        (await believed.Read("keys", "a.json", Cancel)).ShouldBeNull();
    }
}
