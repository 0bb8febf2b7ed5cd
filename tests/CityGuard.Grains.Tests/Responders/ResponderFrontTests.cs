using CityGuard.Abstractions;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Responders;

[Collection(nameof(OneCity))]
public sealed class ResponderFrontTests(City city)
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Each_bad_position_is_named_and_the_good_ones_are_taken_in_order_of_time()
    {
        await city.Fresh();
        var (now, here, there) = (Now, city.Model.Cells.Centres[3], city.Model.Cells.Centres[9]);
        PositionReport At(string who, double lat, double lon, DateTimeOffset at, string? crs = null) => new(who, lat, lon, at, crs);
        var receipt = (await city.Responders.ReportPositions(OpenDoor.Key,
        [
            At("p-C-0010", there.Lat, there.Lon, now.AddMilliseconds(5)),
            At("p-C-0010", here.Lat, here.Lon, now),
            At("p-C-9999", here.Lat, here.Lon, now),
            At("p-C-0011", double.NaN, here.Lon, now),
            At("p-C-0011", 0, 0, now),
            At("p-C-0011", here.Lat, here.Lon, now.AddMinutes(1)),
            At("p-C-0011", here.Lat, here.Lon, now.AddHours(-1)),
            At("p-C-0011", here.Lat, here.Lon, now, "MARS"),
            At("u-A-00001", here.Lat, here.Lon, now),
        ])).Value.ShouldNotBeNull();
        receipt.Accepted.ShouldBe(2);
        receipt.Rejected.Select(r => r.Index).ShouldBe([2, 3, 4, 5, 6, 7, 8]);
        receipt.Rejected.ShouldAllBe(r => r.Reason.Length > 10);
        (await city.View(ResponderId.Parse("p-C-0010"))).ShouldSatisfyAllConditions(r => r.Position.ShouldBe(there), r => r.Cell.ShouldBe(city.Model.Cells.Id(9)));
    }

    [Fact]
    public async Task Who_was_never_measured_has_no_time_of_a_position_and_a_force_at_its_post_is_there_by_its_sign_in()
    {
        (await city.View(ResponderId.Parse("u-A-00003"))).ShouldSatisfyAllConditions(r => r.PositionAt.ShouldBeNull(), r => r.Missing.ShouldBeEmpty());
        var station = city.Model.Responders.Last(r => r.Kind == "stationForce");
        var old = Now.AddMinutes(-6);
        (await city.Responders.ReportPositions(OpenDoor.Key, [new PositionReport(station.Id.Value, station.Post.Lat, station.Post.Lon, old)])).Value.ShouldNotBeNull();
        // Another test of this city may have measured it later.
        (await city.View(station.Id)).ShouldSatisfyAllConditions(r => r.PositionAt.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(old), r => r.Missing.ShouldBeEmpty());
        await city.Fresh();
    }

    [Fact]
    public async Task Batches_have_a_size()
    {
        (await city.Responders.ReportPositions(OpenDoor.Key, [])).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        var many = Enumerable.Repeat(new PositionReport("p-C-0001", 23, 113, Now), 1_001).ToArray();
        (await city.Responders.ReportPositions(OpenDoor.Key, many)).Refusal!.Code.ShouldBe(RefusalCode.TooLarge);
    }

    [Fact]
    public async Task A_held_responder_cannot_leave_and_one_that_left_is_not_sent()
    {
        await city.Fresh();
        var view = await city.UntilAssigned(await city.Report(City.Theft("leave")));
        var held = view.Assignment().Responder;
        (await Own(held, "outOfService")).Refusal!.ShouldSatisfyAllConditions(r => r.Code.ShouldBe(RefusalCode.Conflict), r => r.Holder.ShouldNotBeNull().ShouldContain(view.Id.Value));
        (await Own(held, "available")).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        await city.Finish(view.Id);

        (await Own(held, "outOfService")).Refusal.ShouldBeNull();
        (await city.View(held)).Status.ShouldBe(ResponderStatus.OutOfService);
        var next = await city.UntilAssigned(await city.Report(City.Theft("leave-2")));
        next.Assignment().Responder.ShouldNotBe(held);
        await city.Finish(next.Id);
        (await Own(held, "available")).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Sign_ins_and_checks_are_journaled_once()
    {
        var unit = ResponderId.Parse("u-A-00001");
        var report = new StatusReport("signIn", Now);
        (await city.Responders.ReportStatus(OpenDoor.Key, unit.Value, report)).Refusal.ShouldBeNull();
        (await city.Responders.ReportStatus(OpenDoor.Key, unit.Value, report)).Refusal.ShouldBeNull();
        var check = city.Model.Rules.UnitChecks[0].Id;
        (await Own(unit, $"renew:{check}")).Refusal.ShouldBeNull();
        (await Own(unit, "renew:nothing")).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        // The unit may also have served in another test of this city.
        city.Kinds(unit.Value).Where(kind => kind is "SignedIn" or "CheckRenewed").ShouldBe(["SignedIn", "CheckRenewed"]);
        (await city.View(unit)).ShouldSatisfyAllConditions(r => r.SignedInAt.ShouldBe(report.At), r => r.Missing.ShouldBeEmpty());
    }

    [Theory]
    [InlineData("p-C-9999", "signIn", RefusalCode.Unknown)]
    [InlineData("nobody", "signIn", RefusalCode.Unknown)]
    [InlineData("p-C-0001", "dancing", RefusalCode.Malformed)]
    public async Task Bad_status_is_refused(string responder, string status, RefusalCode code)
        => (await city.Responders.ReportStatus(OpenDoor.Key, responder, new StatusReport(status, Now))).Refusal!.Code.ShouldBe(code);

    [Fact]
    public async Task Each_door_asks_for_its_scope()
    {
        (await city.Responders.Get(new("ingest"), "p-C-0001")).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await city.Responders.ReportPositions(new("read"), [])).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await city.Responders.Orders(new("read"), "p-C-0001", "", TimeSpan.Zero)).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await city.Responders.ReportStatus(new("wrong"), "p-C-0001", new StatusReport("signIn", Now))).Refusal!.Code.ShouldBe(RefusalCode.Unauthenticated);
    }

    private Task<Answer<Done>> Own(ResponderId responder, string status) => city.Responders.ReportStatus(OpenDoor.Key, responder.Value, new StatusReport(status, Now));
}
