using System.Net;
using System.Text.Json;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests.Telemetry;

/// <summary>The Orleans dashboard opens to a commander who is signed in, where it was asked for.</summary>
public sealed class DashboardTests
{
    [Fact]
    public async Task Only_a_commander_sees_it()
    {
        await using var host = new SampleHost(new Dictionary<string, string>(), "--dashboard", "on");
        await host.InitializeAsync();
        using var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(host.Process.Url) };
        using var viewer = await SignedIn.As(host, "Li", "viewer", "d-01");
        using var dispatcher = await SignedIn.As(host, "Wang", "dispatcher", "d-01");
        using var commander = await SignedIn.As(host, "Zhao", "commander", "d-01");
        var key = host.Http.DefaultRequestHeaders.GetValues("X-Api-Key").Single();
        foreach (var path in (string[])["/orleans/", "/orleans/DashboardCounters", "/orleans/ClusterStats"])
        {
            using var answer = await stranger.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            (answer.StatusCode, answer.Headers.Location?.OriginalString).ShouldBe((HttpStatusCode.Redirect, "/signin"), path);
            using var withKey = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Api-Key", key } } };
            using var refused = await stranger.SendAsync(withKey, TestContext.Current.CancellationToken);
            refused.StatusCode.ShouldNotBe(HttpStatusCode.OK, path);
            (await viewer.Look(path)).ShouldBe(302, path);
            (await dispatcher.Look(path)).ShouldBe(302, path);
            (await commander.Look(path)).ShouldBe(200, path);
        }

        (await HostProcess.Run("user", "remove", "--data", host.Data, "--name", "Zhao")).ExitCode.ShouldBe(0);
        (await commander.Look("/orleans/")).ShouldBe(302);
    }

    [Fact]
    public async Task Without_the_switch_there_is_none_and_health_says_ready()
    {
        await using var host = new SampleHost();
        await host.InitializeAsync();
        using var commander = await SignedIn.As(host, "Zhao", "commander", "d-01");
        (await commander.Look("/orleans/")).ShouldBe(404);
        JsonElement health = default;
        await Until.True(async () => (health = await host.Get("/health/ready")).GetProperty("state").GetString() == "ready");
        (health.GetProperty("state").GetString(), health.GetProperty("reasons").GetArrayLength(), health.GetProperty("ready").GetBoolean()).ShouldBe(("ready", 0, true));
    }
}
