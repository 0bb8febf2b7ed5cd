using CityGuard.Abstractions;
using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.People;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Desk;

/// <summary>What people at a desk read: who could go, what has happened, who else is there.</summary>
[Collection(nameof(OneCity))]
public sealed class DeskTests(City city)
{
    private static readonly ResponderId Far = ResponderId.Parse("p-C-0029");

    private IDeskFront Door => city.Grains.GetGrain<IDeskFront>(0);

    [Fact]
    public async Task Candidates_are_those_the_policy_would_take_and_nothing_is_recorded()
    {
        var view = await Assigned("candidates");
        var role = view.Assignment().Role;
        var filled = (await Door.Candidates(OpenDoor.Key, view.Id.Value, role)).Value.ShouldNotBeNull();
        filled.Missing.ShouldBe(0);
        filled.Candidates.ShouldNotBeEmpty();
        filled.Candidates.ShouldAllBe(c => c.Verdict != "chosen" && c.Verdict != "wrongKind" && c.Verdict != "elsewhere");
        var fit = filled.Candidates.Where(c => c.Verdict == "later").ToList();
        fit.Select(c => c.Seconds).ShouldBe(fit.Select(c => c.Seconds).Order());
        filled.Candidates.ShouldNotContain(c => c.Responder == view.Assignment().Responder && c.Verdict == "later");

        var free = (await Door.Candidates(OpenDoor.Key, view.Id.Value, "lookout")).Value.ShouldNotBeNull();
        free.Missing.ShouldBe(1);
        free.Candidates[0].Verdict.ShouldBe("chosen");
        free.Counts["chosen"].ShouldBe(1);
        (await city.View(view.Id)).Version.ShouldBe(view.Version);
        await city.Finish(view.Id);
        (await Door.Candidates(OpenDoor.Key, view.Id.Value, role)).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
    }

    [Fact]
    public async Task The_timeline_tells_every_fact_with_who_and_why()
    {
        var view = await Assigned("timeline");
        var by = OpenDoor.Person(PersonRole.Dispatcher, view.Sector.Value);
        (await city.Incidents.Add(by, view.Id.Value, new AddCommand(Far, "backup", "two suspects"))).Refusal.ShouldBeNull();
        await city.Finish(view.Id);
        var entries = (await Door.Timeline(OpenDoor.Key, view.Id.Value)).Value.ShouldNotBeNull();
        entries.Select(e => e.Kind).ShouldBe(city.Kinds(view.Id.Value));
        entries.Select(e => e.Version).ShouldBe(Enumerable.Range(1, entries.Count).Select(i => (long)i));
        var asked = entries.Single(e => e.Why == "two suspects");
        asked.ShouldSatisfyAllConditions(e => e.By.ShouldBe("dispatcher"), e => e.Role.ShouldBe("backup"), e => e.Responders.ShouldBe([Far]));
        // The grant names the operation only: whom it is about is known from the request.
        entries.ShouldContain(e => e.Kind == "AssignmentGranted" && e.Responders.Contains(Far) && e.Role == "backup");
        entries.Single(e => e.Kind == "Closing").By.ShouldBe("tester");
    }

    [Fact]
    public async Task An_incident_says_its_roles_and_when_the_next_is_due()
    {
        await city.Fresh();
        var view = await city.UntilAssigned(await city.Report(City.Theft("desk-due") with { Type = "robbery", Severity = CityGuard.Domain.Incidents.IncidentSeverity.High }));
        var role = view.Roles.ShouldNotBeNull().First(r => r.WithinSeconds is not null);
        role.Due.ShouldNotBeNull().ShouldBeGreaterThan(view.Times.ReceivedAt);
        IncidentLine? line = null;
        await Eventually.Holds(
            async () => (line = (await city.Incidents.Open(OpenDoor.Key, view.Sector.Value, 100)).Value!.FirstOrDefault(l => l.Id == view.Id))?.Due is not null, () => $"{line}");
        line!.Due.ShouldNotBeNull().ShouldBeGreaterThan(view.Times.ReceivedAt);
        await city.Finish(view.Id);
        (await city.View(view.Id)).Roles!.ShouldAllBe(r => r.Due == null);
    }

    [Fact]
    public async Task Two_people_at_one_incident_see_each_other()
    {
        var view = await Assigned("present");
        var (wang, li) = (OpenDoor.Person(PersonRole.Dispatcher, view.Sector.Value), OpenDoor.Person(PersonRole.Commander, view.Sector.Value));
        (await Door.Look(wang, view.Id.Value, "w1", Attention.Deciding, "backup")).Refusal.ShouldBeNull();
        (await Door.Look(li, view.Id.Value, "w2", Attention.Looking, null)).Refusal.ShouldBeNull();
        foreach (var area in new[] { view.Sector.Value, city.Model.Areas[0].Id.Value, "m-01-01-1" })
        {
            var present = (await Door.Present(OpenDoor.Key, area)).Value.ShouldNotBeNull().Where(p => p.Incident == view.Id);
            present.Select(p => (p.Name, p.Attention, p.Role)).ShouldBe([("commander", Attention.Looking, null), ("dispatcher", Attention.Deciding, "backup")]);
        }

        (await Door.Present(OpenDoor.Key, "d-02")).Value!.ShouldNotContain(p => p.Incident == view.Id);
        (await Door.Look(wang, view.Id.Value, "w1", Attention.Left, null)).Refusal.ShouldBeNull();
        (await Door.Present(OpenDoor.Key, view.Sector.Value)).Value!.Where(p => p.Incident == view.Id).Select(p => p.Name).ShouldBe(["commander"]);
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task What_is_not_well_asked_is_refused_with_the_reason()
    {
        const string Nobody = "i-0000000000000000000000";
        (await Door.Candidates(new("ingest"), Nobody, "first")).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Door.Candidates(OpenDoor.Key, Nobody, "first")).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Door.Candidates(OpenDoor.Key, Nobody, "")).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Door.Timeline(OpenDoor.Key, Nobody)).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Door.Look(OpenDoor.Key, Nobody, "w", Attention.Looking, null)).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Door.Look(OpenDoor.Key, Nobody, "", Attention.Looking, null)).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Door.Look(OpenDoor.Key, Nobody, "w", (Attention)9, null)).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Door.Present(OpenDoor.Key, "d-99")).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
    }

    private async Task<IncidentView> Assigned(string id)
    {
        await city.Fresh();
        return await city.UntilAssigned(await city.Report(City.Theft($"desk-{id}")));
    }
}
