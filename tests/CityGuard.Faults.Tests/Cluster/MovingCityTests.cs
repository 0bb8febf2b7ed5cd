using System.Net.Http.Json;
using System.Text.Json;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Storage.AzureTables;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Cluster;

/// <summary>A lone city moves into a cluster by the product's own commands, and its personal data with it.</summary>
public sealed class MovingCityTests
{
    private const string Text = "the caller hides in the second room on the left", Gone = "what was told in confidence";

    [Fact]
    public async Task What_callers_told_a_lone_city_is_read_in_its_cluster_and_what_was_erased_is_not()
    {
        using var folder = new SamplePackage();
        string told, erased, twice;
        await using (var alone = await HostProcess.StartReady(folder.Data, "--city", folder.City, "--field", "off"))
        {
            alone.Http.DefaultRequestHeaders.Add("X-Api-Key", await HostProcess.AddKey(folder.Data, "ingest"));
            (told, erased, twice) = (await Report(alone, Text), await Report(alone, Gone), await Report(alone, "told to both"));
            (await HostProcess.Run("vault", "erase", erased, "--data", folder.Data)).ExitCode.ShouldBe(0);
        }

        await using var cluster = await ClusterProcesses.Start(folder.City, folder.Data);
        string[] copy = ["vault", "copy", "--data", folder.Data, "--to"];
        var (early, _, reason) = await HostProcess.RunIn(cluster.Environment, [.. copy, "cluster"]);
        early.ShouldBe(3);
        reason.ShouldContain("there are no tables of this cluster");

        (await HostProcess.Run("journal", "export", "--data", folder.Data, "--out", folder.Notes)).ExitCode.ShouldBe(0);
        (await cluster.Run("journal", "import", "--in", folder.Notes)).ExitCode.ShouldBe(0);
        var store = await TableStore.Open(new TableAddress(cluster.Tables.Connection, cluster.Name), TimeProvider.System, cancel: TestContext.Current.CancellationToken);
        await store.Vault.Seal(IncidentId.Parse(twice), new PersonalData("told here first", null), TestContext.Current.CancellationToken);
        var (refused, _, named) = await HostProcess.RunIn(cluster.Environment, [.. copy, "cluster"]);
        refused.ShouldBe(2);
        named.ShouldContain($"{twice} has another key in the target already");
        (await cluster.Run("vault", "erase", twice)).ExitCode.ShouldBe(0);

        // With each erased incident goes the ticket that it would become; of the second one only the cluster knows that.
        foreach (var (direction, gone) in ((string, int)[])[("cluster", 3), ("cluster", 3), ("folder", 4)])
        {
            var (code, output, errors) = await HostProcess.RunIn(cluster.Environment, [.. copy, direction]);
            code.ShouldBe(0, errors);
            output.ShouldEndWith($"1 incidents and tickets, 1 texts copied; {gone} erased{Environment.NewLine}");
        }

        var node = cluster.StartNode();
        await node.Ready();
        var (made, key, why) = await cluster.Run("key", "add", "--name", "desk", "--scope", "read", "--personal");
        made.ShouldBe(0, why);
        node.Http.DefaultRequestHeaders.Add("X-Api-Key", key.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)[^1]);
        (await Description(node, told)).ShouldBe(Text);
        (await Description(node, erased)).ShouldBeNull();
        (await Description(node, twice)).ShouldBeNull();
    }

    [Fact]
    public async Task A_copy_that_cannot_be_says_why_in_one_line()
    {
        using var folder = new SamplePackage();
        var nowhere = new Dictionary<string, string> { ["CITYGUARD_TABLES"] = $"DefaultEndpointsProtocol=http;AccountName=none;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:{HostProcess.FreePort()}/none;" };
        await ShouldSay(nowhere, 2, "--to", "--data", folder.Data);
        await ShouldSay(nowhere, 2, "'tables'", "--data", folder.Data, "--to", "tables");
        await ShouldSay(nowhere, 2, "--data", "--to", "cluster");
        await ShouldSay(nowhere, 3, "There is no journal in", "--data", folder.Data, "--to", "cluster");
        Directory.CreateDirectory(folder.Data);
        await File.WriteAllBytesAsync(Path.Combine(folder.Data, "journal.db"), [], TestContext.Current.CancellationToken);
        await ShouldSay(nowhere, 3, "the tables cannot be reached", "--data", folder.Data, "--to", "cluster");
        await ShouldSay(new Dictionary<string, string> { ["CITYGUARD_TABLES"] = "" }, 2, "CITYGUARD_TABLES", "--data", folder.Data, "--to", "folder");
    }

    private static async Task ShouldSay(Dictionary<string, string> environment, int expected, string said, params string[] options)
    {
        var (code, _, errors) = await HostProcess.RunIn(environment, ["vault", "copy", .. options]);
        code.ShouldBe(expected, errors);
        errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain(said);
        errors.ShouldNotContain("c2VjcmV0");
    }

    private static async Task<string> Report(HostProcess host, string text)
    {
        using var answer = await host.Http.PostAsJsonAsync(
            new Uri("/api/v1/incidents", UriKind.Relative),
            new { source = "moving", sourceId = text, type = "theft", severity = "medium", location = new { cell = "c-00001" }, description = text },
            TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()!;
    }

    private static async Task<string?> Description(HostProcess host, string incident)
    {
        var found = await host.Http.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/incidents/{incident}", UriKind.Relative), TestContext.Current.CancellationToken);
        return found.TryGetProperty("description", out var text) ? text.GetString() : null;
    }
}
