using System.Text.Json.Nodes;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Scenarios;

namespace CityGuard.Client.Tests.Docs;

/// <summary>What docs/sdk.md shows, compiled here; <see cref="SdkDocumentTests"/> holds the two together.</summary>
internal static class SdkSnippets
{
    public static CityGuardClient Connect(string key)
    {
        // snippet: connect
        var client = new CityGuardClient(new CityGuardClientOptions
        {
            BaseAddress = new Uri("http://127.0.0.1:5080"),
            ApiKey = key,
        });
        // end
        return client;
    }

    public static async Task<IncidentId> Report(CityGuardClient client, CancellationToken cancellationToken)
    {
        // snippet: report
        var receipt = await client.ReportIncidentAsync(
            new IncidentReport(
                Source: "110",
                SourceId: "2026-03-01-004711",
                Type: "theft",
                Severity: IncidentSeverity.Medium,
                Location: new Location(Lat: 23.1291, Lon: 113.2644, Crs: "GCJ02"),
                Channel: "110"),
            cancellationToken);
        Console.WriteLine($"{receipt.Id}, {(receipt.Created ? "opened" : "known already")}");
        // end
        return receipt.Id;
    }

    public static async Task Look(CityGuardClient client, IncidentId id, CancellationToken cancellationToken)
    {
        // snippet: look
        var incident = await client.GetIncidentAsync(id, cancellationToken);
        foreach (var assignment in incident.Assignments)
            Console.WriteLine($"{assignment.Responder} {assignment.Role}: {assignment.State}, on scene {assignment.OnSceneAt}");
        foreach (var considered in incident.Decisions.SelectMany(decision => decision.Nearest))
            Console.WriteLine($"{considered.Responder} in {considered.Seconds} s: {considered.Verdict}");
        // end
    }

    public static async Task Crew(CityGuardClient client, ResponderId me, CancellationToken cancellationToken)
    {
        // snippet: crew
        await foreach (var order in client.OrdersAsync(me, cancellationToken))
        {
            if (order.Recall)
                continue; // taken back: whatever was under way for it ends
            await client.ReportProgressAsync(order, AssignmentProgress.Accepted, DateTimeOffset.UtcNow, cancellationToken);
        }
        // end
    }

    public static async Task Track(CityGuardClient client, IReadOnlyList<PositionReport> fixes, CancellationToken cancellationToken)
    {
        // snippet: positions
        var result = await client.ReportPositionsAsync(fixes, cancellationToken);
        foreach (var rejected in result.Rejected)
            Console.WriteLine($"{fixes[rejected.Index].Responder}: {rejected.Reason}");
        // end
    }

    public static async Task Readiness(CityGuardClient client, CellId cell, AreaId district, CancellationToken cancellationToken)
    {
        // snippet: readiness
        var circle = await client.GetCellReadinessAsync(cell, cancellationToken);
        Console.WriteLine($"{circle.Subject}: {circle.Level} by {circle.Standard.Name.En}");
        foreach (var reacher in circle.Reachers)
            Console.WriteLine($"{reacher.CallSign} in {reacher.Seconds} s");

        var summary = await client.GetReadinessAsync(district, cancellationToken);
        foreach (var level in summary.Levels)
            Console.WriteLine($"{level.Level}: {level.Cells} cells, {level.People:N0} people, {level.Targets} targets");
        // end
    }

    public static async Task Command(CityGuardClient client, IncidentView incident, CancellationToken cancellationToken)
    {
        // snippet: command
        try
        {
            await client.RecallAsync(incident.Id, new RecallCommand(incident.Assignments[0].Op, "needed elsewhere", IfVersion: incident.Version), cancellationToken);
        }
        catch (CityGuardException refused) when (refused.Code == RefusalCode.Conflict)
        {
            Console.WriteLine($"{refused.Reason}; held by {refused.Holder}");
        }
        catch (CityGuardException lost) when (lost.IsOutcomeUnknown)
        {
            Console.WriteLine("No answer came, however often it was sent: give the same command with the same id when the city is back.");
        }
        // end
    }

    public static async Task<string> WhatIf(CityGuardClient client, CancellationToken cancellationToken)
    {
        // snippet: what-if
        var scenario = JsonNode.Parse(await client.ForkCityAsync("one more at the station", cancellationToken))!;
        scenario["edits"] = new JsonArray(new JsonObject { ["do"] = "move", ["who"] = new JsonArray("p-C-0001"), ["to"] = new JsonObject { ["lon"] = 113.2573, ["lat"] = 23.1490 } });
        var saved = await client.SaveScenarioAsync(new SaveScenarioCommand(scenario.ToJsonString()), cancellationToken);

        var run = await client.AskRunAsync(new AskRunCommand(new RunQuestion([new ScenarioRef(saved.Id, saved.Version)], Replications: 40)), cancellationToken);
        while (run.Phase is RunPhase.Preparing or RunPhase.Playing)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            run = await client.GetRunAsync(run.Id, cancellationToken);
        }

        Console.WriteLine($"within standard: {run.Differences[0].Mean:+0.0%;-0.0%} +- {run.Differences[0].Half:0.0%}");
        var report = await client.GetRunFileAsync(run.Id, RunFile.Report, cancellationToken);
        // end
        return report;
    }

    public static CityGuardClient Inside(IClusterClient cluster, string key)
    {
        // snippet: cluster
        var client = new CityGuardClient(cluster, new CityGuardClientOptions { ApiKey = key });
        // end
        return client;
    }
}
