using System.Net;
using System.Net.Sockets;
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

    [Fact]
    public async Task A_port_in_use()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        var (code, line) = await Start(_folder.City, url: url);
        code.ShouldBe(3);
        line.ShouldContain(url);
        line.ShouldContain("in use");
    }

    [Fact]
    public async Task An_address_of_another_machine()
    {
        // TEST-NET-1 of RFC 5737: nobody's.
        var (code, line) = await Start(_folder.City, url: "http://192.0.2.1:5080");
        code.ShouldBe(3);
        line.ShouldContain("192.0.2.1");
        line.ShouldContain("--urls");
    }

    [Fact]
    public async Task Https_without_a_certificate()
    {
        var (code, line) = await Start(_folder.City, url: $"https://127.0.0.1:{HostProcess.FreePort()}");
        code.ShouldBe(3);
        line.ShouldContain("certificate");
    }

    [Fact]
    public async Task A_damaged_package()
    {
        var part = Directory.EnumerateFiles(_folder.City, "*", SearchOption.AllDirectories).MaxBy(f => new FileInfo(f).Length)!;
        await using (var file = File.OpenWrite(part))
            file.SetLength(file.Length / 2);
        var (code, line) = await Start(_folder.City);
        code.ShouldBe(2);
        line.ShouldContain(Path.GetFileName(part));
    }

    private async Task<(int Code, string Line)> Start(string city, string? data = null, string? url = null)
    {
        var (code, output, errors) = await HostProcess.Run("--data", data ?? _folder.Data, "--city", city, "--field", "off", "--urls", url ?? $"http://127.0.0.1:{HostProcess.FreePort()}");
        output.ShouldNotContain("Exception");
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldHaveSingleItem();
        return (code, lines[0]);
    }
}
