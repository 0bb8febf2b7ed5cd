using CityGuard.Abstractions.Deployments;
using CityGuard.Abstractions.Scenarios;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>Saved what-if scenarios, the latest first. Scope read.</summary>
    public Task<IReadOnlyList<ScenarioLine>> ListScenariosAsync(CancellationToken cancellationToken = default) => _transport.Scenarios(cancellationToken);

    /// <summary>The file of a saved scenario, JSON. Scope read.</summary>
    /// <param name="scenario">Its identifier.</param>
    /// <param name="version">Its version, from 1; 0: the latest.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<string> GetScenarioAsync(string scenario, int version = 0, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scenario);
        return _transport.Scenario(scenario, version, cancellationToken);
    }

    /// <summary>Saves a scenario, or a new version of one. Refused with every path and reason when it cannot be played. Scope command.</summary>
    /// <param name="command">The file, and what it is a version of.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<ScenarioLine> SaveScenarioAsync(SaveScenarioCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.SaveScenario(command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Takes a scenario off the list. Scope command.</summary>
    /// <param name="scenario">Its identifier.</param>
    /// <param name="command">Why.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<ScenarioLine> DiscardScenarioAsync(string scenario, DiscardScenarioCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scenario);
        ArgumentNullException.ThrowIfNull(command);
        return _transport.DiscardScenario(scenario, command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>A scenario file that begins with the living city as it stands now; nothing is saved. Scope read.</summary>
    /// <param name="name">Its name, 1 to 100 characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<string> ForkCityAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return _transport.Fork(name, cancellationToken);
    }

    /// <summary>Asks a question of saved scenarios; playing begins at once. Scope command.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Cancels the call, not the run.</param>
    public Task<RunView> AskRunAsync(AskRunCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.AskRun(command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>How far a run is, with the intervals so far. Scope read.</summary>
    /// <param name="run">Its identifier.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<RunView> GetRunAsync(string run, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        return _transport.Run(run, cancellationToken);
    }

    /// <summary>Gives a run up. Scope command.</summary>
    /// <param name="run">Its identifier.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<RunView> CancelRunAsync(string run, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        return _transport.CancelRun(run, cancellationToken);
    }

    /// <summary>A file of the answer; refused while there is none. Scope read.</summary>
    /// <param name="run">Identifier of the run.</param>
    /// <param name="file">Which file.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<string> GetRunFileAsync(string run, RunFile file, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        return _transport.RunFile(run, file, cancellationToken);
    }

    /// <summary>What adopting a scenario would change, and for whom. Scope read.</summary>
    /// <param name="scenario">Its identifier.</param>
    /// <param name="version">Its version, from 1; 0: the latest.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<AdoptionView> GetAdoptionAsync(string scenario, int version = 0, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scenario);
        return _transport.Adoption(scenario, version, cancellationToken);
    }

    /// <summary>Adopts a scenario: the living city gets its posts. Scope command, over the whole city.</summary>
    /// <param name="scenario">Its identifier.</param>
    /// <param name="command">What was looked at, and why.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<DeploymentView> AdoptScenarioAsync(string scenario, AdoptScenarioCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scenario);
        ArgumentNullException.ThrowIfNull(command);
        return _transport.AdoptScenario(scenario, command with { Command = command.Command ?? NewId() }, cancellationToken);
    }
}
