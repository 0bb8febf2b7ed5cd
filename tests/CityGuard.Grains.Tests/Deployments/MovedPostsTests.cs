using CityGuard.Abstractions;
using CityGuard.Abstractions.Deployments;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Deployments;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Deployments;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Tests.Cluster;
using CityGuard.Grains.Tests.Protocol;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Deployments;

/// <summary>Posts that are moved in the living city: whoever is posted elsewhere is at home there, on both silos, and goes on being so.</summary>
public sealed class MovedPostsTests(City city) : IClassFixture<City>
{
    private const string Everywhere = "city-sample";

    private IDeploymentFront Front => city.Grains.GetGrain<IDeploymentFront>(0);

    [Fact]
    public async Task Whoever_is_posted_elsewhere_stands_there_is_at_home_there_and_under_its_duty()
    {
        var (who, from, to) = Farthest("stationForce");
        var cell = city.Model.Cells.Centres[to];
        var (old, now) = (city.Model.Cells.Sectors[city.Model.Cells.Sector[from]], city.Model.Cells.Sectors[city.Model.Cells.Sector[to]]);
        city.Model.Areas[old.District].Id.ShouldNotBe(city.Model.Areas[now.District].Id, "it changes silo, too");
        // Whoever has not been heard is counted as unknown, also when he is not there; and whom another test moved may be on his way home: counts are compared once everybody has
        // spoken, and stands where the package posts him.
        await Eventually.Holds(
            async () => await Unheard(old) + await Unheard(now) == 0 && await AtHome(old) == Posted(old) && await AtHome(now) == Posted(now), () => "somebody was never heard, or is not at home");
        var (oldHome, newHome) = (await AtHome(old), await AtHome(now));

        var moved = (await Front.Move(OpenDoor.Key, new MovePostsCommand("thin", [new PostMove(who, cell)]))).Value.ShouldNotBeNull();
        moved.Moved.ShouldHaveSingleItem().ShouldSatisfyAllConditions(m => m.Who.ShouldBe(who), m => city.Cell(m.Cell.Value).ShouldBe(to));

        // Nobody ever measured where it is: it stands at its post.
        await Eventually.Holds(async () => (await city.View(who)).Position == cell, () => "it stands where it stood");
        (await city.View(who)).HomeSector.ShouldBe(city.Model.Areas[now.Area].Id);
        var turnout = city.Model.Responders.Single(r => r.Id == who).TurnoutSeconds * 10;
        await Eventually.Holds(async () => await city.Sector(now).Arrival(Index(who), to, -1) is { } there && there < turnout + 600, () => "the new board does not know it");
        await Eventually.Holds(async () => await AtHome(old) == oldHome - 1 && await AtHome(now) == newHome + 1, () => "it is counted where it was");
        foreach (var sector in city.Model.Cells.Sectors)
            await Eventually.Holds(async () => (await city.Sector(sector).Check()).Count == 0, () => $"the board of {city.Model.Areas[sector.Area].Id} is not what it would be from scratch");

        // It outlives the actors: what a new activation knows is in the journal.
        await City.Deactivate(city.Grains.Responder(who));
        await City.Deactivate(city.Grains.GetGrain<IDeploymentGrain>(Everywhere));
        // (On the other silo, which reads the journal by itself, up to a second later.)
        await Eventually.Holds(async () => (await city.View(who)).Position == cell, () => "it stands where it stood");
        (await Front.Get(OpenDoor.Key)).Value.ShouldNotBeNull().Count.ShouldBe(moved.Count);

        (await Front.Move(OpenDoor.Key, new MovePostsCommand("as before", [new PostMove(who, null)]))).Value.ShouldNotBeNull().Moved.ShouldBeEmpty();
        await Eventually.Holds(async () => (await city.View(who)).HomeSector == city.Model.Areas[old.Area].Id && await AtHome(old) == oldHome, () => "it is not home again");
        city.Violations(DeploymentStream.Of(AreaId.Parse(Everywhere))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_was_measured_elsewhere_stays_there_until_it_drives()
    {
        var who = ResponderId.Parse("p-C-0003");
        var post = city.Model.Responders[Index(who)].Post;
        (await city.Responders.ReportPositions(OpenDoor.Key, [new PositionReport(who.Value, post.Lat, post.Lon, TimeProvider.System.GetUtcNow())])).Value.ShouldNotBeNull().Rejected.ShouldBeEmpty();
        var (stood, before) = ((await city.View(who)).Position, (await city.View(who)).HomeSector);
        (await Front.Move(OpenDoor.Key, new MovePostsCommand("thin", [new PostMove(who, city.Model.Cells.Centres[^1])]))).Refusal.ShouldBeNull();
        var home = city.Model.Areas[city.Model.Cells.Sectors[city.Model.Cells.Sector[^1]].Area].Id;
        await Eventually.Holds(async () => (await city.View(who)).HomeSector == home, () => "it is at home where it was");
        (await city.View(who)).Position.ShouldBe(stood);
        (await Front.Move(OpenDoor.Key, new MovePostsCommand("back", [new PostMove(who, null)]))).Refusal.ShouldBeNull();
        await Eventually.Holds(async () => (await city.View(who)).HomeSector == before, () => "it is not home again");
    }

    [Fact]
    public async Task A_unit_of_premises_is_not_moved()
    {
        var unit = city.Model.Responders.First(r => r.Id.Value[0] == 'u').Id;
        var refusal = (await Front.Move(OpenDoor.Key, new MovePostsCommand("thin", [new PostMove(unit, city.Model.Cells.Centres[0])]))).Refusal.ShouldNotBeNull();
        (refusal.Code, refusal.Reason).ShouldBe((RefusalCode.Unprocessable, $"moves[0].who: {unit} is bound to its premises and cannot be moved"));
    }

    private int Index(ResponderId who) => city.Model.TryResponder(who.Value, out var index) ? index : -1;

    /// <summary>Somebody of a kind, and the cell farthest from it that is of another district.</summary>
    private (ResponderId Who, int From, int To) Farthest(string kind)
    {
        var who = city.Model.Responders.First(r => r.Kind == kind);
        var (from, cells) = (city.Cell(who.Cell.Value), city.Model.Cells);
        var district = cells.Sectors[cells.Sector[from]].District;
        return (who.Id, from, Enumerable.Range(0, cells.Count).Where(c => cells.Sectors[cells.Sector[c]].District != district).MaxBy(c => cells.Centres[c].MetresTo(who.Post)));
    }

    private int Posted(Cities.SectorRange sector) => city.Model.Responders.Count(r => city.Model.Cells.Sectors[city.Model.Cells.Sector[city.Cell(r.Cell.Value)]].Area == sector.Area);

    private async Task<int> AtHome(Cities.SectorRange sector) => (await StrengthOf(sector)).Sum(s => s.Actual + s.Unknown);

    private async Task<int> Unheard(Cities.SectorRange sector) => (await StrengthOf(sector)).Sum(s => s.Unknown);

    private async Task<IReadOnlyList<Strength>> StrengthOf(Cities.SectorRange sector)
        => (await city.Grains.GetGrain<IReadinessFront>(0).Summary(OpenDoor.Key, city.Model.Areas[sector.Area].Id.Value)).Value!.Strength;
}
