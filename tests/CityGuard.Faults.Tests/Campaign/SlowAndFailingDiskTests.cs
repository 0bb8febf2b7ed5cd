using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Campaign;

/// <summary>A disk that takes its time, and one that fails, under the embedded journal: by the system's own tracer, which answers in its place when the journal's log is synced.</summary>
public sealed class SlowAndFailingDiskTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_slow_disk_makes_everybody_wait_and_loses_nothing()
    {
        using var folder = new SamplePackage();
        var trace = Path.Combine(Path.GetDirectoryName(folder.Notes)!, "trace");
        await using var host = await Traced(folder, trace, "delay_exit=150000");
        await using var load = Load.Start(output, folder, await HostProcess.AddKey(folder.Data, "ingest", "read"), () => [host.Url]);
        await load.More(300);
        await load.ComeToRest();
        var bites = Bites(trace);
        output.WriteLine($"{bites} syncs of the journal delayed by 150 ms");
        bites.ShouldBeGreaterThan(20);
        await ShouldVerify(folder, "--quiescent");
    }

    [Fact]
    public async Task A_disk_that_fails_once_ends_the_host_before_it_acknowledges_and_its_successor_finds_everything()
    {
        using var folder = new SamplePackage();
        var trace = Path.Combine(Path.GetDirectoryName(folder.Notes)!, "trace");
        var key = await HostProcess.AddKey(folder.Data, "ingest", "read");
        var url = $"http://127.0.0.1:{HostProcess.FreePort()}";
        var failing = await Traced(folder, trace, "error=EIO:when=60", url);
        await using var load = Load.Start(output, folder, key, () => [url]);
        (await failing.Exited()).ShouldBe(3, failing.Output);
        failing.Output.ShouldContain("the journal failed and the city stopped");
        await failing.DisposeAsync();
        Bites(trace).ShouldBeGreaterThanOrEqualTo(60);
        var atFault = load.Acknowledged;

        await using var successor = HostProcess.StartAt(url, folder.Data, "--city", folder.City, "--field", "off");
        await successor.Ready();
        await load.More(100);
        await load.ComeToRest();
        output.WriteLine($"the sync number 60 failed after {atFault} facts");
        load.Doors.CutOff.ShouldBePositive();
        await ShouldVerify(folder, "--quiescent");
    }

    /// <summary>The host under the tracer, which acts only on syncs of the journal's own files, and is no parent of the host: who kills it kills the host.</summary>
    private static async Task<HostProcess> Traced(SamplePackage folder, string trace, string fault, string? url = null)
    {
        var journal = new Storage.DataFolder(folder.Data).Create().Journal;
        var host = HostProcess.StartAt(
            url ?? $"http://127.0.0.1:{HostProcess.FreePort()}", folder.Data, new Dictionary<string, string>(), null,
            ["strace", "-D", "-f", "-qq", "--seccomp-bpf", "-o", trace, "-P", journal, "-P", $"{journal}-wal", "-e", "trace=fsync,fdatasync", "-e", $"inject=fsync,fdatasync:{fault}"],
            "--city", folder.City, "--field", "off");
        await host.Ready();
        return host;
    }

    private static int Bites(string trace) => File.ReadLines(trace).Count(line => line.Contains("sync(", StringComparison.Ordinal));

    private async Task ShouldVerify(SamplePackage folder, params string[] more)
    {
        var (code, text, errors) = await HostProcess.Run(["journal", "verify", "--data", folder.Data, "--acked", folder.Notes, .. more]);
        output.WriteLine(text);
        errors.ShouldBeEmpty();
        code.ShouldBe(0, text);
    }
}
