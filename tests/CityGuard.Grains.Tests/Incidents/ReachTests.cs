using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>Nobody fits within a ring of one minute: the neighbours, the district and the city are asked in turn, across a restart between every two.</summary>
public sealed class ReachTests : IAsyncLifetime
{
    private const int LimitSeconds = 60;
    private const string OwnCell = "c-00096", OtherCell = "c-00240";
    private static readonly ResponderId Own = ResponderId.Parse("x-0001"), OfTheOther = ResponderId.Parse("x-0002");
    private static readonly PartnerCity Near = new("near", new BilingualName("近市", "Near"), CellId.Parse("c-00001"), [new PartnerForce("specialPolice", 3, 600)]),
        Far = new("far", new BilingualName("远市", "Far"), CellId.Parse("c-00240"), [new PartnerForce("specialPolice", 3, 1_200)]);
    private readonly ShiftedTime _time = new();
    private readonly City _city;

    public ReachTests() => _city = new City(
        automatic: true, _time,
        rules => rules with { Partners = [Near, Far], Plans = [new ResponsePlan("squad", [], [], [], [new PlanRole("squad", ["specialPolice"], [], 1, null)], null, Version: 3, Clocks: new PlanClocks(WidenSeconds: 100))] },
        parts => parts with { Travel = TravelTableBuilder.Build(parts.Roads, parts.Cells, LimitSeconds) });

