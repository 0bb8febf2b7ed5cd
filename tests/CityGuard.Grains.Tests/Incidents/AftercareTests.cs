using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>Cleared, fed back, checked by somebody else, closed, evaluated; with a restart between every two, in a city whose plans close after a check.</summary>
public sealed class AftercareTests : IAsyncLifetime
{
    private readonly City _city = new(automatic: true, rules: rules => rules with { Plans = [.. rules.Plans.Select(plan => plan with { Closing = ClosingRule.AfterCheck })] });

    private ICaseFront Cases => _city.Grains.GetGrain<ICaseFront>(0);

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task From_cleared_to_evaluated_each_step_survives_a_restart_and_each_repeat_is_known()
    {
        var view = await Cleared("whole");
        var id = view.Id.Value;
        var crew = view.Assignments[^1].Responder;
        (await _city.View(crew)).Incident.ShouldBeNull();

        var feedback = new FeedbackCommand("resolved", crew, "the caller is Mr. Nobody", Command: "feed-1");
        var fed = await Twice(id, () => Cases.Feedback(OpenDoor.Key, id, feedback));
        (fed.State, fed.Times.FedBackAt is null).ShouldBe((IncidentState.FedBack, false));
        (await _city.View(view.Id)).Case!.Feedback!.Note.ShouldBe("the caller is Mr. Nobody");
        _city.Text(id).ShouldNotContain("Nobody");

        (await Cases.Check(OpenDoor.Key, id, new CheckCommand(true, "fine"))).Refusal.ShouldNotBeNull().ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe(RefusalCode.Conflict), r => r.Holder.ShouldNotBeNull().ShouldContain("tester"));
        await Twice(id, () => Cases.Check(new("command"), id, new CheckCommand(true, "went and looked", Command: "check-1")));
        var closed = await _city.Until(view.Id, v => v.State == IncidentState.Closed);
        (closed.Times.CheckedAt is null, closed.Case!.Check!.By).ShouldBe((false, "chief"));

        var evaluation = (await Cases.Evaluation(OpenDoor.Key, id)).Value.ShouldNotBeNull();
        (evaluation.Intervals.Count, evaluation.SignedBy).ShouldBe((5, null));
        await Twice(id, () => Cases.Evaluate(OpenDoor.Key, id, new EvaluateCommand("as it should be", Command: "sign-1")));
        (await Cases.Evaluation(OpenDoor.Key, id)).Value.ShouldNotBeNull().ShouldSatisfyAllConditions(
            e => e.SignedBy.ShouldBe("tester"), e => e.Intervals.ShouldBe(evaluation.Intervals));
        (await Cases.Evaluate(new("command"), id, new EvaluateCommand("me too"))).Refusal.ShouldNotBeNull().Holder.ShouldBe("tester");
    }

    [Fact]
    public async Task A_failed_check_sends_somebody_again_and_says_why()
    {
        var view = await Cleared("again");
        (await Cases.Feedback(OpenDoor.Key, view.Id.Value, new FeedbackCommand("resolved"))).Refusal.ShouldBeNull();
        (await Cases.Check(new("command"), view.Id.Value, new CheckCommand(false, "the noise goes on"))).Refusal.ShouldBeNull();
        await City.Deactivate(_city.Grains.GetGrain<IIncidentGrain>(view.Id.Value));
        var again = await _city.UntilAssigned(view.Id);
        (again.Assignments.Count, again.Case!.Check!.Passed, again.Case.Feedback).ShouldBe((view.Assignments.Count + 1, false, null));
        again.Timeline!.ShouldContain(line => line.What == "checkFailed" && line.Who == "chief" && line.Why == "the noise goes on");
        (await _city.Incidents.Close(OpenDoor.Key, view.Id.Value, new CloseCommand("enough"))).Refusal.ShouldNotBeNull().Reason.ShouldContain("check");
        (await Cases.FalseAlarm(OpenDoor.Key, view.Id.Value, new FalseAlarmCommand("test", "the test is over"))).Refusal.ShouldBeNull();
        (await Cases.FalseAlarm(new("command"), view.Id.Value, new FalseAlarmCommand("test", "the test is over"))).Refusal.ShouldBeNull();
        await _city.Until(view.Id, v => v.State == IncidentState.Closed);
    }

    [Fact]
    public async Task Out_of_order_or_unknown_it_is_refused_and_nothing_changes()
    {
        await _city.Fresh();
        var view = await _city.UntilAssigned(await _city.Report(City.Theft("early") with { Channel = "110" }));
        var (id, version) = (view.Id.Value, (await _city.View(view.Id)).Version);
        (await Cases.Feedback(OpenDoor.Key, id, new FeedbackCommand("resolved", Note: "early"))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await Cases.Feedback(OpenDoor.Key, id, new FeedbackCommand("eaten"))).Refusal.ShouldNotBeNull().Reason.ShouldContain("mediated");
        (await Cases.Feedback(OpenDoor.Key, id, new FeedbackCommand("resolved", Note: new string('x', 4_001)))).Refusal!.Code.ShouldBe(RefusalCode.TooLarge);
        (await Cases.Check(OpenDoor.Key, id, new CheckCommand(true, "fine"))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await Cases.Evaluate(OpenDoor.Key, id, new EvaluateCommand("fine"))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await Cases.Evaluation(new("ingest"), id)).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Cases.Evaluation(OpenDoor.Key, "i-nonsense")).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await _city.View(view.Id)).Version.ShouldBe(version);
        await _city.Finish(view.Id);
    }

    private async Task<IncidentView> Cleared(string id)
    {
        await _city.Fresh();
        var view = await _city.UntilAssigned(await _city.Report(City.Theft(id) with { Channel = "110" }));
        foreach (var step in (string[])["accepted", "enRoute", "onScene", "controlled", "cleared"])
            (await _city.Say(view, step)).Refusal.ShouldBeNull();
        return await _city.Until(view.Id, v => v.State == IncidentState.Cleared && v.Assignments.All(a => a.State != AssignmentState.Granted));
    }

    /// <summary>Says it, restarts the incident, says the same again: known, and nothing more happened.</summary>
    private async Task<IncidentView> Twice(string id, Func<Task<Answer<IncidentView>>> say)
    {
        (await say()).Refusal.ShouldBeNull();
        var before = (await _city.Incidents.Get(OpenDoor.Key, id)).Value.ShouldNotBeNull();
        await City.Deactivate(_city.Grains.GetGrain<IIncidentGrain>(id));
        var again = (await say()).Value.ShouldNotBeNull();
        again.Version.ShouldBe(before.Version);
        return again;
    }
}
