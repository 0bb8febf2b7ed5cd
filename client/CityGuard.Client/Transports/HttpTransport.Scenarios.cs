using System.Text;
using CityGuard.Abstractions.Deployments;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Client.Transports;

/// <summary>What-if, over HTTP.</summary>
internal sealed partial class HttpTransport
{
    public Task<IReadOnlyList<ScenarioLine>> Scenarios(CancellationToken cancellationToken)
        => Get<IReadOnlyList<ScenarioLine>>(ApiRoutes.Scenarios, CallKind.Repeatable, cancellationToken);

    public Task<string> Scenario(string scenario, int version, CancellationToken cancellationToken)
        => Text(FormattableString.Invariant($"{Fill(ApiRoutes.Scenario, scenario)}?version={version}"), cancellationToken);

    public Task<ScenarioLine> SaveScenario(SaveScenarioCommand command, CancellationToken cancellationToken)
    {
        var asked = $"?command={Uri.EscapeDataString(command.Command!)}" + (command.IfVersion is { } seen ? FormattableString.Invariant($"&ifVersion={seen}") : "");
        var file = new StringContent(command.Text, Encoding.UTF8, "application/json");
        return command.Id is { } id
            ? Exchange<ScenarioLine>(HttpMethod.Put, Fill(ApiRoutes.Scenario, id) + asked, file, CallKind.Repeatable, cancellationToken)
            : Exchange<ScenarioLine>(HttpMethod.Post, ApiRoutes.Scenarios + asked, file, CallKind.Repeatable, cancellationToken);
    }

    public Task<ScenarioLine> DiscardScenario(string scenario, DiscardScenarioCommand command, CancellationToken cancellationToken)
        => Exchange<ScenarioLine>(HttpMethod.Post, Fill(ApiRoutes.ScenarioDiscard, scenario), Body(command), CallKind.Repeatable, cancellationToken);

    public Task<string> Fork(string name, CancellationToken cancellationToken)
        => Text($"{ApiRoutes.Fork}?name={Uri.EscapeDataString(name)}", cancellationToken);

    public Task<RunView> AskRun(AskRunCommand command, CancellationToken cancellationToken)
        => Exchange<RunView>(HttpMethod.Post, ApiRoutes.Runs, Body(command), CallKind.Repeatable, cancellationToken);

    public Task<RunView> Run(string run, CancellationToken cancellationToken)
        => Get<RunView>(Fill(ApiRoutes.Run, run), CallKind.Repeatable, cancellationToken);

    public Task<RunView> CancelRun(string run, CancellationToken cancellationToken)
        => Exchange<RunView>(HttpMethod.Post, Fill(ApiRoutes.RunCancel, run), null, CallKind.Repeatable, cancellationToken);

    public Task<string> RunFile(string run, RunFile file, CancellationToken cancellationToken)
        => Text(Fill(Fill(ApiRoutes.RunFile, run), RunFiles.NameOf(file), "{file}"), cancellationToken);

    public Task<AdoptionView> Adoption(string scenario, int version, CancellationToken cancellationToken)
        => Get<AdoptionView>(FormattableString.Invariant($"{Fill(ApiRoutes.ScenarioAdoption, scenario)}?version={version}"), CallKind.Repeatable, cancellationToken);

    public Task<DeploymentView> AdoptScenario(string scenario, AdoptScenarioCommand command, CancellationToken cancellationToken)
        => Exchange<DeploymentView>(HttpMethod.Post, Fill(ApiRoutes.ScenarioAdopt, scenario), Body(command), CallKind.Repeatable, cancellationToken);

    private async Task<string> Text(string path, CancellationToken cancellationToken)
    {
        using var response = await Send(HttpMethod.Get, path, null, CallKind.Repeatable, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }
}
