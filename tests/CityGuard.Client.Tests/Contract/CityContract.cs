using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Contract;

/// <summary>What every transport must do, against the real host.</summary>
[Collection(ContractCollection.Name)]
public abstract partial class CityContract(ContractCity city) : IDisposable
{
    private CityGuardClient? _client;
    private int _reports;

    protected ContractCity City => city;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected CityGuardClient Client => _client ??= Connect(city.FullKey);

    public void Dispose()
    {
        _client?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract CityGuardClient Connect(string? key);

    [Fact]
    public async Task Health_is_open_and_counts_the_city()
    {
        using var stranger = Connect(null);

        CityHealth? health = null;
        await Until.True(async () => (health = await stranger.GetHealthAsync(Token)).Ready); // a board that answers late is none of the contract's

        (health!.Ready, health.Cells, health.Sectors, health.Responders, health.Targets).ShouldBe((true, 240, 6, 98, 40));
    }

    [Fact]
    public async Task A_report_opens_one_incident_however_often_it_is_sent()
    {
        var report = Report(cell: 30);

        var first = await Client.ReportIncidentAsync(report, Token);
        var again = await Client.ReportIncidentAsync(report, Token);
        var changed = await Client.ReportIncidentAsync(report with { Severity = IncidentSeverity.High }, Token);

        first.Created.ShouldBeTrue();
        (again.Created, again.Id).ShouldBe((false, first.Id));
        (changed.Created, changed.Id).ShouldBe((false, first.Id));
        var incident = await Client.GetIncidentAsync(first.Id, Token);
        (incident.Type, incident.Severity, incident.Cell).ShouldBe((report.Type, report.Severity, city.City.Cells.Ids[30]));
        await CloseAsync(first.Id);
    }

    [Fact]
    public async Task A_report_may_name_a_target_and_its_words_come_back_to_who_may_read_them()
    {
        var target = city.City.Targets[3];
        var receipt = await Client.ReportIncidentAsync(Report(cell: 0) with { Location = new Location(Target: target.Id.Value), Description = "two men", CallerPhone = "000" }, Token);

        var incident = await Client.GetIncidentAsync(receipt.Id, Token);
        using var reader = Connect(city.ReadKey);
        var forReader = await reader.GetIncidentAsync(receipt.Id, Token);

        (incident.Target, incident.Description, incident.CallerPhone).ShouldBe((target.Id, "two men", "000"));
        (forReader.Target, forReader.Description, forReader.CallerPhone).ShouldBe((target.Id, null, null));
        await CloseAsync(receipt.Id);
    }

    [Fact]
    public async Task An_incident_is_dispatched_ordered_carried_out_and_closed()
    {
        var (id, assignment) = await DispatchedAsync(cell: 100);
        var order = await Client.OrdersAsync(assignment.Responder, Token).FirstAsync(order => order.Incident == id, Token);

        (order.Op, order.Epoch, order.Recall, order.Role).ShouldBe((assignment.Op, assignment.Epoch, false, assignment.Role));
        foreach (var step in Enum.GetValues<AssignmentProgress>())
            await Client.ReportProgressAsync(order, step, Now(), Token);
        await Until.True(async () => (await Client.GetIncidentAsync(id, Token)).State == IncidentState.Closed);

        var times = (await Client.GetIncidentAsync(id, Token)).Times;
        new[] { times.ReceivedAt, times.DispatchedAt, times.AcceptedAt, times.EnRouteAt, times.OnSceneAt, times.ControlledAt, times.ClearedAt, times.ClosedAt }
            .ShouldAllBe(time => time != null);
        await Until.True(async () => await Client.GetResponderAsync(assignment.Responder, Token) is { Incident: null });
    }

    [Fact]
    public async Task Steps_out_of_order_of_another_epoch_or_in_the_future_are_refused_and_a_repeat_is_not()
    {
        var (id, assignment) = await DispatchedAsync(cell: 140);
        var at = Now();
        StatusReport Step(string status, long epoch, DateTimeOffset when) => new(status, when, id.Value, assignment.Op.Value, epoch);
        Task Say(StatusReport status) => Client.ReportStatusAsync(assignment.Responder, status, Token);

        await Say(Step("enRoute", assignment.Epoch, at));
        await Say(Step("enRoute", assignment.Epoch, at));
        (await Refused(() => Say(Step("accepted", assignment.Epoch, Now())))).ShouldBe(RefusalCode.Conflict);
        (await Refused(() => Say(Step("onScene", assignment.Epoch - 1, Now())))).ShouldBe(RefusalCode.Conflict);
        (await Refused(() => Say(Step("onScene", assignment.Epoch, Now().AddMinutes(5))))).ShouldBe(RefusalCode.Unprocessable);
        (await Refused(() => Say(Step("dancing", assignment.Epoch, Now())))).ShouldBeOneOf(RefusalCode.Malformed, RefusalCode.Unprocessable);

        var view = (await Client.GetIncidentAsync(id, Token)).Assignments.Single(one => one.Op == assignment.Op);
        (view.EnRouteAt, view.AcceptedAt, view.OnSceneAt).ShouldBe((at, null, null));
        await CloseAsync(id);
    }

    [Fact]
    public async Task Positions_are_taken_one_by_one_and_each_rejection_has_its_reason()
    {
        var patrol = city.City.Responders.Last(responder => responder.Kind == "patrolGroup");
        var place = new GeoPoint(patrol.Post.Lon + 0.0001, patrol.Post.Lat);

        var receipt = await Client.ReportPositionsAsync(
            [
                new PositionReport(patrol.Id.Value, place.Lat, place.Lon, Now()),
                new PositionReport("p-C-9999", place.Lat, place.Lon, Now()),
                new PositionReport(patrol.Id.Value, 0, 0, Now()),
                new PositionReport(patrol.Id.Value, place.Lat, place.Lon, Now().AddMinutes(10)),
            ],
            Token);

        receipt.Accepted.ShouldBe(1);
        receipt.Rejected.Select(rejection => rejection.Index).ShouldBe([1, 2, 3]);
        receipt.Rejected.ShouldAllBe(rejection => rejection.Reason.Length > 0);
        (await Client.GetResponderAsync(patrol.Id, Token)).Position.MetresTo(place).ShouldBeLessThan(1);
    }

    [Fact]
    public async Task A_long_list_of_positions_is_split()
    {
        var patrol = city.City.Responders.First(responder => responder.Kind == "patrolGroup");
        var start = Now().AddSeconds(-3);
        var positions = Enumerable.Range(0, 2_100).Select(i => new PositionReport(i == 2_050 ? "p-C-9999" : patrol.Id.Value, patrol.Post.Lat, patrol.Post.Lon, start.AddMilliseconds(i))).ToArray();

        var receipt = await Client.ReportPositionsAsync(positions, Token);

        receipt.Rejected.ShouldContain(rejection => rejection.Index == 2_050);
        (receipt.Accepted + receipt.Rejected.Count).ShouldBe(2_100);
    }

    [Fact]
    public async Task A_responder_leaves_and_returns_by_its_own_word()
    {
        var force = ResponderId.Parse("f-0006");
        var before = await Client.GetResponderAsync(force, Token);

        await Client.ReportStatusAsync(force, new StatusReport("outOfService", Now()), Token);
        var away = await Client.GetResponderAsync(force, Token);
        await Client.ReportStatusAsync(force, new StatusReport("available", Now()), Token);
        await Client.ReportStatusAsync(force, new StatusReport("signIn", Now()), Token);
        var back = await Client.GetResponderAsync(force, Token);

        (away.Status, back.Status).ShouldBe((ResponderStatus.OutOfService, ResponderStatus.Available));
        back.Epoch.ShouldBe(before.Epoch + 2);
        back.SignedInAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_commander_recalls_adds_and_closes()
    {
        var (id, assignment) = await DispatchedAsync(cell: 200);
        var incident = await Client.GetIncidentAsync(id, Token);
        (await Refused(() => Client.RecallAsync(id, new RecallCommand(assignment.Op, "old picture", incident.Version - 1), Token))).ShouldBe(RefusalCode.Conflict);

        await Client.RecallAsync(id, new RecallCommand(assignment.Op, "needed elsewhere"), Token);
        var recall = await Client.OrdersAsync(assignment.Responder, Token).FirstAsync(order => order.Incident == id && order.Recall, Token);
        await Until.True(async () => await Client.GetResponderAsync(assignment.Responder, Token) is { Incident: null });
        recall.Epoch.ShouldBeGreaterThanOrEqualTo(assignment.Epoch);

        await city.PatrolsAtTheirPosts(Client);
        var other = ResponderId.Parse("f-0004");
        await Client.AddAsync(id, new AddCommand(other, "backup", "more hands"), Token);
        await Until.True(async () => (await Client.GetResponderAsync(other, Token)).Incident == id);

        await Client.CloseAsync(id, new CloseCommand("done"), Token);
        await Until.True(async () => (await Client.GetIncidentAsync(id, Token)).State == IncidentState.Closed);
        await Until.True(async () => (await Client.GetResponderAsync(other, Token)).Incident is null);
    }

    [Fact]
    public async Task A_commander_replaces_one_by_another()
    {
        var (id, assignment) = await DispatchedAsync(cell: 60);
        var other = ResponderId.Parse(assignment.Responder.Value == "f-0002" ? "f-0003" : "f-0002");

        await Client.ReassignAsync(id, new ReassignCommand(assignment.Op, other, "nearer in fact"), Token);

        await Until.True(async () => (await Client.GetResponderAsync(other, Token)).Incident == id);
        await Until.True(async () => (await Client.GetResponderAsync(assignment.Responder, Token)).Incident != id);
        await CloseAsync(id);
    }

    [Fact]
    public async Task Circles_and_counts_are_told()
    {
        var cell = await Client.GetCellReadinessAsync(city.City.Cells.Ids[0], Token);
        var target = await Client.GetTargetReadinessAsync(city.City.Targets[0].Id, Token);
        var district = await Client.GetReadinessAsync(AreaId.Parse("d-01"), Token);
        var fragile = await Client.GetFragileTargetsAsync(AreaId.Parse("d-01"), 5, Token);

        cell.Subject.ShouldBe("c-00001");
        cell.Standard.Rings.ShouldNotBeEmpty();
        target.Subject.ShouldBe("t-0001");
        district.Children.Count.ShouldBe(3);
        district.Levels.Sum(level => level.Cells).ShouldBe(120);
        fragile.Count.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public async Task Open_incidents_of_an_area_are_listed_until_they_are_closed()
    {
        var sector = AreaId.Parse("s-02-03");
        var id = (await Client.ReportIncidentAsync(Report(city.City.Cells.Sectors[5].First), Token)).Id;

        await Until.True(async () => (await Client.GetOpenIncidentsAsync(sector, 10, Token)).Any(line => line.Id == id));

        await CloseAsync(id);
        await Until.True(async () => (await Client.GetOpenIncidentsAsync(sector, 10, Token)).All(line => line.Id != id));
    }

    [Fact]
    public async Task Wrong_reports_are_refused_with_their_class()
    {
        var report = Report(cell: 30);

        (await Refused(() => Client.ReportIncidentAsync(report with { Type = "juggling" }, Token))).ShouldBe(RefusalCode.Unprocessable);
        (await Refused(() => Client.ReportIncidentAsync(report with { Location = new Location(0, 0) }, Token))).ShouldBe(RefusalCode.Unprocessable);
        (await Refused(() => Client.ReportIncidentAsync(report with { OccurredAt = Now().AddHours(1) }, Token))).ShouldBe(RefusalCode.Unprocessable);
        (await Refused(() => Client.ReportIncidentAsync(report with { Location = new Location() }, Token))).ShouldBe(RefusalCode.Malformed);
        (await Refused(() => Client.ReportIncidentAsync(report with { SourceId = "" }, Token))).ShouldBe(RefusalCode.Malformed);
    }

    [Fact]
    public async Task What_is_not_there_is_unknown()
    {
        (await Refused(() => Client.GetIncidentAsync(IncidentId.Parse("i-AAAAAAAAAAAAAAAAAAAAAA"), Token))).ShouldBe(RefusalCode.Unknown);
        (await Refused(() => Client.GetResponderAsync(ResponderId.Parse("p-C-9999"), Token))).ShouldBe(RefusalCode.Unknown);
        (await Refused(() => Client.GetCellReadinessAsync(CellId.Parse("c-99999"), Token))).ShouldBe(RefusalCode.Unknown);
        (await Refused(() => Client.GetTargetReadinessAsync(TargetId.Parse("t-9999"), Token))).ShouldBe(RefusalCode.Unknown);
        (await Refused(() => Client.GetReadinessAsync(AreaId.Parse("d-99"), Token))).ShouldBe(RefusalCode.Unknown);
        (await Refused(() => Client.GetOrdersAsync(ResponderId.Parse("p-C-9999"), "", TimeSpan.Zero, Token))).ShouldBe(RefusalCode.Unknown);
    }

    [Fact]
    public async Task Keys_open_only_what_they_are_for()
    {
        using var stranger = Connect(null);
        using var forger = Connect("cg_0000000000000000000000000000000000000000000");
        using var reader = Connect(city.ReadKey);

        (await Refused(() => stranger.GetReadinessAsync(AreaId.Parse("d-01"), Token))).ShouldBe(RefusalCode.Unauthenticated);
        (await Refused(() => forger.ReportIncidentAsync(Report(cell: 30), Token))).ShouldBe(RefusalCode.Unauthenticated);
        (await Refused(() => reader.ReportIncidentAsync(Report(cell: 30), Token))).ShouldBe(RefusalCode.Forbidden);
        (await Refused(() => reader.SetAutomaticAsync(AreaId.Parse("d-01"), false, "no", Token))).ShouldBe(RefusalCode.Forbidden);
        (await reader.GetReadinessAsync(AreaId.Parse("d-01"), Token)).Area.Id.Value.ShouldBe("d-01");
    }

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();

    private static async Task<RefusalCode> Refused(Func<Task> call)
    {
        var refused = await Should.ThrowAsync<CityGuardException>(call);
        refused.Reason.ShouldNotBeNullOrWhiteSpace();
        return refused.Code;
    }

    private IncidentReport Report(int cell)
    {
        var place = city.City.Cells.Centres[cell];
        return new(GetType().Name, $"{TestContext.Current.Test!.UniqueID}-{++_reports}", "traffic", IncidentSeverity.Low, new Location(place.Lat, place.Lon), Channel: "110");
    }

    private async Task<(IncidentId Id, AssignmentView Assignment)> DispatchedAsync(int cell)
    {
        await city.PatrolsAtTheirPosts(Client);
        var id = (await Client.ReportIncidentAsync(Report(cell), Token)).Id;
        AssignmentView? granted = null;
        await Until.True(async () =>
        {
            granted = (await Client.GetIncidentAsync(id, Token)).Assignments.FirstOrDefault(assignment => assignment.State == AssignmentState.Granted);
            return granted is not null;
        });
        return (id, granted!);
    }

    private Task<IncidentView> CloseAsync(IncidentId id) => Client.CloseAsync(id, new CloseCommand("test over"), Token);
}
