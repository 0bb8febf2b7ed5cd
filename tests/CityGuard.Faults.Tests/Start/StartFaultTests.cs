using CityGuard.Storage;
using CityGuard.Storage.Embedded;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Start;

/// <summary>A host that cannot start says why in one line, ends with an exit code other than 0, and changes nothing.</summary>
public sealed class StartFaultTests : IDisposable
{
    private readonly SamplePackage _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_in_use()
    {
        await using var held = SqliteJournal.Open(new DataFolder(_folder.Data));
        var (code, line) = await Start(_folder.City);
        code.ShouldBe(3);
        line.ShouldContain(_folder.Data);
        line.ShouldContain("in use");
    }

    [Fact]
    public async Task A_damaged_journal()
    {
        var data = new DataFolder(_folder.Data).Create();
        var bytes = Enumerable.Range(0, 16_384).Select(i => (byte)(i * 131)).ToArray();
        await File.WriteAllBytesAsync(data.Journal, bytes, TestContext.Current.CancellationToken);
        var (code, line) = await Start(_folder.City);
        code.ShouldBe(3);
        line.ShouldContain(data.Journal);
        line.ShouldContain("damaged");
        (await File.ReadAllBytesAsync(data.Journal, TestContext.Current.CancellationToken)).ShouldBe(bytes);
    }

    [Fact]
    public async Task A_journal_of_another_package()
    {
        using var other = new SamplePackage(seed: 2);
        await using (var bound = SqliteJournal.Open(new DataFolder(_folder.Data)))
            await JournalBinding.Bind(bound, "sample", "another-package", TimeProvider.System, TestContext.Current.CancellationToken);
        var (code, line) = await Start(other.City);
        code.ShouldBe(3);
        line.ShouldContain("another-package");
        line.ShouldContain("sample");
    }

    [Fact]
    public async Task A_full_folder()
    {
        using var disk = new SmallDisk(1);
        disk.Data.Create();
        await using (var filler = File.Create(Path.Combine(disk.Data.Path, "filler")))
            Should.Throw<IOException>(() => filler.Write(new byte[2 << 20]));
        var (code, line) = await Start(_folder.City, disk.Data.Path);
        code.ShouldBe(3);
        line.ShouldContain(disk.Data.Path);
    }

    private async Task<(int Code, string Line)> Start(string city, string? data = null)
    {
        var (code, _, errors) = await HostProcess.Run("--data", data ?? _folder.Data, "--city", city, "--field", "off", "--urls", $"http://127.0.0.1:{HostProcess.FreePort()}");
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldHaveSingleItem();
        return (code, lines[0]);
    }
}
