using System.Text.Json;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests;

/// <summary>One incident from outside, by plain HTTP, through a kill -9 to its closing.</summary>
public sealed class IncidentTests(SampleHost host) : IClassFixture<SampleHost>
{
    [Fact]
    public async Task An_incident_is_assigned_survives_a_kill_and_is_closed()
    {
        var body = $$"""{"source":"e2e","sourceId":"1","type":"disturbance","severity":"medium","location":{"cell":"{{await AnyCell()}}"},"description":"someone at the gate"}""";
        var (created, receipt) = await host.Post("/api/v1/incidents", body);
        created.ShouldBe(201);
        var id = receipt.GetProperty("id").GetString()!;
        var (again, second) = await host.Post("/api/v1/incidents", body);
        again.ShouldBe(200);
        second.GetProperty("id").GetString().ShouldBe(id);

        await Until.True(async () => Granted(await Incident(id)) is not null);
        await host.KillAndRestart();
        var held = Granted(await Incident(id)).ShouldNotBeNull();
        held.GetProperty("responder").GetString().ShouldNotBeNull();

        foreach (var step in (string[])["accepted", "enRoute", "onScene", "cleared"])
            await Tell(id, held, step);
        await Until.True(async () => (await Incident(id)).GetProperty("state").GetString() == "closed");
        (await host.Get($"/api/v1/responders/{held.GetProperty("responder").GetString()}")).GetProperty("incident").ValueKind.ShouldBe(JsonValueKind.Null);

        var (code, output, errors) = await HostProcess.Run("journal", "verify", "--data", host.Data);
        code.ShouldBe(0, output + errors);
    }

    private Task<JsonElement> Incident(string id) => host.Get($"/api/v1/incidents/{id}");

    private async Task Tell(string incident, JsonElement held, string step)
    {
        var (op, epoch) = (held.GetProperty("op").GetString(), held.GetProperty("epoch").GetInt64());
        var at = TimeProvider.System.GetUtcNow().ToString("O");
        var (status, answer) = await host.Post(
            $"/api/v1/responders/{held.GetProperty("responder").GetString()}/status",
            $$"""{"status":"{{step}}","at":"{{at}}","incident":"{{incident}}","op":"{{op}}","epoch":{{epoch}}}""");
        status.ShouldBe(200, answer.ToString());
    }

    private static JsonElement? Granted(JsonElement incident)
        => incident.GetProperty("assignments").EnumerateArray().Where(a => a.GetProperty("state").GetString() == "granted").Select(a => (JsonElement?)a).FirstOrDefault();

    private static Task<string> AnyCell()
    {
        var city = Cities.Sample.SampleCity.Build(1);
        return Task.FromResult(city.Cells.Id(city.Cells.Count / 2).Value);
    }
}
