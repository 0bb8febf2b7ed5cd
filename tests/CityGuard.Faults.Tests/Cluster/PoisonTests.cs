using CityGuard.Abstractions.Incidents;
using CityGuard.Client;
using CityGuard.Domain.Incidents;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Cluster;

/// <summary>One incident that no actor can digest keeps no other waiting, and is not lost itself.</summary>
public sealed class PoisonTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_poisoned_incident_keeps_nobody_waiting()
    {
        var poisoned = IncidentReports.IdOf("poison", "1");
        await using var city = await ClusterCity.Start(output, silos: 2, changes: "poison", new Dictionary<string, string> { ["CITYGUARD_TEST_POISONED"] = poisoned.Value });
        using var client = new CityGuardClient(new CityGuardClientOptions { BaseAddress = new Uri("http://city"), ApiKey = city.Key, HttpHandler = city.NewDoors() });
        // In the very cell where others call too: its sector meets it in its stream, as nudges and in its sweep.
        (await client.ReportIncidentAsync(new IncidentReport("poison", "1", "theft", IncidentSeverity.Medium, new Location(Cell: "c-00001")), TestContext.Current.CancellationToken)).Id.ShouldBe(poisoned);
        await city.Load.More(400);
        var bites = city.Cluster.Nodes.Sum(n => n.Output.Split('\n').Count(line => line.StartsWith("poison:", StringComparison.Ordinal)));
        output.WriteLine($"{bites} poisoned calls");
        bites.ShouldBePositive();
        await city.ShouldHaveLostNothing(quiescent: false);
        (await client.ReportIncidentAsync(new IncidentReport("poison", "1", "theft", IncidentSeverity.Medium, new Location(Cell: "c-00001")), TestContext.Current.CancellationToken)).Created.ShouldBeFalse("it is kept");
    }
}
