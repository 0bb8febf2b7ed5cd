using System.Net;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests;

/// <summary>Bad input gets a clear 4xx as problem+json, and changes nothing.</summary>
public sealed class BadInputTests(SampleHost host) : IClassFixture<SampleHost>
{
    private const string Near = "\"location\":{\"cell\":\"c-00001\"}";

    [Theory]
    [InlineData("{", 400)]
    [InlineData("null", 400)]
    [InlineData("{\"source\":\"x\"}", 400)]
    [InlineData("{\"source\":\"x\",\"sourceId\":\"1\",\"type\":\"theft\",\"severity\":\"awful\"," + Near + "}", 400)]
    [InlineData("{\"source\":\"x\",\"sourceId\":\"1\",\"type\":\"theft\",\"severity\":\"low\",\"location\":{\"lat\":NaN,\"lon\":1}}", 400)]
    [InlineData("{\"source\":\"x\",\"sourceId\":\"1\",\"type\":\"nonsense\",\"severity\":\"low\"," + Near + "}", 422)]
    [InlineData("{\"source\":\"x\",\"sourceId\":\"1\",\"type\":\"theft\",\"severity\":\"low\",\"location\":{\"lat\":-33.9,\"lon\":151.2}}", 422)]
    [InlineData("{\"source\":\"x\",\"sourceId\":\"1\",\"type\":\"theft\",\"severity\":\"low\",\"occurredAt\":\"2999-01-01T00:00:00Z\"," + Near + "}", 422)]
    public async Task A_bad_report_is_refused_with_a_reason(string body, int expected)
    {
        var (status, problem) = await host.Post("/api/v1/incidents", body);
        status.ShouldBe(expected, problem.ToString());
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("status").GetInt32().ShouldBe(expected);
    }

    [Fact]
    public async Task A_body_of_ten_megabytes_is_too_large()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/incidents", UriKind.Relative));
        // Asks before it sends: the host need not swallow ten megabytes to say no.
        request.Headers.ExpectContinue = true;
        request.Content = new StringContent("{\"source\":\"" + new string('x', 10 << 20) + "\"}", System.Text.Encoding.UTF8, "application/json");
        using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Unknown_things_are_not_found()
    {
        foreach (var path in (string[])["/api/v1/incidents/i-aaaaaaaaaaaaaaaaaaaaaa", "/api/v1/responders/p-C-9999", "/api/v1/cells/c-99999/readiness", "/api/v1/targets/t-99999/readiness", "/api/v1/readiness?area=d-0"])
        {
            using var answer = await host.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json", path);
        }
    }

    [Fact]
    public async Task Without_a_key_only_health_is_open()
    {
        using var stranger = new HttpClient { BaseAddress = new Uri(host.Process.Url) };
        (await stranger.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stranger.GetAsync(new Uri("/api/v1/readiness", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        stranger.DefaultRequestHeaders.Add("X-Api-Key", "cg_this-is-no-key-at-all-but-long-enough");
        (await stranger.GetAsync(new Uri("/api/v1/readiness", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
