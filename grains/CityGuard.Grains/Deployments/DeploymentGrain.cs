using CityGuard.Abstractions;
using CityGuard.Abstractions.Deployments;
using CityGuard.Domain.Deployments;
using CityGuard.Domain.Deployments.Events;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Journaling;

namespace CityGuard.Grains.Deployments;

/// <summary>Posts moved live, on a stream of their own.</summary>
[GrainType("deployment")]
internal sealed class DeploymentGrain(CityIndex index, IJournal journal, TimeProvider time, DeploymentWatch watch)
    : LookingGrain<DeploymentState, DeploymentEvent>(journal, EventCodec.Deployments, DeploymentState.Empty), IDeploymentGrain
{
    private const int MostChanges = 50;

    protected override string Stream => DeploymentStream.Of(index.City.Areas[0].Id);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
        => this.GetPrimaryKeyString() == index.City.Areas[0].Id.Value
            ? base.OnActivateAsync(cancellationToken)
            : throw new ArgumentException($"{this.GetPrimaryKeyString()} is not this city.");

    public async Task<Answer<DeploymentView>> Move(MovePostsCommand command, string by)
    {
        if (command.Moves.Select(Objection).FirstOrDefault(objection => objection is not null) is { } fault)
            return new Refusal(RefusalCode.Unprocessable, fault);
        var wanted = new PostsMoved(command.Moves, command.Scenario, time.GetUtcNow(), by, command.Why, command.Command!);
        if (await Execute(state => DeploymentRules.Move(state, wanted, command.IfCount)) is { } objection)
            return objection.ToRefusal();
        watch.Nudge();
        return await View();
    }

    public Task<DeploymentView> View() => Task.FromResult(new DeploymentView(
        State.Count,
        [.. State.Moved.OrderBy(moved => moved.Key.Value, StringComparer.Ordinal).Select(moved => Moved(moved.Key, moved.Value))],
        [.. State.Commands.Values.OrderByDescending(change => change.At).Take(MostChanges).Select(change => new DeploymentChange(change.At, change.By, change.Why, change.Scenario, change.Moves.Count))]));

    protected override DeploymentState Evolve(DeploymentState state, DeploymentEvent happened) => state.Evolve(happened);

    protected override StreamHead Head(DeploymentState state, long version) => new(null);

    private string? Objection(PostMove move, int place)
    {
        if (!index.City.TryResponder(move.Who.Value, out var who))
            return $"moves[{place}].who: there is no responder '{move.Who}'";
        if (index.Responders.PremisesOnly[who])
            return $"moves[{place}].who: {move.Who} is bound to its premises and cannot be moved";
        return move.To is not { } to || (to.IsValid && index.City.Locator.TryLocate(to, out _)) ? null : $"moves[{place}].to: it lies outside the city";
    }

    private MovedPost Moved(ResponderId who, GeoPoint to)
    {
        index.City.TryResponder(who.Value, out var responder);
        var profile = index.City.Responders[responder];
        return new MovedPost(who, profile.Kind, profile.Post, to, index.City.Locator.TryLocate(to, out var cell) ? index.City.Cells.Id(cell) : profile.Cell);
    }
}
