using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

[Collection(nameof(OneCity))]
public sealed class ReportTests(City city)
{
    [Fact]
    public async Task The_same_report_again_is_the_same_incident()
    {
        var first = (await city.Incidents.Report(OpenDoor.Key, City.Theft("twice"))).Value.ShouldNotBeNull();
        var again = (await city.Incidents.Report(OpenDoor.Key, City.Theft("twice"))).Value.ShouldNotBeNull();
        first.Created.ShouldBeTrue();
        again.ShouldSatisfyAllConditions(r => r.Created.ShouldBeFalse(), r => r.Id.ShouldBe(first.Id));
        city.Kinds(first.Id.Value).Count(kind => kind == "Opened").ShouldBe(1);
        await city.Finish(first.Id);
    }

    [Fact]
    public async Task Many_at_once_open_it_once()
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => city.Incidents.Report(OpenDoor.Key, City.Theft("crowded"))));
        receipts.Select(r => r.Value.ShouldNotBeNull()).ShouldSatisfyAllConditions(
            all => all.Select(r => r.Id).Distinct().ShouldHaveSingleItem(), all => all.Count(r => r.Created).ShouldBe(1));
        await city.Finish(receipts[0].Value!.Id);
    }

    [Fact]
    public async Task Another_content_is_kept_as_evidence_and_the_first_wins()
    {
        var id = await city.Report(City.Theft("differs"));
        await city.Report(City.Theft("differs") with { Type = "fire" });
        await city.Report(City.Theft("differs") with { Type = "fire" });
        (await city.View(id)).Type.ShouldBe("theft");
        city.Kinds(id.Value).Count(kind => kind == "ReportDiffered").ShouldBe(1);
        await city.Finish(id);
    }

    [Fact]
    public async Task Personal_data_is_sealed_once_and_never_journaled()
    {
        var seals = city.Vault.Seals;
        var report = City.Theft("personal", description: "the man of Lotus Lane 7") with { CallerPhone = "13800138000" };
        var id = await city.Report(report);
        await city.Report(report);
        city.Vault.Seals.ShouldBe(seals + 1);
        (await city.View(id)).ShouldSatisfyAllConditions(v => v.Description.ShouldBe("the man of Lotus Lane 7"), v => v.CallerPhone.ShouldBe("13800138000"));
        (await city.Incidents.Get(new("read"), id.Value)).Value.ShouldNotBeNull().Description.ShouldBeNull();
        city.Text(id.Value).ShouldNotContain("Lotus");
        city.Text(id.Value).ShouldNotContain("13800138000");

        await city.Report(report with { Description = "the man of Lotus Lane 8" });
        await city.Report(report with { Description = "the man of Lotus Lane 8" });
        city.Vault.Seals.ShouldBe(seals + 2);
        (await city.View(id)).Description.ShouldBe("the man of Lotus Lane 7");
        await city.Finish(id);
    }

    [Fact]
    public async Task What_was_erased_is_not_kept_again_when_the_same_report_is_repeated()
    {
        var report = City.Theft("erased", description: "the man of Lotus Lane 9");
        var id = await city.Report(report);
        await city.Vault.Erase(id, TestContext.Current.CancellationToken);
        var (seals, version) = (city.Vault.Seals, (await city.View(id)).Version);
        (await city.Incidents.Report(OpenDoor.Key, report)).Value.ShouldNotBeNull().Created.ShouldBeFalse();
        city.Vault.Seals.ShouldBe(seals);
        (await city.View(id)).Description.ShouldBeNull();
        city.Kinds(id.Value).ShouldNotContain("ReportDiffered");
        await city.Finish(id);
    }

    [Fact]
    public async Task A_phone_fraud_goes_to_its_desk_and_sends_nobody()
    {
        var id = await city.Report(City.Theft("fraud") with { Type = "fraud" });
        var closed = await city.Until(id, view => view.State == IncidentState.Closed);
        closed.Desk.ShouldBe("anti-fraud");
        closed.Assignments.ShouldBeEmpty();
    }

    [Fact]
    public async Task At_a_target_its_own_unit_comes_first_and_roles_are_filled_together()
    {
        await city.Fresh();
        var target = city.Model.Targets.First(t => city.Model.Responders.Any(r => r.Premises == t.Id));
        var report = City.Theft("target") with { Severity = IncidentSeverity.Low, Location = new Location(Target: target.Id.Value) };
        var view = await city.Until(await city.Report(report), v => v.Assignments.Count(a => a.State == AssignmentState.Granted) == 2);
        var first = view.Assignments.Single(a => a.Role == "first");
        city.Model.Responders.Single(r => r.Id == first.Responder).Premises.ShouldBe(target.Id);
        view.Decisions.Select(d => d.Role).ShouldBe(["first", "primary"], ignoreOrder: true);
        (await city.Work(view)).Times.ClearedAt.ShouldNotBeNull();
    }
}
