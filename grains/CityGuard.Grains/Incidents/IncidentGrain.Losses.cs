using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Responders;

namespace CityGuard.Grains.Incidents;

/// <summary>Taking a responder from a lesser incident, and having one taken.</summary>
internal sealed partial class IncidentGrain
{
    public async Task<Answer<IncidentView>> Divert(DivertCommand command, SeenHolder holder, string by)
    {
        var (seen, elsewhere) = await See(command.Responder, command.Command);
        return await Command(
            new IncidentCommand.Divert(command.Responder, command.Role, by, command.Why), command.Command, command.IfVersion,
            _ => command.Role,
            course => elsewhere ?? IncidentRules.Divert(
                course, Id, command.Responder, command.Role, holder, command.From, seen.Deciseconds, by, command.Why, Now,
                command.Extra ? null : Wanted(course, command.Role), command.Command));
    }

    public Task<SeenHolder> Holding(OperationId op, long epoch)
        => Task.FromResult(new SeenHolder(Id, State.Report?.Severity ?? default, epoch, PostRules.Pinned(State, op)?.Reason));

    public async Task Lost(ResponderId responder, OwedLoss loss)
    {
        if (await Execute(course => IncidentRules.Lose(course, responder, loss, Now), confirm: true) is not null)
            return; // it cannot be recorded here now: it stays owed
        GrainFactory.Responder(responder).LossHeard(Id, loss.Op).Ignore();
        await Drive();
    }

    private Task<ReserveAnswer> Reserve(Assignment request)
    {
        var responder = GrainFactory.Responder(request.Responder);
        return request.From is { } from
            ? responder.Divert(new DivertOrder(from, Id, request.Op, request.ExpectedEpoch, request.By ?? "", request.Reason ?? ""))
            : responder.Reserve(Id, request.Op, request.ExpectedEpoch);
    }
}
