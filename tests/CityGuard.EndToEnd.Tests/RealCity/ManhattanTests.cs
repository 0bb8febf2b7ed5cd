using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CityGuard.Cities.Package;
using CityGuard.Domain.Geography;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests.RealCity;

/// <summary>A real city, imported by the product's own command and played by its field: one call from outside, watched from outside until it is over.</summary>
public sealed class ManhattanTests(ITestOutputHelper output) : IDisposable
{
    // About West 165th Street and St Nicholas Avenue: half a kilometre, and a minute of driving, from the station in West 172nd Street.
    private static readonly GeoPoint Scene = new(-73.9385, 40.8385);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8), Glance = TimeSpan.FromSeconds(1);

    private readonly string _root = Directory.CreateTempSubdirectory("cityguard-manhattan-").FullName;

    [Fact]
    public async Task An_incident_is_assigned_driven_to_by_the_field_and_closed()
    {
        var (city, data) = (Path.Combine(_root, "city"), Path.Combine(_root, "data"));
        var (code, said, errors) = await HostProcess.Run("city", "import", "jemss", SharedData.Require("cities", "manhattan"), "--out", city);
        code.ShouldBe(0, said + errors);
        string call;
        using (var model = CityPackage.Load(city))
            call = ShortCall.Id("curl", "medical", model.Demand);
        var key = await HostProcess.AddKey(data, "ingest", "read");
        await using var host = await HostProcess.StartReady(data, "--city", city, "--field", "on");
        host.Http.DefaultRequestHeaders.Add("X-Api-Key", key);

        var incident = await Report(host.Http, call);
        await Until.True(async () => Granted(await Get(host.Http, incident)) is not null, Patience, Glance);
        var responder = $"/api/v1/responders/{Granted(await Get(host.Http, incident))!.Value.GetProperty("responder").GetString()}";
        var first = await Get(host.Http, responder);
        first.GetProperty("kind").GetString().ShouldBe("ambulance");
        MetresAway(first).ShouldBeGreaterThan(400);

        var arrived = await SeenThere(host.Http, responder, incident);
        MetresAway(arrived).ShouldBeLessThan(200);

        await Until.True(async () => (await Get(host.Http, incident)).GetProperty("state").GetString() == "closed", Patience, Glance);
        var closed = await Get(host.Http, incident);
        output.WriteLine($"{MetresAway(first):0} m away when assigned, {MetresAway(arrived):0} m on scene; {closed}");
        await host.Kill();
        var (verified, report, _) = await HostProcess.Run("journal", "verify", "--data", data);
        verified.ShouldBe(0, report);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static async Task<string> Report(HttpClient http, string call)
    {
        var body = FormattableString.Invariant($$$"""{"source":"curl","sourceId":"{{{call}}}","type":"medical","severity":"high","location":{"lat":{{{Scene.Lat}}},"lon":{{{Scene.Lon}}} } }""");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/api/v1/incidents", UriKind.Relative), content);
        ((int)answer.StatusCode).ShouldBe(201);
        return $"/api/v1/incidents/{(await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()}";
    }

    /// <summary>Waits for a position that was measured after the responder said that it is on scene.</summary>
    private static async Task<JsonElement> SeenThere(HttpClient http, string responder, string incident)
    {
        JsonElement seen = default;
        await Until.True(
            async () =>
            {
                seen = await Get(http, responder);
                if (seen.GetProperty("status").GetString() != "onScene")
                    return false;
                var onScene = Granted(await Get(http, incident)).ShouldNotBeNull("it was over before anybody saw it there").GetProperty("onSceneAt").GetDateTimeOffset();
                return seen.GetProperty("positionAt") is { ValueKind: JsonValueKind.String } at && at.GetDateTimeOffset() > onScene;
            },
            Patience,
            Glance);
        return seen;
    }

    private static Task<JsonElement> Get(HttpClient http, string path) => http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));

    private static double MetresAway(JsonElement responder)
    {
        var position = responder.GetProperty("position");
        return new GeoPoint(position.GetProperty("lon").GetDouble(), position.GetProperty("lat").GetDouble()).MetresTo(Scene);
    }

    private static JsonElement? Granted(JsonElement incident)
        => incident.GetProperty("assignments").EnumerateArray().Where(a => a.GetProperty("state").GetString() == "granted").Select(a => (JsonElement?)a).FirstOrDefault();
}
