using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Journaling;

/// <summary>Another activation has written since: what this one would refuse or deny by its memory alone is neither refused nor denied.</summary>
[Collection(nameof(OneCity))]
public sealed class OvertakenRefusalTests(City city)
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_refusal_is_believed_only_after_the_journal_was_asked()
    {
        await city.Fresh();
        var view = await city.UntilAssigned(await city.Report(City.Theft("overtaken")));
        var held = view.Assignment();
        await city.AppendBehindItsBack(view.Id, view.Sector, new ProgressRecorded(held.Op, held.Epoch, AssignmentProgress.Accepted, Now, Now));

        var answer = await city.Incidents.Close(OpenDoor.Key, view.Id.Value, new CloseCommand("seen at the version of the other one", IfVersion: view.Version + 1, Command: "overtaken-close"));

        answer.Refusal.ShouldBeNull();
        (await city.Until(view.Id, v => v.State == IncidentState.Closed)).Assignments.ShouldContain(a => a.Op == held.Op && a.AcceptedAt != null);
    }

    [Fact]
    public async Task A_responder_that_was_given_to_an_incident_elsewhere_does_not_deny_it_to_its_crew()
    {
        var (patrol, incident, op) = (ResponderId.Parse("p-C-0021"), IncidentId.Parse("i-" + new string('h', 22)), OperationId.Parse("o-holds"));
        var epoch = (await city.View(patrol)).Epoch + 1;
        await city.AppendBehindItsBack(patrol, new Assigned(incident, op, epoch, Now));
        var grain = city.Grains.Responder(patrol);

        (await grain.Holds(incident, op, epoch)).ShouldBeTrue();

        await grain.Release(incident, epoch, done: true);
        (await grain.Holds(incident, op, epoch)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_step_that_was_recorded_elsewhere_is_not_denied_to_a_crew_that_repeats_it()
    {
        await city.Fresh();
        var view = await city.UntilAssigned(await city.Report(City.Theft("overtaken-step")));
        var (held, at) = (view.Assignment(), Now);
        await city.AppendBehindItsBack(view.Id, view.Sector, new ProgressRecorded(held.Op, held.Epoch, AssignmentProgress.Accepted, at, at));

        (await city.Grains.GetGrain<IIncidentGrain>(view.Id.Value).Recorded(held.Op, held.Epoch, AssignmentProgress.Accepted, at)).ShouldBeTrue();

        await city.Finish(view.Id);
    }

    [Fact]
    public async Task An_incident_that_was_opened_elsewhere_is_shown()
    {
        var (id, place, sector) = (IncidentId.Parse("i-" + new string('v', 22)), city.Model.Cells.Centres[7], city.Model.Cells.Sectors[city.Model.Cells.Sector[7]]);
        var grain = city.Grains.GetGrain<IIncidentGrain>(id.Value);
        (await grain.Where()).ShouldBeNull(); // awake from here on, and there is no such incident yet
        var report = new ReportContent("test", "overtaken-view", "theft", IncidentSeverity.Low, place, city.Model.Cells.Id(7), null, null, null);
        await city.AppendBehindItsBack(id, city.Model.Areas[sector.Area].Id, new Opened(report, city.Model.Areas[sector.Area].Id, Now, null, Now));

        (await grain.View(personal: false)).Value.ShouldNotBeNull().Id.ShouldBe(id);

        await city.Finish(id);
    }
}