    private ICaseFront Cases => _city.Grains.GetGrain<ICaseFront>(0);

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task Somebody_of_the_other_district_comes_once_nobody_nearer_does_and_each_step_is_a_fact()
    {
        await Stand();
        await Off(Own, OwnCell);
        var id = await _city.Report(City.Theft("far away"));
        foreach (var (i, reach) in ((Reach[])[Reach.Neighbours, Reach.District]).Index())
        {
            await Later(id, 101 * (i + 1));
            var looked = await _city.Until(id, v => v.Roles![0].Reach >= reach);
            looked.Roles![0].Reach.ShouldBe(reach);
            looked.Assignments.ShouldBeEmpty();
        }

        await Later(id, 303);
        var sent = await _city.UntilAssigned(id);
        sent.Assignments.ShouldHaveSingleItem().Responder.ShouldBe(OfTheOther);
        sent.Decisions[^1].ShouldSatisfyAllConditions(
            d => d.Reach.ShouldBe(Reach.City), d => (d.Plan, d.PlanVersion).ShouldBe(("squad", 3)), d => d.Counts["outOfService"].ShouldBe(1),
            d => d.Nearest.Single(n => n.Responder == OfTheOther).Seconds.ShouldNotBeNull().ShouldBeGreaterThan(LimitSeconds));
        await _city.Until(id, v => v.Roles![0].Reach == Reach.Ring);
        Reaches(id).ShouldBe(["ReachWidened", "ReachWidened", "ReachWidened", "ReachServed"]);
        (await _city.Timeline(id)).Where(line => line.Kind == "ReachWidened").Select(line => (line.Role, line.Detail)).ShouldBe([("squad", "neighbours"), ("squad", "district"), ("squad", "city")]);
        await City.Deactivate(_city.Grains.GetGrain<IIncidentGrain>(id.Value));
        await _city.Finish(id);
        Reaches(id).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Who_is_in_the_district_and_beyond_the_ring_comes_before_the_city_is_asked()
    {
        await Stand();
        var id = await _city.Report(City.Theft("in the district"));
        await Later(id, 101);
        await _city.Until(id, v => v.Roles![0].Reach >= Reach.Neighbours); // from then on the next step counts its time
        await Later(id, 202);
        (await _city.UntilAssigned(id)).Assignments.ShouldHaveSingleItem().Responder.ShouldBe(Own);
        Reaches(id).Count(kind => kind == "ReachWidened").ShouldBe(2);
        await _city.Finish(id);
    }

    [Fact]
    public async Task Nobody_in_the_city_a_neighbour_city_is_asked_and_the_next_when_it_declines_once_each_across_restarts()
    {
        await Stand();
        await Off(Own, OwnCell);
        await Off(OfTheOther, OtherCell);
        var id = await _city.Report(City.Theft("a neighbour city"));
        foreach (var i in Enumerable.Range(1, 4))
        {
            await Later(id, 101 * i);
            await _city.Until(id, v => (int)v.Roles![0].Reach >= i);
        }

        var asked = (await _city.Until(id, v => v.Partners is not null)).Partners.ShouldNotBeNull().ShouldHaveSingleItem();
        asked.ShouldSatisfyAllConditions(p => p.Name.ShouldBe(Near.Name), p => p.Count.ShouldBe(1), p => p.IsPending.ShouldBeTrue(), p => (p.ExpectedAt - p.AskedAt)!.Value.TotalSeconds.ShouldBeInRange(600, 1_000));
        (await Cases.AnswerPartner(new("read"), id.Value, 1, new PartnerAnswerCommand(1, "x"))).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Cases.AnswerPartner(OpenDoor.Key, id.Value, 1, new PartnerAnswerCommand(9, "x"))).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await Cases.AnswerPartner(OpenDoor.Key, id.Value, 1, new PartnerAnswerCommand(0, ""))).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Cases.AnswerPartner(OpenDoor.Key, id.Value, 7, new PartnerAnswerCommand(0, "x"))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);

        (await Cases.AnswerPartner(OpenDoor.Key, id.Value, 1, new PartnerAnswerCommand(0, "busy itself", Command: "near-says-no"))).Refusal.ShouldBeNull();
        var next = (await _city.Until(id, v => v.Partners is { Count: 2 })).Partners![1];
        next.Partner.ShouldBe("far");
        await City.Deactivate(_city.Grains.GetGrain<IIncidentGrain>(id.Value));
        var yes = new PartnerAnswerCommand(1, "one squad", _time.GetUtcNow().AddMinutes(25), Command: "far-says-yes");
        (await Cases.AnswerPartner(OpenDoor.Key, id.Value, 2, yes)).Refusal.ShouldBeNull();
        (await Cases.AnswerPartner(OpenDoor.Key, id.Value, 2, yes)).Refusal.ShouldBeNull();
        (await Cases.AnswerPartner(OpenDoor.Key, id.Value, 2, yes with { Command = "another" })).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        var filled = await _city.Until(id, v => v.Roles![0].Reach == Reach.Ring);
        filled.Partners![1].ShouldSatisfyAllConditions(p => p.Sends.ShouldBe(1), p => p.ArrivesAt.ShouldBe(yes.ArrivesAt), p => p.Withdrawn.ShouldBeNull());

        await City.Deactivate(_city.Grains.GetGrain<IIncidentGrain>(id.Value));
        await _city.Finish(id);
        (await _city.View(id)).Partners!.Select(p => p.Withdrawn).ShouldBe([null, "closed"]);
        _city.Kinds(id.Value).Where(kind => kind.StartsWith("Partner", StringComparison.Ordinal))
            .ShouldBe(["PartnerAsked", "PartnerAnswered", "PartnerAsked", "PartnerAnswered", "PartnerWithdrawn"]);
    }

    [Fact]
    public async Task What_is_closed_while_it_looks_farther_away_says_so_and_looks_no_more()
    {
        await Stand();
        await Off(Own, OwnCell);
        await Off(OfTheOther, OtherCell);
        var id = await _city.Report(City.Theft("nobody at all"));
        await Later(id, 101);
        await _city.Until(id, v => v.Roles![0].Reach > Reach.Ring);
        await _city.Finish(id);
        Reaches(id).ShouldBe(["ReachWidened", "ReachServed"]);
    }

    // The next activation finds what is overdue by itself.
    private async Task Later(IncidentId id, int seconds)
    {
        await _city.Until(id, v => v.Decisions.Count > 0);
        _time.Shift = TimeSpan.FromSeconds(seconds);
        await Stand();
        await City.Deactivate(_city.Grains.GetGrain<IIncidentGrain>(id.Value));
        await _city.View(id);
    }

    /// <summary>One stands at the other end of the incident's district, the other at the far corner of the city.</summary>
    private async Task Stand()
    {
        foreach (var (who, cell) in ((ResponderId, string)[])[(Own, OwnCell), (OfTheOther, OtherCell)])
        {
            var at = _city.Model.Cells.Centres[_city.Cell(cell)];
            (await _city.Responders.ReportPositions(OpenDoor.Key, [new PositionReport(who.Value, at.Lat, at.Lon, _time.GetUtcNow())])).Value.ShouldNotBeNull().Rejected.ShouldBeEmpty();
            await _city.Board(cell, "specialPolice", s => s.Counts[(int)Verdict.OutOfService] + s.Counts[(int)Verdict.Chosen] + s.Counts[(int)Verdict.Busy] == 1);
        }
    }

    private async Task Off(ResponderId who, string cell)
    {
        (await _city.Responders.ReportStatus(OpenDoor.Key, who.Value, new StatusReport("outOfService", _time.GetUtcNow()))).Refusal.ShouldBeNull();
        await _city.Board(cell, "specialPolice", s => s.Counts[(int)Verdict.OutOfService] == 1);
    }

    private List<string> Reaches(IncidentId id) => [.. _city.Kinds(id.Value).Where(kind => kind.StartsWith("Reach", StringComparison.Ordinal))];
}
