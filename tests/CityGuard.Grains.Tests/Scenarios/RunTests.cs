using CityGuard.Abstractions;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Domain.Scenarios;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Scenarios;
using CityGuard.Grains.Tests.Cluster;
using CityGuard.Grains.Tests.Protocol;
using CityGuard.Simulation.Reports;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Scenarios;

/// <summary>A question is answered by all silos as it is by one process, to the byte, whoever dies meanwhile.</summary>
public sealed class RunTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Silos_answer_as_one_process_does(int silos)
    {
        await using var city = new City(automatic: true, silos: silos);
        await city.InitializeAsync();
        var (front, question) = (Front(city), await Question(city, 40));
        var run = (await front.Ask(OpenDoor.Key, new AskRunCommand(question, "q-1"))).Value.ShouldNotBeNull();
        (await front.Ask(OpenDoor.Key, new AskRunCommand(question, "q-1"))).Value!.Id.ShouldBe(run.Id);
        (await front.Ask(OpenDoor.Key, new AskRunCommand(question with { Seed = 9 }, "q-1"))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        var done = await Done(city, run.Id);
        done.ShouldSatisfyAllConditions(
            r => r.Names.ShouldBe(["present", "fewer"]), r => r.Counted.ShouldBe(40), r => r.Within.Count.ShouldBe(2), r => r.Differences.ShouldHaveSingleItem(), r => r.By.ShouldBe("tester"));

        var alone = Alone(city, 40, null);
        (await front.File(OpenDoor.Key, run.Id, RunFile.Answer)).Value.ShouldBe(AnswerFiles.ToJson(alone.Answer));
        (await front.File(OpenDoor.Key, run.Id, RunFile.Figures)).Value.ShouldBe(AnswerFiles.Figures(alone.Answer));
        (await front.File(OpenDoor.Key, run.Id, RunFile.Map)).Value.ShouldBe(AnswerFiles.Map(city.Model, alone.Played[1], alone.Played[0]));
        (await front.File(OpenDoor.Key, run.Id, RunFile.ReportZh)).Value!.ShouldContain("zh-CN");
        done.Differences[0].Mean!.Value.ShouldBe(alone.Answer.Differences[0].Figures[0].Value.Mean, 1e-12);

        // Its actor ends, and what it knew with it: asked again, it is played again.
        await City.Deactivate(city.Grains.GetGrain<IRunGrain>(run.Id));
        await Done(city, run.Id);
        (await front.File(OpenDoor.Key, run.Id, RunFile.Answer)).Value.ShouldBe(AnswerFiles.ToJson(alone.Answer));
        city.Violations("sr-").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_of_three_dies_meanwhile_the_answer_is_the_same(bool leader)
    {
        await using var city = new City(automatic: true, silos: 3);
        await city.InitializeAsync();
        var (front, question) = (Front(city), await Question(city, Nights));
        var run = (await front.Ask(OpenDoor.Key, new AskRunCommand(question))).Value.ShouldNotBeNull();
        await Until(city, run.Id, view => view.Phase == RunPhase.Playing);
        await city.Kill(city.Grains.GetGrain<IRunGrain>(run.Id), other: !leader);
        await Done(city, run.Id);
        (await front.File(OpenDoor.Key, run.Id, RunFile.Answer)).Value.ShouldBe(AnswerFiles.ToJson(Alone(city, Nights, null).Answer));
        // Those who live have played each block once, but for the few that were on their way when the leader changed.
        city.OfEachSilo<PreparedRuns>().Sum(silo => silo.Played).ShouldBeLessThanOrEqualTo((Nights / 16) + 1 + (2 * (CpuPool.Threads + 1)));
    }

    [Fact]
    public async Task A_run_that_stops_early_stops_where_one_process_does()
    {
        await using var city = new City();
        await city.InitializeAsync();
        var run = (await Front(city).Ask(OpenDoor.Key, new AskRunCommand(await Question(city, 300, halfWidth: 0.02)))).Value.ShouldNotBeNull();
        var done = await Done(city, run.Id);
        done.Counted.ShouldBeInRange(10, 299);
        (await Front(city).File(OpenDoor.Key, run.Id, RunFile.Answer)).Value.ShouldBe(AnswerFiles.ToJson(Alone(city, 300, 0.02).Answer));
    }

    [Fact]
    public async Task A_run_is_given_up_and_bad_questions_are_refused()
    {
        await using var city = new City();
        await city.InitializeAsync();
        var (front, question) = (Front(city), await Question(city, 50_000));
        var run = (await front.Ask(OpenDoor.Key, new AskRunCommand(question))).Value.ShouldNotBeNull();
        (await front.File(OpenDoor.Key, run.Id, RunFile.Answer)).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        await Until(city, run.Id, view => view.Counted > 0);
        (await front.Cancel(OpenDoor.Key, run.Id)).Value!.Phase.ShouldBe(RunPhase.Cancelled);
        await Until(city, run.Id, view => view is { Phase: RunPhase.Cancelled, Left: null });
        await City.Deactivate(city.Grains.GetGrain<IRunGrain>(run.Id));
        (await front.Run(OpenDoor.Key, run.Id)).Value!.ShouldSatisfyAllConditions(r => r.Phase.ShouldBe(RunPhase.Cancelled), r => r.Counted.ShouldBe(0));

        // Given up before it is played at all.
        var early = (await front.Ask(OpenDoor.Key, new AskRunCommand(question with { WithPresent = false, Seed = 5 }))).Value.ShouldNotBeNull();
        (await front.Cancel(OpenDoor.Key, early.Id)).Value!.Phase.ShouldBe(RunPhase.Cancelled);
        await Until(city, early.Id, view => view is { Phase: RunPhase.Cancelled, Left: null });

        (await front.Run(OpenDoor.Key, "sr-none")).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await front.Cancel(OpenDoor.Key, "sr-none")).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        await Refused(question with { Scenarios = [] }, RefusalCode.Malformed);
        await Refused(question with { Scenarios = [question.Scenarios[0] with { Version = 7 }] }, RefusalCode.Unknown);
        await Refused(question with { Replications = 1 }, RefusalCode.Malformed);
        await Refused(question with { Level = 1 }, RefusalCode.Malformed);
        await Refused(question with { Scenarios = [.. Enumerable.Repeat(question.Scenarios[0], 9)] }, RefusalCode.Unprocessable);

        async Task Refused(RunQuestion asked, RefusalCode code) => (await front.Ask(OpenDoor.Key, new AskRunCommand(asked))).Refusal.ShouldNotBeNull().Code.ShouldBe(code);
    }

    // Seconds of playing, so that a kill comes in the middle.
    private const int Nights = 1_500;

    private static IScenarioFront Front(City city) => city.Grains.GetGrain<IScenarioFront>(0);

    private static Scenario Fewer(City city) => new("fewer", city.Model.Manifest.Hash)
    {
        Time = new ScenarioTime(Days: 1, WarmUpHours: 2),
        Edits = [new RemoveEdit(["p-C-0001", "p-C-0002", "p-C-0003"])],
    };

    private static async Task<RunQuestion> Question(City city, int replications, double? halfWidth = null)
    {
        var saved = (await Front(city).Save(OpenDoor.Key, new SaveScenarioCommand(ScenarioJson.Write(Fewer(city))))).Value.ShouldNotBeNull();
        return new RunQuestion([new ScenarioRef(saved.Line.Id, 1)], WithPresent: true, replications, Seed: 3, Level: 0.95, halfWidth);
    }

    private static (Answer Answer, IReadOnlyList<PlayedScenario> Played) Alone(City city, int replications, double? halfWidth)
    {
        var options = new RunOptions(replications, Seed: 3, HalfWidth: halfWidth);
        var played = ScenarioRun.Play(PreparedScenario.MakeAll(new SimulationCity(city.Model), [Fewer(city).Present(), Fewer(city)]), options, cancel: TestContext.Current.CancellationToken);
        return (AnswerMaker.Make(city.Model, played, options), played);
    }

    private static Task<RunView> Done(City city, string run) => Until(city, run, view => view.Phase == RunPhase.Done);

    private static async Task<RunView> Until(City city, string run, Func<RunView, bool> wanted)
    {
        RunView? last = null;
        await Eventually.Holds(async () => (await Front(city).Run(OpenDoor.Key, run)).Value is { } view && wanted(last = view), () => $"{last}", TimeSpan.FromMinutes(2));
        return last!;
    }
}
