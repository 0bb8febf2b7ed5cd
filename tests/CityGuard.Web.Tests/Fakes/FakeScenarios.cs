using CityGuard.Abstractions;
using CityGuard.Abstractions.Deployments;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Abstractions.Security;

namespace CityGuard.Web.Tests.Fakes;

/// <summary>What-if as a test sets it, and a list of what was said.</summary>
public sealed class FakeScenarios : IScenarioFront
{
    private static readonly Refusal NotThere = new(RefusalCode.Unknown, "there is no scenario 'x'");

    public List<SavedScenario> Saved { get; } = [];

    public string Now { get; set; } = "{}";

    public RunView? View { get; set; }

    public Dictionary<RunFile, string> Files { get; } = [];

    public AdoptionView? Seen { get; set; }

    public List<object> Said { get; } = [];

    /// <summary>With what the next command is refused.</summary>
    public Refusal? Refusal { get; set; }

    public Task<Answer<IReadOnlyList<ScenarioLine>>> List(Credential caller) => Task.FromResult<Answer<IReadOnlyList<ScenarioLine>>>(Saved.Select(saved => saved.Line).ToArray());

    public Task<Answer<SavedScenario>> Get(Credential caller, string scenario, int version) => Say(Saved.FirstOrDefault(saved => saved.Line.Id == scenario));

    public Task<Answer<SavedScenario>> Save(Credential caller, SaveScenarioCommand command)
        => Do(command, new SavedScenario(new ScenarioLine(command.Id ?? "sc-new", "saved", (command.IfVersion ?? 0) + 1, Samples.Now, "Li", ""), command.Text));

    public Task<Answer<ScenarioLine>> Discard(Credential caller, string scenario, DiscardScenarioCommand command) => Say<ScenarioLine>(null);

    public Task<Answer<string>> Fork(Credential caller, string name) => Do($"fork {name}", Now);

    public Task<Answer<RunView>> Ask(Credential caller, AskRunCommand command) => Do(command, View);

    public Task<Answer<RunView>> Run(Credential caller, string run) => Say(View);

    public Task<Answer<RunView>> Cancel(Credential caller, string run) => Do("cancel", View);

    public Task<Answer<string>> File(Credential caller, string run, RunFile file) => Say(Files.GetValueOrDefault(file));

    public Task<Answer<AdoptionView>> Adoption(Credential caller, string scenario, int version) => Say(Seen);

    public Task<Answer<DeploymentView>> Adopt(Credential caller, string scenario, AdoptScenarioCommand command) => Do(command, new DeploymentView(3, [], []));

    private Task<Answer<T>> Do<T>(object said, T? value)
        where T : class
    {
        Said.Add(said);
        return Refusal is { } refusal ? Task.FromResult<Answer<T>>(refusal) : Say(value);
    }

    private static Task<Answer<T>> Say<T>(T? value)
        where T : class
        => Task.FromResult(value is null ? (Answer<T>)NotThere : value);
}
