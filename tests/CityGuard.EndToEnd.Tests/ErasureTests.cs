using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests;

/// <summary>Personal data from outside: there for who may read it, and gone by one command while the city runs.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    private const string Text = "the caller hides in the second room on the left", Phone = "13912345678";

    // One for each test: both look at what a killed host leaves on the disk.
    private readonly SampleHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task What_is_erased_is_gone_and_the_journal_stays_whole()
    {
        var cell = Cities.Sample.SampleCity.Build(1).Cells.Id(0).Value;
        var (created, receipt) = await _host.Post(
            "/api/v1/incidents",
            $$"""{"source":"e2e","sourceId":"erase","type":"theft","severity":"medium","location":{"cell":"{{cell}}"},"description":"{{Text}}","callerPhone":"{{Phone}}"}""");
        created.ShouldBe(201);
        var id = receipt.GetProperty("id").GetString()!;
        using var reader = await Reader();
        (await Description(reader, id)).ShouldBe(Text);
        (await _host.Get($"/api/v1/incidents/{id}")).ToString().ShouldNotContain(Phone, customMessage: "a key without --personal sees none");

        var (code, output, errors) = await HostProcess.Run("vault", "erase", id, "--data", _host.Data);

        code.ShouldBe(0, errors);
        output.ShouldContain(id);
        (await Description(reader, id)).ShouldBeNull();
        await _host.Process.Kill(); // as it is on disk at this moment, write-ahead logs included
        FilesWith(Text).ShouldBeEmpty();
        FilesWith(Phone).ShouldBeEmpty();
        FilesWith(id).ShouldNotBeEmpty("the search finds what is there");
        (await HostProcess.Run("journal", "verify", "--data", _host.Data)).ExitCode.ShouldBe(0);
        var again = await HostProcess.Run("vault", "erase", id, "--data", _host.Data);
        (again.ExitCode, again.Output).ShouldBe((0, $"nothing is kept of {id}, and nothing will be{Environment.NewLine}"));
    }

    [Fact]
    public async Task What_was_handed_over_is_erased_under_all_its_ids_by_any_of_them()
    {
        const string Said = "the neighbour on the fourth floor shouts at night";
        var cell = Cities.Sample.SampleCity.Build(1).Cells.Id(0).Value;
        var (_, receipt) = await _host.Post(
            "/api/v1/events", $$"""{"source":"12345","sourceId":"erase","category":"other","location":{"cell":"{{cell}}"},"description":"{{Said}}"}""");
        var ticket = receipt.GetProperty("id").GetString()!;
        var incident = (await _host.Post($"/api/v1/events/{ticket}/to-110", """{"type":"theft","severity":"low","why":"a thief"}""")).Body.GetProperty("incident").GetString()!;
        var back = (await _host.Post($"/api/v1/incidents/{incident}/to-12345", """{"category":"other","why":"none after all"}""")).Body.GetProperty("event").GetString()!;
        using var reader = await Reader("desk-2");
        foreach (var path in (string[])[$"/api/v1/events/{ticket}", $"/api/v1/incidents/{incident}", $"/api/v1/events/{back}"])
            (await reader.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).ShouldContain(Said, customMessage: path);

        var (code, output, errors) = await HostProcess.Run("vault", "erase", incident, "--data", _host.Data);
        code.ShouldBe(0, errors);
        output.ShouldBe($"erased {ticket}, {incident}, {back}{Environment.NewLine}");
        foreach (var path in (string[])[$"/api/v1/events/{ticket}", $"/api/v1/incidents/{incident}", $"/api/v1/events/{back}"])
            (await reader.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).ShouldNotContain(Said, customMessage: path);
        var next = (await _host.Post($"/api/v1/events/{back}/to-110", """{"type":"theft","severity":"low","why":"again"}""")).Body.GetProperty("incident").GetString()!;
        (await Description(reader, next)).ShouldBeNull();
        await _host.Process.Kill();
        FilesWith(Said).ShouldBeEmpty();
        (await HostProcess.Run("vault", "erase", ticket, "--data", _host.Data)).Output.ShouldContain($"nothing is kept of {ticket}");
        foreach (var _ in (int[])[1, 2])
            (await HostProcess.Run("vault", "erase", "i-0000000000000000000000", "--data", _host.Data)).ExitCode.ShouldBe(2, "it is nobody's id, however often one asks");
        (await HostProcess.Run("vault", "erase", "t-0001", "--data", _host.Data)).ExitCode.ShouldBe(2);
    }

    private async Task<HttpClient> Reader(string name = "desk")
    {
        var (code, output, errors) = await HostProcess.Run("key", "add", "--data", _host.Data, "--name", name, "--scope", "read", "--personal");
        code.ShouldBe(0, errors);
        var reader = new HttpClient { BaseAddress = _host.Http.BaseAddress };
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
        return [.. Directory.EnumerateFiles(_host.Data, "*", SearchOption.AllDirectories).Where(f => File.ReadAllBytes(f).AsSpan().IndexOf(searched) >= 0)];
    }
}
