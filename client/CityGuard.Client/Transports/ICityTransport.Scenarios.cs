using CityGuard.Abstractions.Deployments;
using CityGuard.Abstractions.Scenarios;

namespace CityGuard.Client.Transports;

/// <summary>What concerns what-if.</summary>
internal partial interface ICityTransport
{
    Task<IReadOnlyList<ScenarioLine>> Scenarios(CancellationToken cancellationToken);

    Task<string> Scenario(string scenario, int version, CancellationToken cancellationToken);

    Task<ScenarioLine> SaveScenario(SaveScenarioCommand command, CancellationToken cancellationToken);

    Task<ScenarioLine> DiscardScenario(string scenario, DiscardScenarioCommand command, CancellationToken cancellationToken);

    Task<string> Fork(string name, CancellationToken cancellationToken);

    Task<RunView> AskRun(AskRunCommand command, CancellationToken cancellationToken);

    Task<RunView> Run(string run, CancellationToken cancellationToken);

    Task<RunView> CancelRun(string run, CancellationToken cancellationToken);

    Task<string> RunFile(string run, RunFile file, CancellationToken cancellationToken);

    Task<AdoptionView> Adoption(string scenario, int version, CancellationToken cancellationToken);

    Task<DeploymentView> AdoptScenario(string scenario, AdoptScenarioCommand command, CancellationToken cancellationToken);
}
