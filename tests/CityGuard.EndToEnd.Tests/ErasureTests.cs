using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests;

/// <summary>Personal data from outside: there for who may read it, and gone by one command while the city runs.</summary>
public sealed class ErasureTests(SampleHost host) : IClassFixture<SampleHost>
{
    private const string Text = "the caller hides in the second room on the left", Phone = "13912345678";

    [Fact]
    public async Task What_is_erased_is_gone_and_the_journal_stays_whole()
    {
        var cell = Cities.Sample.SampleCity.Build(1).Cells.Id(0).Value;
        var (created, receipt) = await host.Post(
            "/api/v1/incidents",
            $$"""{"source":"e2e","sourceId":"erase","type":"theft","severity":"medium","location":{"cell":"{{cell}}"},"description":"{{Text}}","callerPhone":"{{Phone}}"}""");
        created.ShouldBe(201);
        var id = receipt.GetProperty("id").GetString()!;
        using var reader = await Reader();
        (await Description(reader, id)).ShouldBe(Text);
        (await host.Get($"/api/v1/incidents/{id}")).ToString().ShouldNotContain(Phone, customMessage: "a key without --personal sees none");

        var (code, output, errors) = await HostProcess.Run("vault", "erase", id, "--data", host.Data);

        code.ShouldBe(0, errors);
        output.ShouldContain(id);
        (await Description(reader, id)).ShouldBeNull();
        await host.Process.Kill(); // as it is on disk at this moment, write-ahead logs included
        FilesWith(Text).ShouldBeEmpty();
        FilesWith(Phone).ShouldBeEmpty();
        FilesWith(id).ShouldNotBeEmpty("the search finds what is there");
        (await HostProcess.Run("journal", "verify", "--data", host.Data)).ExitCode.ShouldBe(0);
        (await HostProcess.Run("vault", "erase", id, "--data", host.Data)).ExitCode.ShouldBe(2, "there is nothing left to erase");
    }

    private async Task<HttpClient> Reader()
    {
        var (code, output, errors) = await HostProcess.Run("key", "add", "--data", host.Data, "--name", "desk", "--scope", "read", "--personal");
        code.ShouldBe(0, errors);
        var reader = new HttpClient { BaseAddress = host.Http.BaseAddress };
        reader.DefaultRequestHeaders.Add("X-Api-Key", output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)[^1]);
        return reader;
    }

    private static async Task<string?> Description(HttpClient reader, string id)
    {
        var incident = await reader.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/incidents/{id}", UriKind.Relative), TestContext.Current.CancellationToken);
        return incident.TryGetProperty("description", out var text) ? text.GetString() : null;
    }

    private string[] FilesWith(string text)
    {
        var searched = Encoding.UTF8.GetBytes(text);
        return [.. Directory.EnumerateFiles(host.Data, "*", SearchOption.AllDirectories).Where(f => File.ReadAllBytes(f).AsSpan().IndexOf(searched) >= 0)];
    }
}
