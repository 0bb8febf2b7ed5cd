using System.Net.Http.Json;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests;

/// <summary>People from the command line to the journal: registered, signed in, limited to their role and area, removed.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class UserTests(SampleHost host) : IClassFixture<SampleHost>
{
    [Fact]
    public async Task A_dispatcher_commands_in_his_area_under_his_name_and_nowhere_else()
    {
        var (here, there) = (await Report("here", "c-00015"), await Report("there", "c-00230"));
        using var wang = await SignedIn.As(host, "王 Wang", "dispatcher", "s-01-01");
        var (status, _) = await wang.Post($"/api/v1/incidents/{here}/close", new { why = "a false alarm" });
        status.ShouldBe(200);
        var (forbidden, problem) = await wang.Post($"/api/v1/incidents/{there}/close", new { why = "a false alarm" });
        forbidden.ShouldBe(403);
        var sector = (await host.Get($"/api/v1/incidents/{there}")).GetProperty("sector").GetString()!;
        problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldSatisfyAllConditions(d => d.ShouldContain("s-01-01"), d => d.ShouldContain(sector));
        (await wang.Post("/api/v1/areas/s-01-01/automatic", new { on = true, why = "as usual" })).Status.ShouldBe(403);

        var (code, file, _) = await Export();
        code.ShouldBe(0);
        var closing = File.ReadLines(file).Single(line => line.Contains(here, StringComparison.Ordinal) && line.Contains("\"Closing\"", StringComparison.Ordinal));
        Regex.Unescape(closing).ShouldContain("王 Wang");
    }

    [Fact]
    public async Task A_viewer_looks_and_who_is_removed_is_out_at_the_next_check()
    {
        var incident = await Report("viewed", "c-00016");
        using var li = await SignedIn.As(host, "Li", "viewer", "b-01-01-1");
        (await li.Look($"/api/v1/incidents/{incident}")).ShouldBe(200);
        (await li.Post($"/api/v1/incidents/{incident}/close", new { why = "over" })).Status.ShouldBe(403);

        (await HostProcess.Run("user", "remove", "--data", host.Data, "--name", "Li")).ExitCode.ShouldBe(0);
        (await li.Look($"/api/v1/incidents/{incident}")).ShouldBe(401);
        (await HostProcess.Run("user", "remove", "--data", host.Data, "--name", "Li")).ExitCode.ShouldBe(2);
        // Who comes back under the same name is another one: what the first was signed in with opens nothing.
        using var again = await SignedIn.As(host, "Li", "viewer", "s-01-01");
        (await again.Look($"/api/v1/incidents/{incident}")).ShouldBe(200);
        (await li.Look($"/api/v1/incidents/{incident}")).ShouldBe(401);
    }

    [Fact]
    public async Task A_link_is_used_once_and_another_one_is_printed()
    {
        var link = await SignedIn.Register(host, "Zhao", "commander", "d-01");
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        ((int)(await http.GetAsync(new Uri(link), TestContext.Current.CancellationToken)).StatusCode).ShouldBe(302);
        ((int)(await http.GetAsync(new Uri(link), TestContext.Current.CancellationToken)).StatusCode).ShouldBe(401);
        var (code, another, _) = await HostProcess.Run("user", "link", "--data", host.Data, "--url", host.Process.Url, "--name", "zhao");
        code.ShouldBe(0);
        (await HostProcess.Run("user", "remove", "--data", host.Data, "--name", "Zhao")).ExitCode.ShouldBe(0);
        ((int)(await http.GetAsync(new Uri(another.Trim()), TestContext.Current.CancellationToken)).StatusCode).ShouldBe(401);
    }

    [Theory]
    [InlineData("Qian", "dispatcher", "d-99", "no area 'd-99'")]
    [InlineData("Qian", "dispatcher", "b-01-01-1", "not for a beat")]
    [InlineData("commander", "commander", "d-01", "name the person")]
    [InlineData("tests", "viewer", "d-01", "API key")]
    [InlineData("Qian", "chief", "d-01", "chief")]
    public async Task Who_cannot_be_registered_is_refused_with_the_reason(string name, string role, string area, string reason)
    {
        var (code, _, errors) = await HostProcess.Run("user", "add", "--data", host.Data, "--city", host.City, "--name", name, "--role", role, "--area", area);
        code.ShouldBe(2);
        errors.ShouldContain(reason);
        (await HostProcess.Run("user", "list", "--data", host.Data)).Output.ShouldNotContain("Qian");
    }

    [Fact]
    public async Task A_name_is_there_once_and_its_file_is_private()
    {
        await SignedIn.Register(host, "Sun", "viewer", "d-01");
        var (code, _, errors) = await HostProcess.Run("user", "add", "--data", host.Data, "--city", host.City, "--name", "SUN", "--role", "commander", "--area", "d-01");
        code.ShouldBe(2);
        errors.ShouldContain("already");
        (await HostProcess.Run("user", "list", "--data", host.Data)).Output.ShouldContain("Sun\tviewer\td-01");
        Directory.EnumerateFiles(Path.Combine(host.Data, "users")).ShouldAllBe(f => File.GetUnixFileMode(f) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task A_key_with_an_area_commands_there_only()
    {
        var (here, there) = (await Report("key-here", "c-00017"), await Report("key-there", "c-00231"));
        var (code, output, errors) = await HostProcess.Run("key", "add", "--data", host.Data, "--city", host.City, "--name", "station", "--scope", "command", "--area", "s-01-01");
        code.ShouldBe(0, errors);
        using var http = new HttpClient { BaseAddress = new Uri(host.Process.Url) };
        http.DefaultRequestHeaders.Add("X-Api-Key", output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)[^1]);
        async Task<int> Close(string id) => (int)(await http.PostAsync(new Uri($"/api/v1/incidents/{id}/close", UriKind.Relative), JsonContent.Create(new { why = "over" }))).StatusCode;
        (await Close(here)).ShouldBe(200);
        (await Close(there)).ShouldBe(403);
        (await HostProcess.Run("key", "add", "--data", host.Data, "--city", host.City, "--name", "beat", "--scope", "command", "--area", "b-01-01-1")).ExitCode.ShouldBe(2);
    }

    private async Task<(int Code, string File, string Errors)> Export()
    {
        var file = Path.Combine(host.Data, "..", "export.jsonl");
        var (code, _, errors) = await HostProcess.Run("journal", "export", "--data", host.Data, "--out", file);
        return (code, file, errors);
    }

    private async Task<string> Report(string id, string cell)
    {
        var (status, body) = await host.Post("/api/v1/incidents", $$"""{"source":"users","sourceId":"{{id}}","type":"theft","severity":"low","location":{"cell":"{{cell}}"} }""");
        status.ShouldBe(201);
        return body.GetProperty("id").GetString()!;
    }
}
