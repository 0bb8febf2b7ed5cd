using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests;

/// <summary>One ticket from outside, by plain HTTP, through a kill -9.</summary>
public sealed class GridEventTests(SampleHost host) : IClassFixture<SampleHost>
{
    [Fact]
    public async Task A_ticket_survives_a_kill_and_the_journal_verifies()
    {
        var city = Cities.Sample.SampleCity.Build(1);
        var body = $$"""{"source":"12345","sourceId":"e2e-1","category":"waterFault","channel":"12345","location":{"cell":"{{city.Cells.Id(0)}}"},"description":"water at number 7"}""";
        var (created, receipt) = await host.Post("/api/v1/events", body);
        created.ShouldBe(201);
        var id = receipt.GetProperty("id").GetString();
        (await host.Post($"/api/v1/events/{id}/register", """{"command":"r1"}""")).Status.ShouldBe(200);
        (await host.Post($"/api/v1/events/{id}/assign", """{"department":"water","command":"a1"}""")).Status.ShouldBe(200);

        await host.KillAndRestart();
        (await host.Post("/api/v1/events", body)).Status.ShouldBe(200);
        (await host.Post($"/api/v1/events/{id}/assign", """{"department":"water","command":"a1"}""")).Status.ShouldBe(200);
        var (refused, problem) = await host.Post($"/api/v1/events/{id}/accept", "{}");
        refused.ShouldBe(409);
        problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain("collected this event and cannot handle it");

        var view = await host.Get($"/api/v1/events/{id}");
        view.GetProperty("line").GetProperty("step").GetString().ShouldBe("assigned");
        view.GetProperty("steps").GetArrayLength().ShouldBe(3);
        var sector = view.GetProperty("line").GetProperty("sector").GetString();
        (await host.Get($"/api/v1/events?area={sector}&step=assigned")).GetArrayLength().ShouldBe(1);
        (await host.Post($"/api/v1/events/{id}/check", """{"passed":false,"backTo":"moon"}""")).Status.ShouldBe(400);

        var (code, output, errors) = await HostProcess.Run("journal", "verify", "--data", host.Data);
        code.ShouldBe(0, output + errors);
    }

    [Fact]
    public async Task A_ticket_that_was_handed_over_is_an_incident_after_a_kill_and_goes_back_the_same_way()
    {
        var city = Cities.Sample.SampleCity.Build(1);
        var (_, receipt) = await host.Post(
            "/api/v1/events", $$"""{"source":"12345","sourceId":"e2e-2","category":"other","location":{"cell":"{{city.Cells.Id(0)}}"},"description":"loud voices at number 9"}""");
        var ticket = receipt.GetProperty("id").GetString();
        const string Command = """{"type":"theft","severity":"low","why":"a thief was seen","command":"t1"}""";
        var (status, handed) = await host.Post($"/api/v1/events/{ticket}/to-110", Command);
        status.ShouldBe(200);
        var incident = handed.GetProperty("incident").GetString();

        await host.KillAndRestart();
        (await host.Post($"/api/v1/events/{ticket}/to-110", Command)).Body.GetProperty("incident").GetString().ShouldBe(incident);
        (await host.Get($"/api/v1/incidents/{incident}")).GetProperty("links").GetProperty("from").GetString().ShouldBe(ticket);
        (await host.Post($"/api/v1/incidents/{incident}/to-12345", """{"category":"moon","why":"no police matter"}""")).Status.ShouldBe(422);
        var (back, returned) = await host.Post($"/api/v1/incidents/{incident}/to-12345", """{"category":"other","why":"no police matter"}""");
        back.ShouldBe(200);
        (await host.Get($"/api/v1/events/{returned.GetProperty("event").GetString()}")).GetProperty("links").GetProperty("from").GetString().ShouldBe(incident);

        var (code, output, errors) = await HostProcess.Run("journal", "verify", "--data", host.Data);
        code.ShouldBe(0, output + errors);
    }
}
