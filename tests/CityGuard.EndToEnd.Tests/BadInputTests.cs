using System.Net;
using System.Text.Json;
using CityGuard.Tests.Shared;
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
        var before = JournalText.Of(host.Data);
        using var content = Json(body);
        await ShouldBeRefused(await host.Http.PostAsync(Path("/api/v1/incidents"), content, Token), expected);
        JournalText.Of(host.Data).ShouldBe(before);
    }

    [Fact]
    public async Task A_body_of_ten_megabytes_is_too_large()
    {
        var before = JournalText.Of(host.Data);
        using var request = new HttpRequestMessage(HttpMethod.Post, Path("/api/v1/incidents"));
        // Asks before it sends: the host need not swallow ten megabytes to say no.
        request.Headers.ExpectContinue = true;
        request.Content = Json("{\"source\":\"" + new string('x', 10 << 20) + "\"}");
        await ShouldBeRefused(await host.Http.SendAsync(request, Token), 413);
        JournalText.Of(host.Data).ShouldBe(before);
    }

    [Theory]
    [InlineData("/api/v1/incidents/i-aaaaaaaaaaaaaaaaaaaaaa", 404)]
    [InlineData("/api/v1/responders/p-C-9999", 404)]
    [InlineData("/api/v1/cells/c-99999/readiness", 404)]
    [InlineData("/api/v1/targets/t-99999/readiness", 404)]
    [InlineData("/api/v1/readiness?area=d-0", 404)]
    [InlineData("/api/v1/nothing-of-that-name", 404)]
    [InlineData("/api/v1/incidents", 400, "area")]
    [InlineData("/api/v1/incidents?area=city&most=abc", 400, "most")]
    [InlineData("/api/v1/targets/fragile?most=abc", 400, "most")]
    [InlineData("/api/v1/orders", 400, "responder")]
    [InlineData("/api/v1/orders?responder=p-C-0001&wait=99", 400, "wait")]
    [InlineData("/api/v1/orders?responder=p-C-9999&wait=0", 404)]
    public async Task A_question_that_cannot_be_answered_is_refused_with_a_reason(string path, int expected, string? named = null)
    {
        var reason = await ShouldBeRefused(await host.Http.GetAsync(Path(path), Token), expected);
        if (named is not null)
            reason.ShouldContain(named);
    }

    [Theory]
    [InlineData("/api/v1/positions", "[]", 400)]
    [InlineData("/api/v1/positions", "[{\"responder\":\"p-C-0001\",\"lat\":NaN,\"lon\":1,\"at\":\"2026-01-01T00:00:00Z\"}]", 400)]
    [InlineData("/api/v1/responders/p-C-9999/status", "{\"status\":\"available\",\"at\":\"2026-01-01T00:00:00Z\"}", 404)]
    [InlineData("/api/v1/responders/p-C-0001/status", "{\"status\":\"dancing\",\"at\":\"2026-01-01T00:00:00Z\"}", 400)]
    [InlineData("/api/v1/responders/p-C-0001/status", "{\"status\":\"outOfService\",\"at\":\"2999-01-01T00:00:00Z\"}", 422)]
    [InlineData("/api/v1/incidents/i-aaaaaaaaaaaaaaaaaaaaaa/close", "{\"why\":\"none\"}", 404)]
    [InlineData("/api/v1/areas/nowhere/automatic", "{\"on\":true,\"why\":\"x\"}", 404)]
    [InlineData("/api/v1/areas/nowhere/mode", "{\"mode\":\"manual\",\"why\":\"x\"}", 404)]
    [InlineData("/api/v1/areas/s-01-01/mode", "{\"mode\":\"asleep\",\"why\":\"x\"}", 400)]
    [InlineData("/api/v1/areas/s-01-01/mode", "{\"why\":\"x\"}", 400)]
    [InlineData("/api/v1/areas/s-01-01/mode", "{\"mode\":\"manual\",\"why\":\"\"}", 400)]
    public async Task A_bad_message_is_refused_with_a_reason(string path, string body, int expected)
    {
        var before = JournalText.Of(host.Data);
        using var content = Json(body);
        await ShouldBeRefused(await host.Http.PostAsync(Path(path), content, Token), expected);
        JournalText.Of(host.Data).ShouldBe(before);
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_refused_with_a_reason()
    {
        using var content = new StringContent("source=x", System.Text.Encoding.UTF8, "text/plain");
        (await ShouldBeRefused(await host.Http.PostAsync(Path("/api/v1/incidents"), content, Token), 415)).ShouldContain("JSON");
    }

    [Fact]
    public async Task A_crew_that_is_out_of_step_is_refused_and_changes_nothing()
    {
        var (_, receipt) = await host.Post("/api/v1/incidents", "{\"source\":\"x\",\"sourceId\":\"step\",\"type\":\"disturbance\",\"severity\":\"medium\"," + Near + "}");
        var id = receipt.GetProperty("id").GetString();
        JsonElement held = default;
        await Until.True(async () => (held = (await host.Get($"/api/v1/incidents/{id}")).GetProperty("assignments").EnumerateArray().FirstOrDefault(Granted)).ValueKind == JsonValueKind.Object);
        var (who, op, epoch) = (held.GetProperty("responder").GetString(), held.GetProperty("op").GetString(), held.GetProperty("epoch").GetInt64());
        var before = JournalText.Of(host.Data);
        var now = TimeProvider.System.GetUtcNow();

        foreach (var (said, at, as_, expected) in ((string, DateTimeOffset, long, int)[])
            [("accepted", now, epoch - 1, 409), ("accepted", now.AddHours(-1), epoch, 409), ("accepted", now.AddHours(1), epoch, 422)])
        {
            using var content = Json($$"""{"status":"{{said}}","at":"{{at:O}}","incident":"{{id}}","op":"{{op}}","epoch":{{as_}}}""");
            await ShouldBeRefused(await host.Http.PostAsync(Path($"/api/v1/responders/{who}/status"), content, Token), expected);
        }

        JournalText.Of(host.Data).ShouldBe(before);
    }

    [Fact]
    public async Task Without_a_key_only_health_is_open_and_without_the_scope_no_door()
    {
        using var stranger = new HttpClient { BaseAddress = new Uri(host.Process.Url) };
        (await stranger.GetAsync(Path("/health/ready"), Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ShouldBeRefused(await stranger.GetAsync(Path("/api/v1/readiness"), Token), 401)).ShouldContain("X-Api-Key");
        stranger.DefaultRequestHeaders.Add("X-Api-Key", "cg_this-is-no-key-at-all-but-long-enough");
        await ShouldBeRefused(await stranger.GetAsync(Path("/api/v1/readiness"), Token), 401);

        using var sensor = new HttpClient { BaseAddress = new Uri(host.Process.Url) };
        sensor.DefaultRequestHeaders.Add("X-Api-Key", await HostProcess.AddKey(host.Data, "ingest"));
        (await ShouldBeRefused(await sensor.GetAsync(Path("/api/v1/readiness"), Token), 403)).ShouldContain("read");
        using var content = Json("{\"reason\":\"none\"}");
        (await ShouldBeRefused(await sensor.PostAsync(Path("/api/v1/incidents/i-aaaaaaaaaaaaaaaaaaaaaa/close"), content, Token), 403)).ShouldContain("command");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Uri Path(string path) => new(path, UriKind.Relative);

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private static bool Granted(JsonElement assignment) => assignment.GetProperty("state").GetString() == "granted";

    /// <summary>As problem+json, with a status that says the same as the head and a reason for people.</summary>
    private static async Task<string> ShouldBeRefused(HttpResponseMessage answer, int expected)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync(Token);
            ((int)answer.StatusCode).ShouldBe(expected, text);
            answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", text);
            var problem = JsonDocument.Parse(text).RootElement;
            problem.GetProperty("status").GetInt32().ShouldBe(expected);
            var reason = problem.GetProperty("detail").GetString();
            reason.ShouldNotBeNullOrWhiteSpace();
            return reason;
        }
    }
}
