using CityGuard.Abstractions.Deployments;
using CityGuard.Abstractions.Scenarios;

namespace CityGuard.Client.Tests.Field;

/// <summary>What-if, which this city does not play.</summary>
internal sealed partial class FakeCity
{
    public Task<IReadOnlyList<ScenarioLine>> Scenarios(CancellationToken cancellationToken) => Unknown<IReadOnlyList<ScenarioLine>>();

    public Task<string> Scenario(string scenario, int version, CancellationToken cancellationToken) => Unknown<string>();

    public Task<ScenarioLine> SaveScenario(SaveScenarioCommand command, CancellationToken cancellationToken) => Unknown<ScenarioLine>();

    public Task<ScenarioLine> DiscardScenario(string scenario, DiscardScenarioCommand command, CancellationToken cancellationToken) => Unknown<ScenarioLine>();

    public Task<string> Fork(string name, CancellationToken cancellationToken) => Unknown<string>();

    public Task<RunView> AskRun(AskRunCommand command, CancellationToken cancellationToken) => Unknown<RunView>();

    public Task<RunView> Run(string run, CancellationToken cancellationToken) => Unknown<RunView>();

    public Task<RunView> CancelRun(string run, CancellationToken cancellationToken) => Unknown<RunView>();

    public Task<string> RunFile(string run, RunFile file, CancellationToken cancellationToken) => Unknown<string>();

    public Task<AdoptionView> Adoption(string scenario, int version, CancellationToken cancellationToken) => Unknown<AdoptionView>();

    public Task<DeploymentView> AdoptScenario(string scenario, AdoptScenarioCommand command, CancellationToken cancellationToken) => Unknown<DeploymentView>();
}
