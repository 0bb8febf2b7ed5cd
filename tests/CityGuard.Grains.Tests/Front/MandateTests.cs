using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.People;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Front;

/// <summary>Who commands what, and where: checked at the door, and nothing has changed after a refusal.</summary>
[Collection(nameof(OneCity))]
public sealed class MandateTests(City city)
{
    private static readonly ResponderId Far = ResponderId.Parse("p-C-0029");

    [Fact]
    public async Task A_dispatcher_commands_in_his_area_and_the_journal_names_him()
    {
        var view = await Assigned("in-area");
        foreach (var area in new[] { view.Sector.Value, Above(view.Sector.Value), city.Model.Areas[0].Id.Value })
            (await Recall(OpenDoor.Person(PersonRole.Dispatcher, area), view, OperationId.Parse("o-99"))).Refusal!.Code.ShouldNotBe(RefusalCode.Forbidden, area);
        (await Add(OpenDoor.Person(PersonRole.Dispatcher, view.Sector.Value), view)).Refusal.ShouldBeNull();
        city.Text(view.Id.Value).ShouldContain("\"by\":\"dispatcher\"");
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task Outside_of_his_area_he_is_told_both_areas_and_nothing_happens()
    {
        var view = await Assigned("out-of-area");
        foreach (var elsewhere in new[] { Another(AreaKind.Sector, view), Another(AreaKind.District, view) })
        {
            var who = OpenDoor.Person(PersonRole.Commander, elsewhere);
            foreach (var refusal in new[]
            {
                (await Add(who, view)).Refusal,
                (await Recall(who, view, view.Assignment().Op)).Refusal,
                (await city.Incidents.Reassign(who, view.Id.Value, new ReassignCommand(view.Assignment().Op, Far, "mine"))).Refusal,
                (await city.Incidents.Close(who, view.Id.Value, new CloseCommand("over"))).Refusal,
            })
            {
                refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCode.Forbidden);
                refusal.Reason.ShouldSatisfyAllConditions(r => r.ShouldContain(elsewhere), r => r.ShouldContain(view.Sector.Value), r => r.ShouldContain("commander"));
            }
        }

        (await city.View(view.Id)).Version.ShouldBe(view.Version);
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task A_viewer_reads_and_a_dispatcher_does_not_switch_automation()
    {
        var view = await Assigned("roles");
        var viewer = OpenDoor.Person(PersonRole.Viewer, view.Sector.Value);
        (await city.Incidents.Get(viewer, view.Id.Value)).Refusal.ShouldBeNull();
        (await Add(viewer, view)).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);

        var switching = (await Switch(OpenDoor.Person(PersonRole.Dispatcher, view.Sector.Value), view.Sector.Value)).Refusal.ShouldNotBeNull();
        switching.Code.ShouldBe(RefusalCode.Forbidden);
        switching.Reason.ShouldBe("this needs a commander; dispatcher is a dispatcher");
        var district = Above(view.Sector.Value);
        (await Switch(OpenDoor.Person(PersonRole.Commander, view.Sector.Value), district)).Refusal!.Reason.ShouldContain(district);
        (await Switch(OpenDoor.Person(PersonRole.Commander, district), view.Sector.Value)).Refusal.ShouldBeNull();
        city.Text(view.Sector.Value).ShouldContain("\"by\":\"commander\"");
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task A_key_commands_everywhere_unless_it_has_an_area()
    {
        var view = await Assigned("keys");
        (await Add(new Credential($"command@{Another(AreaKind.Sector, view)}"), view)).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Add(new Credential($"command@{view.Sector}"), view)).Refusal.ShouldBeNull();
        (await Recall(new Credential("command"), view, view.Assignment().Op)).Refusal.ShouldBeNull();
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task What_the_city_does_not_know_is_unknown_to_whoever_asks()
    {
        foreach (var who in new[] { OpenDoor.Key, OpenDoor.Person(PersonRole.Commander, city.Model.Areas[1].Id.Value) })
        {
            (await city.Incidents.Close(who, "i-0000000000000000000000", new CloseCommand("over"))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
            (await Switch(who, "d-999999")).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        }
    }

    private Task<Answer<IncidentView>> Add(Credential who, IncidentView view)
        => city.Incidents.Add(who, view.Id.Value, new AddCommand(Far, "backup", "more hands"));

    private Task<Answer<IncidentView>> Recall(Credential who, IncidentView view, OperationId op)
        => city.Incidents.Recall(who, view.Id.Value, new RecallCommand(op, "needed elsewhere"));

    private Task<Answer<Done>> Switch(Credential who, string area) => city.Incidents.SetAutomatic(who, AreaId.Parse(area), true, "as usual");

    private string Above(string sector) => city.Model.Areas.Single(a => a.Id.Value == sector).Parent!.Value.Value;

    private string Another(AreaKind kind, IncidentView view)
        => city.Model.Areas.First(a => a.Kind == kind && a.Id != view.Sector && a.Id.Value != Above(view.Sector.Value)).Id.Value;

    private async Task<IncidentView> Assigned(string id)
    {
        await city.Fresh();
        return await city.UntilAssigned(await city.Report(City.Theft($"mandate-{id}")));
    }
}
