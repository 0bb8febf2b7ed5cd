using System.Text.Json;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Roads;
using CityGuard.Domain.Geography;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Contract;

public abstract partial class CityContract
{
    [Fact]
    public async Task Roads_are_closed_and_opened_once_and_ways_and_isochrones_are_told()
    {
        var before = await Client.GetRoadsAsync(Token);
        var name = GetType().Name;
        var closing = new RestrictRoadsCommand("works", Street: "样例1路", Factor: 2, Command: "roads-" + name);
        var after = await Client.RestrictRoadsAsync(closing, Token);
        after.Version.ShouldBe(before.Version + 1);
        var mine = after.Restrictions.Single(r => r.Id == "r-roads-" + name);
        (mine.Street, mine.Factor, mine.Why).ShouldBe(("样例1路", 2, "works"));
        (await Client.RestrictRoadsAsync(closing, Token)).Version.ShouldBe(after.Version);
        (await Refused(() => Client.RestrictRoadsAsync(closing with { Factor = 3 }, Token))).ShouldBe(RefusalCode.Conflict);
        (await Refused(() => Client.RestrictRoadsAsync(new RestrictRoadsCommand("works"), Token))).ShouldBe(RefusalCode.Unprocessable);
        (await Refused(() => Client.ReleaseRoadsAsync("r-nothing", new ReleaseRoadsCommand("x"), Token))).ShouldBe(RefusalCode.Unknown);
        using var reader = Connect(city.ReadKey);
        (await Refused(() => reader.RestrictRoadsAsync(closing with { Command = "other" }, Token))).ShouldBe(RefusalCode.Forbidden);
        (await Client.ReleaseRoadsAsync(mine.Id, new ReleaseRoadsCommand("done"), Token)).Restrictions.ShouldNotContain(r => r.Id == mine.Id);

        var (from, to) = (city.City.Cells.Centres[0], city.City.Cells.Centres[^1]);
        var route = await reader.GetRouteAsync(from, to, Token);
        route.Seconds.ShouldBeGreaterThan(60);
        route.Line.Count.ShouldBeGreaterThan(5);
        var reached = await reader.GetIsochroneAsync(from, 3.5, TravelMode.Walk, Token);
        (reached.Minutes, reached.Mode).ShouldBe((3.5, TravelMode.Walk));
        JsonDocument.Parse(reached.GeoJson).RootElement.GetProperty("type").GetString().ShouldBe("Polygon");
        (await Refused(() => reader.GetIsochroneAsync(new GeoPoint(0, 0), 5, cancellationToken: Token))).ShouldBe(RefusalCode.Unprocessable);
        (await Refused(() => reader.GetIsochroneAsync(from, 0, cancellationToken: Token))).ShouldBe(RefusalCode.Malformed);
    }
}
