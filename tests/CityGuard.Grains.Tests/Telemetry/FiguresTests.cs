using CityGuard.Abstractions.Feed;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Readiness;
using CityGuard.Grains.Feed;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Telemetry;

/// <summary>What the silos measure while incidents are worked.</summary>
public sealed class FiguresTests : IAsyncLifetime
{
    private readonly ShiftedTime _time = new();
    private readonly City _city;

    public FiguresTests() => _city = new City(automatic: true, _time);

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task A_worked_incident_leaves_its_latencies_and_nothing_that_stays_open()
    {
        using var figures = new Figures(_city);
        await _city.Fresh();
        var id = await _city.Report(City.Theft("measured"));
        await _city.Report(City.Theft("measured"));
        figures.Of("cityguard.report.acknowledgement.duration").Select(m => m.Tags).ShouldBe(["cityguard.report.new=True", "cityguard.report.new=False"]);
        var view = await _city.UntilAssigned(id);
        figures.Now("cityguard.incidents.open").ShouldBe(1);
        figures.Of("cityguard.dispatch.duration").ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            m => m.Value.ShouldBe((view.Times.DispatchedAt! - view.Times.ReceivedAt).Value.TotalSeconds, 0.001), m => m.Tags.ShouldBe("cityguard.incident.severity=low"));
        await _city.Work(view);
        figures.Of("cityguard.response.duration").ShouldHaveSingleItem();
        figures.Of("cityguard.journal.append.duration").ShouldContain(m => m.Tags == "cityguard.journal.result=appended" && m.Value >= 0);
        (figures.Now("cityguard.incidents.open"), figures.Now("cityguard.assignments.pending"), figures.Now("cityguard.incidents.overdue")).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task What_comes_late_is_overdue_until_somebody_is_there_also_after_a_restart()
    {
        await _city.Fresh();
        var id = await _city.Report(City.Theft("overdue") with { Severity = IncidentSeverity.High });
        var view = await _city.Until(id, v => v.Roles is { Count: > 0 } roles && roles.All(role => Held(v).Count(a => a.Role == role.Role) == role.Count));
        // Who has accepted stays on it, however late.
        foreach (var held in Held(view))
            (await _city.Say(view, "accepted", assignment: held)).Refusal.ShouldBeNull();
        await Figures.Until(_city, "cityguard.incidents.overdue", value => value == 0);
        _time.Shift += TimeSpan.FromMinutes(10);
        await City.Deactivate(_city.Grains.GetGrain<IIncidentGrain>(id.Value));
        view = await _city.View(id);
        await Figures.Until(_city, "cityguard.incidents.overdue", value => value == 1);
        foreach (var held in Held(view))
            (await _city.Say(view, "onScene", _time.GetUtcNow(), held)).Refusal.ShouldBeNull();
        await Figures.Until(_city, "cityguard.incidents.overdue", value => value == 0);
        await _city.Finish(id);

        static IEnumerable<AssignmentView> Held(IncidentView view) => view.Assignments.Where(a => a.State == AssignmentState.Granted);
    }

    [Fact]
    public async Task A_conflict_and_an_unknown_outcome_are_counted()
    {
        using var figures = new Figures(_city);
        await _city.Fresh();
        var id = await _city.Report(City.Theft("conflict"));
        var held = (await _city.UntilAssigned(id)).Assignments.First(a => a.State == AssignmentState.Granted).Responder;
        await _city.Finish(id);
        await _city.AppendBehindItsBack(held);
        (await _city.Responders.ReportStatus(OpenDoor.Key, held.Value, new("signIn", _time.GetUtcNow()))).Refusal.ShouldBeNull();
        figures.Of("cityguard.journal.conflicts").Sum(m => m.Value).ShouldBe(1);
        _city.Journal.FailNext("Opened", written: true);
        await _city.Report(City.Theft("unknown"));
        figures.Of("cityguard.journal.unknown_outcomes").Sum(m => m.Value).ShouldBe(1);
    }

    [Fact]
    public void The_age_of_the_feed_is_that_of_the_oldest_change_nobody_was_sent()
    {
        var time = new FakeTimeProvider(TestCity.MondayMorning);
        using var relay = new FeedRelay(TestCity.Index, _city.OfEachSilo<ILocalSiloDetails>().First(), time);
        relay.Age.ShouldBe(TimeSpan.Zero);
        relay.Subscribe(new Viewer(), TimeSpan.FromSeconds(60));
        relay.Cell(0, ReadinessLevel.Met);
        time.Advance(TimeSpan.FromSeconds(3));
        relay.Cell(1, ReadinessLevel.Met);
        relay.Age.ShouldBe(TimeSpan.FromSeconds(3), "nothing sends: this relay was not started");
        relay.Subscribe(new Viewer(), TimeSpan.FromSeconds(60));
        relay.Age.ShouldBe(TimeSpan.Zero);
    }

    private sealed class Viewer : IFeedObserver
    {
        public Task Frame(FeedFrame frame) => Task.CompletedTask;
    }
}
