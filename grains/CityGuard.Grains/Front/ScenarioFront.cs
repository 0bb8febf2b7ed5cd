using System.Text;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Deployments;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Journal;
using CityGuard.Domain.People;
using CityGuard.Domain.Scenarios;
using CityGuard.Domain.Targets;
using CityGuard.Grains.Deployments;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Scenarios;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;
using Orleans.Concurrency;

namespace CityGuard.Grains.Front;

/// <summary>The door to what-if. Texts are read and judged on the threads of what-if.</summary>
[StatelessWorker, Reentrant, GrainType("scenario-front")]
internal sealed class ScenarioFront(
    CityIndex index, ICallerVerifier verifier, Inward inward, Mandates mandates, IJournal journal, CityFork fork, PreparedRuns runs, Adoptions adoptions) : Grain, IScenarioFront
{
    private const int Why = 500, Name = 100, MostProblems = 20;

    public async Task<Answer<IReadOnlyList<ScenarioLine>>> List(Credential caller)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal)
            return refusal;
        return await inward.Read<IReadOnlyList<ScenarioLine>>(async () =>
        {
            var lines = new List<ScenarioLine>();
            await Bounded.ForEach(await journal.Open(ScenarioId.Shelf), async stream =>
            {
                if (ScenarioId.IsScenario(stream) && await Scenario(stream).Line() is { } line)
                    lines.Add(line);
            });
            return lines.OrderByDescending(line => line.At).ThenBy(line => line.Id, StringComparer.Ordinal).ToArray();
        });
    }

    public async Task<Answer<SavedScenario>> Get(Credential caller, string scenario, int version)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal)
            return refusal;
        var kept = await Kept(scenario, version);
        return kept.Value is { } found
            ? await runs.Pool.Run(() => new SavedScenario(found.Line, Text(ScenarioJson.Read(ScenarioText.Unpack(found.Packed)), found.Line)))
            : kept.Refusal!;
    }

    public async Task<Answer<SavedScenario>> Save(Credential caller, SaveScenarioCommand command)
    {
        var admitted = await mandates.Anywhere(caller);
        if ((admitted.Refusal ?? Size(command?.Text) ?? Known(command!.Id) ?? IncidentFront.IdCheck(command.Command)) is { } refusal)
            return refusal;
        var given = command!.Command ?? IncidentFront.NewId();
        var id = command.Id ?? ScenarioId.OfScenario(given);
        var ifVersion = command.Id is null ? 0 : command.IfVersion;
        var judged = await runs.Pool.Run(() => Judge(command.Text));
        if (judged.Refusal is { } wrong)
            return wrong;
        var (read, text) = judged.Value!;
        var saved = await inward.Ask(() => Scenario(id).Save(ScenarioText.Pack(text), read.Name, read.Note, ifVersion, admitted.Value!.Name, given));
        return saved.Value is { } line ? new SavedScenario(line, Text(read, line)) : saved.Refusal!;
    }

    public async Task<Answer<ScenarioLine>> Discard(Credential caller, string scenario, DiscardScenarioCommand command)
    {
        var admitted = await mandates.Anywhere(caller);
        if ((admitted.Refusal ?? Known(scenario) ?? ReportCheck.Text(command?.Why, 1, Why, "why") ?? IncidentFront.IdCheck(command!.Command)) is { } refusal)
            return refusal;
        var given = command!.Command ?? IncidentFront.NewId();
        return await inward.Ask(() => Scenario(scenario).Discard(command.Why, admitted.Value!.Name, given));
    }

    public async Task<Answer<string>> Fork(Credential caller, string name)
    {
        if (((await verifier.Admit(caller, Scope.Read)).Refusal ?? ReportCheck.Text(name, 1, Name, "name")) is { } refusal)
            return refusal;
        var (live, silent) = await fork.Take();
        if (live is null)
            return new Refusal(RefusalCode.Unavailable, $"{silent.Count} sectors did not answer, {silent[0]} among them: ask again in a moment");
        return await runs.Pool.Run(() => ScenarioJson.Write(new Scenario(name, index.City.Manifest.Hash)
        {
            Live = live,
            Time = new ScenarioTime(WeekClock.MinuteOfWeek(live.At, index.Zone), Days: 1, WarmUpHours: 0),
        }));
    }

    public async Task<Answer<RunView>> Ask(Credential caller, AskRunCommand command)
    {
        var admitted = await mandates.Anywhere(caller);
        if ((admitted.Refusal ?? Question(command?.Question) ?? IncidentFront.IdCheck(command!.Command)) is { } refusal)
            return refusal;
        var given = command!.Command ?? IncidentFront.NewId();
        foreach (var scenario in command.Question.Scenarios)
            if ((await Kept(scenario.Id, scenario.Version)).Refusal is { } missing)
                return missing;
        return await inward.Ask(() => RunOf(ScenarioId.OfRun(given)).Ask(command.Question, admitted.Value!.Name, given));
    }

    public async Task<Answer<RunView>> Run(Credential caller, string run)
    {
        if (((await verifier.Admit(caller, Scope.Read)).Refusal ?? KnownRun(run)) is { } refusal)
            return refusal;
        return await inward.Read<RunView>(async () => await RunOf(run).View() is { } view ? view : NoSuchRun(run));
    }

    public async Task<Answer<RunView>> Cancel(Credential caller, string run)
    {
        var admitted = await mandates.Anywhere(caller);
        return (admitted.Refusal ?? KnownRun(run)) is { } refusal ? refusal : await inward.Ask(() => RunOf(run).Cancel(admitted.Value!.Name, IncidentFront.NewId()));
    }

    public async Task<Answer<string>> File(Credential caller, string run, RunFile file)
    {
        if (((await verifier.Admit(caller, Scope.Read)).Refusal ?? KnownRun(run) ?? (Enum.IsDefined(file) ? null : new Refusal(RefusalCode.Malformed, "an answer has no such file"))) is { } refusal)
            return refusal;
        return await inward.Read<string>(async () =>
        {
            if (await RunOf(run).View() is not { } view)
                return NoSuchRun(run);
            return await RunOf(run).File(file) is { } text ? text : new Refusal(RefusalCode.Conflict, $"there is no answer: the run is {view.Phase.ToString().ToLowerInvariant()}");
        });
    }

    public async Task<Answer<AdoptionView>> Adoption(Credential caller, string scenario, int version)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal)
            return refusal;
        var kept = await Kept(scenario, version);
        if (kept.Value is not { } found)
            return kept.Refusal!;
        return await adoptions.View(found) is { } view ? view : new Refusal(RefusalCode.Unavailable, "not every board answers yet: ask again in a moment");
    }

    public async Task<Answer<DeploymentView>> Adopt(Credential caller, string scenario, AdoptScenarioCommand command)
    {
        var admitted = await mandates.OverArea(caller, index.City.Areas[0].Id.Value, CommandRight.Direct);
        if ((admitted.Refusal ?? ReportCheck.Text(command?.Why, 1, Why, "why") ?? IncidentFront.IdCheck(command!.Command)) is { } refusal)
            return refusal;
        var kept = await Kept(scenario, command!.Version);
        if (kept.Value is not { } found)
            return kept.Refusal!;
        var moves = Adoptions.Command(found, command, command.Command ?? IncidentFront.NewId());
        return moves.Moves.Count == 0
            ? new Refusal(RefusalCode.Unprocessable, "the scenario moves no post: there is nothing to adopt")
            : await inward.Ask(() => GrainFactory.GetGrain<IDeploymentGrain>(index.City.Areas[0].Id.Value).Move(moves, admitted.Value!.Name));
    }

    private IScenarioGrain Scenario(string id) => GrainFactory.GetGrain<IScenarioGrain>(id);

    private IRunGrain RunOf(string id) => GrainFactory.GetGrain<IRunGrain>(id);

    private async Task<Answer<KeptScenario>> Kept(string? scenario, int version)
        => Known(scenario ?? "") is { } refusal ? refusal
            : await inward.Read<KeptScenario>(async () => await Scenario(scenario!).Version(version) is { } kept ? kept
                : new Refusal(RefusalCode.Unknown, version == 0 ? $"there is no scenario '{Places.Short(scenario!)}'" : $"there is no version {version} of scenario '{Places.Short(scenario!)}'"));

    /// <summary>The scenario and the text that is kept of it, or everything that is wrong with it.</summary>
    private Answer<Judged> Judge(string text)
    {
        try
        {
            var read = ScenarioJson.Read(text) with { Version = 1 };
            var problems = ScenarioCheck.Problems(runs.City, read);
            return problems.Count == 0 ? new Judged(read, ScenarioJson.Write(read)) : Wrong(problems);
        }
        catch (ScenarioException error)
        {
            return Wrong(error.Problems);
        }
    }

    private sealed record Judged(Scenario Read, string Text);

    private static Refusal Wrong(IReadOnlyList<ScenarioProblem> problems) => new(
        RefusalCode.Unprocessable,
        string.Join("; ", problems.Take(MostProblems)) + (problems.Count > MostProblems ? $"; and {problems.Count - MostProblems} more" : ""));

    private static string Text(Scenario read, ScenarioLine line) => ScenarioJson.Write(read with { Version = line.Version });

    private static Refusal? Size(string? text) => string.IsNullOrWhiteSpace(text) ? new Refusal(RefusalCode.Malformed, "text is missing")
        : Encoding.UTF8.GetByteCount(text) > ScenarioText.MostBytes ? new Refusal(RefusalCode.TooLarge, $"a scenario has at most {ScenarioText.MostBytes >> 20} MiB") : null;

    private static Refusal? Known(string? scenario) => scenario is null || ScenarioId.IsScenario(scenario) ? null : new Refusal(RefusalCode.Unknown, $"there is no scenario '{Places.Short(scenario)}'");

    private static Refusal? KnownRun(string? run) => ScenarioId.IsRun(run) ? null : NoSuchRun(run ?? "");

    private static Refusal NoSuchRun(string run) => new(RefusalCode.Unknown, $"there is no run '{Places.Short(run)}'");

    private static Refusal? Question(RunQuestion? question)
    {
        if (question?.Scenarios is null || question.Scenarios.Count == 0 || question.Scenarios.Any(s => s?.Id is null))
            return new Refusal(RefusalCode.Malformed, "a question names its scenarios");
        if (question.Scenarios.FirstOrDefault(s => s.Version < 1) is not null)
            return new Refusal(RefusalCode.Malformed, "a question names versions of scenarios, from 1");
        return new RunOptions(question.Replications, question.Seed, question.Level, HalfWidth: question.HalfWidth).Objection() is { } objection ? new Refusal(RefusalCode.Malformed, objection) : null;
    }
}
