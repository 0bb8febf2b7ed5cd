using CityGuard.Abstractions;
using CityGuard.Abstractions.Deployments;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.People;
using CityGuard.Grains.Deployments;
using CityGuard.Grains.Hosting;
using Orleans.Concurrency;

namespace CityGuard.Grains.Front;

/// <summary>The door to the posts.</summary>
[StatelessWorker, Reentrant, GrainType("deployment-front")]
internal sealed class DeploymentFront(CityIndex index, ICallerVerifier verifier, Inward inward, Mandates mandates) : Grain, IDeploymentFront
{
    private const int Why = 500, Scenario = 200;

    public async Task<Answer<DeploymentView>> Get(Credential caller)
        => (await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal ? refusal : await inward.Read<DeploymentView>(async () => await Deployment.View());

    public async Task<Answer<DeploymentView>> Move(Credential caller, MovePostsCommand command)
    {
        var admitted = await mandates.OverArea(caller, index.City.Areas[0].Id.Value, CommandRight.Direct);
        if ((admitted.Refusal ?? ReportCheck.Text(command?.Why, 1, Why, "why") ?? (command!.Scenario is null ? null : ReportCheck.Text(command.Scenario, 1, Scenario, "scenario"))
            ?? Moves(command) ?? IncidentFront.IdCheck(command.Command)) is { } refusal)
            return refusal;
        var given = command! with { Command = command!.Command ?? IncidentFront.NewId() };
        return await inward.Ask(() => Deployment.Move(given, admitted.Value!.Name));
    }

    private IDeploymentGrain Deployment => GrainFactory.GetGrain<IDeploymentGrain>(index.City.Areas[0].Id.Value);

    private static Refusal? Moves(MovePostsCommand command)
        => command.Moves is null || command.Moves.Any(move => move is null || move.Who == default) ? new Refusal(RefusalCode.Malformed, "each of moves names who") : null;
}
