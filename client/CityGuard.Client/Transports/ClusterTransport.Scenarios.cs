using CityGuard.Abstractions.Deployments;
using CityGuard.Abstractions.Scenarios;

namespace CityGuard.Client.Transports;

/// <summary>What-if, in the cluster.</summary>
internal sealed partial class ClusterTransport
{
    private readonly IScenarioFront _scenarios = cluster.GetGrain<IScenarioFront>(0);

    public Task<IReadOnlyList<ScenarioLine>> Scenarios(CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _scenarios.List(_credential), cancellationToken);

    public async Task<string> Scenario(string scenario, int version, CancellationToken cancellationToken)
        => (await _pipeline.Call(CallKind.Repeatable, () => _scenarios.Get(_credential, scenario, version), cancellationToken)).Text;

    public async Task<ScenarioLine> SaveScenario(SaveScenarioCommand command, CancellationToken cancellationToken)
        => (await _pipeline.Call(CallKind.Repeatable, () => _scenarios.Save(_credential, command), cancellationToken)).Line;

    public Task<ScenarioLine> DiscardScenario(string scenario, DiscardScenarioCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _scenarios.Discard(_credential, scenario, command), cancellationToken);

    public Task<string> Fork(string name, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _scenarios.Fork(_credential, name), cancellationToken);

    public Task<RunView> AskRun(AskRunCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _scenarios.Ask(_credential, command), cancellationToken);

    public Task<RunView> Run(string run, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _scenarios.Run(_credential, run), cancellationToken);

    public Task<RunView> CancelRun(string run, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _scenarios.Cancel(_credential, run), cancellationToken);

    public Task<string> RunFile(string run, RunFile file, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _scenarios.File(_credential, run, file), cancellationToken);

    public Task<AdoptionView> Adoption(string scenario, int version, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _scenarios.Adoption(_credential, scenario, version), cancellationToken);

    public Task<DeploymentView> AdoptScenario(string scenario, AdoptScenarioCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _scenarios.Adopt(_credential, scenario, command), cancellationToken);
}
