using CityGuard.Abstractions.Deployments;
using CityGuard.Abstractions.Security;

namespace CityGuard.Abstractions.Scenarios;

/// <summary>The door to what-if. A stateless worker: use key 0.</summary>
[Alias("CityGuard.IScenarioFront")]
public interface IScenarioFront : IGrainWithIntegerKey
{
    /// <summary>Saved scenarios, the latest first. Scope read.</summary>
    [Alias("List")]
    Task<Answer<IReadOnlyList<ScenarioLine>>> List(Credential caller);

    /// <summary>A saved scenario; version 0: the latest. Scope read.</summary>
    [Alias("Get")]
    Task<Answer<SavedScenario>> Get(Credential caller, string scenario, int version);

    /// <summary>Saves a scenario. Refused with every path and reason when it cannot be played. Durable when answered. Scope command, anywhere.</summary>
    [Alias("Save")]
    Task<Answer<SavedScenario>> Save(Credential caller, SaveScenarioCommand command);

    /// <summary>Takes one off the list. Scope command, anywhere.</summary>
    [Alias("Discard")]
    Task<Answer<ScenarioLine>> Discard(Credential caller, string scenario, DiscardScenarioCommand command);

    /// <summary>The text of a scenario that begins with the living city as it stands now; nothing is saved. No personal data is in it. Scope read.</summary>
    [Alias("Fork"), ResponseTimeout("00:01:00")]
    Task<Answer<string>> Fork(Credential caller, string name);

    /// <summary>Asks a question. Scope command, anywhere.</summary>
    [Alias("Ask")]
    Task<Answer<RunView>> Ask(Credential caller, AskRunCommand command);

    /// <summary>How far a run is; one that was lost with its host is played again from its question. Scope read.</summary>
    [Alias("Run")]
    Task<Answer<RunView>> Run(Credential caller, string run);

    /// <summary>Gives a run up. Scope command, anywhere.</summary>
    [Alias("Cancel")]
    Task<Answer<RunView>> Cancel(Credential caller, string run);

    /// <summary>A file of the answer. Refused while there is none. Scope read.</summary>
    [Alias("File"), ResponseTimeout("00:01:00")]
    Task<Answer<string>> File(Credential caller, string run, RunFile file);

    /// <summary>What adopting a version would change; version 0: the latest. Scope read.</summary>
    [Alias("Adoption"), ResponseTimeout("00:01:00")]
    Task<Answer<AdoptionView>> Adoption(Credential caller, string scenario, int version);

    /// <summary>Adopts a version: posts are moved, journaled with who, why and which scenario. Scope command, over the whole city.</summary>
    [Alias("Adopt")]
    Task<Answer<DeploymentView>> Adopt(Credential caller, string scenario, AdoptScenarioCommand command);
}
