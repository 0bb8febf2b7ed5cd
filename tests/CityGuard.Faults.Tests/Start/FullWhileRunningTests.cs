using System.Net.Http.Json;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Start;

/// <summary>A running city whose disk fills up stops by itself, so that nothing is acknowledged that is not durable.</summary>
public sealed class FullWhileRunningTests
{
    [Fact]
    public async Task A_running_host_says_so_and_ends_with_3()
    {
        using var folder = new SamplePackage();
        using var disk = new SmallDisk(6);
        var key = await HostProcess.AddKey(disk.Data.Path, "ingest");
        await using var host = await HostProcess.StartReady(disk.Data.Path, "--city", folder.City, "--field", "off");
        host.Http.DefaultRequestHeaders.Add("X-Api-Key", key);
        var ended = host.Exited();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(w => Report(host, w, ended)));
        (await ended).ShouldBe(3);
        host.Output.ShouldContain("no space left");
    }

    private static async Task Report(HostProcess host, int writer, Task ended)
    {
        for (var n = 0; !ended.IsCompleted; n++)
        {
            try
            {
                using var answer = await host.Http.PostAsJsonAsync("/api/v1/incidents", new
                {
                    source = "full",
                    sourceId = $"{writer}-{n}",
                    type = "theft",
                    severity = "low",
                    location = new { cell = $"c-{(n % 240) + 1:00000}" },
                    description = new string('x', 2_000),
                });
            }
            catch (HttpRequestException)
            {
                // It has stopped; its exit code tells the rest.
                return;
            }
        }
    }
}
