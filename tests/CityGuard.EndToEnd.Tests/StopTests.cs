using System.Diagnostics;
using System.Net;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests;

/// <summary>A host that is told to end takes the time that an orderly end takes.</summary>
public sealed class StopTests(SampleHost host) : IClassFixture<SampleHost>
{
    [Fact]
    public async Task Whoever_waits_is_answered_then_it_ends_with_0_and_a_whole_journal()
    {
        // Longer than the two seconds after which the command line used to cut a stop off.
        var waiting = host.Http.GetAsync(new Uri("/api/v1/orders?responder=p-C-0001&wait=6", UriKind.Relative), TestContext.Current.CancellationToken);
        await host.Post("/api/v1/incidents", """{"source":"stop","sourceId":"1","type":"fraud","severity":"low","location":{"cell":"c-00001"}}""");

        using (var kill = Process.Start("kill", ["-TERM", host.Process.Pid.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

        using (var answer = await waiting)
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Process.Exited()).ShouldBe(0, host.Process.Output);
        var (code, output, errors) = await HostProcess.Run("journal", "verify", "--data", host.Data);
        code.ShouldBe(0, output + errors);
    }
}
