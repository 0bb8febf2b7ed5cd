using CityGuard.Abstractions.Incidents;
using CityGuard.Client;
using CityGuard.Domain.Incidents;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Cluster;

/// <summary>Two silos and a web node: one city, whichever door one takes. Silos, web node and Redis show certificates, and Redis lets them do what they need and nothing more.</summary>
public sealed class ClusterTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Two_silos_and_a_web_node_are_one_city()
    {
        using var folder = new SamplePackage();
        using var authority = new CertificateAuthority(folder.Data, "ca");
        await using var cluster = await ClusterProcesses.Start(folder.City, folder.Data, authority: authority);
        var first = cluster.StartNode();
        await first.Ready();
        var (second, web) = (cluster.StartNode(), cluster.StartNode("web"));
        var (atSecond, atWeb) = (await second.Ready(), await web.Ready());
        atWeb.GetProperty("sectors").GetInt32().ShouldBe(atSecond.GetProperty("sectors").GetInt32());
        output.WriteLine(web.Output);

        var key = await cluster.AddKey("ingest", "read");
        using var throughWeb = new CityGuardClient(new CityGuardClientOptions { BaseAddress = new Uri(web.Url), ApiKey = key });
        using var throughSecond = new CityGuardClient(new CityGuardClientOptions { BaseAddress = new Uri(second.Url), ApiKey = key });
        var receipt = await throughWeb.ReportIncidentAsync(new IncidentReport("cluster", "1", "theft", IncidentSeverity.Medium, new Location(Cell: "c-00001"), Description: "told at the web node"), TestContext.Current.CancellationToken);
        (await throughSecond.GetIncidentAsync(receipt.Id, TestContext.Current.CancellationToken)).ShouldNotBeNull().State.ShouldBe(IncidentState.Open);

        // A link made beside the cluster is good at any node, and its cookie at any other.
        var (code, link, errors) = await cluster.Run("link", "--url", web.Url);
        code.ShouldBe(0, errors);
        var cookies = new System.Net.CookieContainer();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = cookies });
        (await browser.GetAsync(new Uri(link.Trim()), TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeTrue();
        foreach (var node in cluster.Nodes)
            (await browser.GetAsync(new Uri(node.Url), TestContext.Current.CancellationToken)).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/");

        (await cluster.Run("journal", "verify")).Output.ShouldContain("0 violations");
    }
}
