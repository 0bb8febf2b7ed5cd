using CityGuard.Abstractions.Incidents;
using CityGuard.Client;
using CityGuard.Domain.Incidents;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Cluster;

/// <summary>Who knows the servers of a cluster and has a certificate of another authority does not become part of it, is told why, and disturbs nobody.</summary>
public sealed class StrangerTests(ITestOutputHelper output)
{
    private const string NotOurs = "is not of this node's authority";

    [Fact]
    public async Task Neither_a_silo_nor_a_web_node_with_a_certificate_of_another_authority_gets_in()
    {
        using var folder = new SamplePackage();
        await using var cluster = await ClusterProcesses.Start(folder.City, folder.Data);
        using var authority = new CertificateAuthority(folder.Data, "ours");
        using var another = new CertificateAuthority(folder.Data, "theirs");
        var own = cluster.StartNode(more: authority.Issue("own"));
        await own.Ready();
        var key = await cluster.AddKey("ingest", "read");

        var (silo, web) = (cluster.StartNode(more: another.Issue("silo")), cluster.StartNode("web", more: another.Issue("web")));
        try
        {
            await Until.True(async () => silo.HasEnded || await IsReady(silo), patience: TimeSpan.FromMinutes(2));
            silo.HasEnded.ShouldBeTrue("it was let in");
            (await silo.Exited()).ShouldBe(3);
            LastLine(silo).ShouldSatisfyAllConditions(l => l.ShouldStartWith($"cityguard: this silo could not join the cluster {cluster.Name}"), l => l.ShouldContain(NotOurs));
            await Until.True(async () => web.Output.Contains("goes on trying", StringComparison.Ordinal) || await IsReady(web));
            web.Output.ShouldContain(NotOurs);
            web.HasEnded.ShouldBeFalse();
            (await IsReady(web)).ShouldBeFalse();

            (await cluster.Redis.ActiveSilos(cluster.Name)).ShouldBe(1);
            await own.Ready();
            using var client = new CityGuardClient(new CityGuardClientOptions { BaseAddress = new Uri(own.Url), ApiKey = key });
            await client.ReportIncidentAsync(new IncidentReport("stranger", "1", "theft", IncidentSeverity.Medium, new Location(Cell: "c-00001")), TestContext.Current.CancellationToken);
            foreach (var node in new[] { own, silo, web })
                node.Output.ShouldNotContain("   at ");
        }
        finally
        {
            foreach (var (name, node) in new[] { ("own silo", own), ("their silo", silo), ("their web node", web) })
                output.WriteLine($"{name}:\n{node.Output}\n");
        }
    }

    private static async Task<bool> IsReady(HostProcess host)
    {
        try
        {
            using var answer = await host.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // it does not listen before it is in
        }
    }

    private static string LastLine(HostProcess host) => host.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
}
