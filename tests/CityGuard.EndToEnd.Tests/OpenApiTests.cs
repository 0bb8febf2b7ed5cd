using System.Net;
using System.Reflection;
using System.Text.Json;
using CityGuard.Abstractions.Wire;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests;

/// <summary>The API describes itself, to programs and to people, without a key.</summary>
public sealed class OpenApiTests(SampleHost host) : IClassFixture<SampleHost>
{
    private static readonly string[] Routes =
        [.. typeof(ApiRoutes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).Where(v => v.StartsWith('/'))];

    [Fact]
    public async Task The_document_lists_every_route_with_its_refusals()
    {
        using var stranger = new HttpClient { BaseAddress = new Uri(host.Process.Url) };
        var document = JsonDocument.Parse(await stranger.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;
        var paths = document.GetProperty("paths");

        Routes.Length.ShouldBeGreaterThan(10);
        paths.EnumerateObject().Select(p => p.Name).ShouldBe(Routes, ignoreOrder: true);
        foreach (var path in paths.EnumerateObject().Where(p => p.Name.StartsWith("/api/", StringComparison.Ordinal)))
            foreach (var operation in path.Value.EnumerateObject())
            {
                var (name, answers) = ($"{operation.Name} {path.Name}", operation.Value.GetProperty("responses"));
                foreach (var status in (string[])["401", "403"])
                    answers.GetProperty(status).GetProperty("content").TryGetProperty(CityProblem.MediaType, out _).ShouldBeTrue($"{name} {status}");
                answers.EnumerateObject().ShouldContain(a => a.Name.StartsWith('4') && a.Name != "401" && a.Name != "403" || name.EndsWith("/readiness", StringComparison.Ordinal) || AsksNothing(operation.Value), name);
                answers.EnumerateObject().ShouldContain(a => a.Name.StartsWith('2'), name);
                operation.Value.GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace(name);
            }
    }

    /// <summary>Without a parameter or a body there is nothing to refuse but the caller.</summary>
    private static bool AsksNothing(JsonElement operation) => !operation.TryGetProperty("parameters", out _) && !operation.TryGetProperty("requestBody", out _);

    [Fact]
    public async Task People_read_it_at_docs_api_without_the_internet()
    {
        using var stranger = new HttpClient { BaseAddress = new Uri(host.Process.Url) };
        using var page = await stranger.GetAsync(new Uri("/docs/api", UriKind.Relative), TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        html.ShouldContain("openapi/v1.json");
        html.ShouldNotContain("src=\"http");
        html.ShouldNotContain("cdn.");
    }
}
