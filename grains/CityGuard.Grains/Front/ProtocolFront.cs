using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.People;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Responders;
using Orleans.Concurrency;

namespace CityGuard.Grains.Front;

/// <summary>The door for commands that change who holds whom across incidents.</summary>
[StatelessWorker, Reentrant, GrainType("protocol-front")]
internal sealed partial class ProtocolFront(CityIndex index, Inward inward, Mandates mandates) : Grain, IProtocolFront
{
    private const int Why = 500, Role = 64;

    public async Task<Answer<ResponderView>> ForceRelease(Credential caller, string responder, ForceReleaseCommand command)
    {
        var admitted = await mandates.OverResponder(caller, responder, CommandRight.Direct);
        if (admitted.Refusal is { } shut)
            return shut;
        if (!ResponderId.TryParse(responder, out var id) || !index.City.TryResponder(id.Value, out _))
            return new Refusal(RefusalCode.Unknown, $"the city has no responder '{Places.Short(responder ?? "")}'");
        if (Malformed(command?.Why, command?.Command) is { } malformed)
            return malformed;
        var given = command!.Command ?? IncidentFront.NewId();
        return await inward.Ask(() => GrainFactory.Responder(id).ForceRelease(command with { Command = given }, admitted.Value!.Name));
    }

    public async Task<Answer<IncidentView>> Divert(Credential caller, string incident, DivertCommand command)
    {
        var admitted = await mandates.OverIncident(caller, incident);
        if (admitted.Refusal is { } shut)
            return shut;
        if (!IncidentId.TryParse(incident, out var id))
            return IncidentFront.NoSuchIncident(incident);
        if ((Malformed(command?.Why, command?.Command) ?? ReportCheck.Text(command!.Role, 1, Role, "role")) is { } malformed)
            return malformed;
        if (command!.Responder.Value is null || !index.City.TryResponder(command.Responder.Value, out _))
            return new Refusal(RefusalCode.Unknown, $"the city has no responder '{command.Responder.Value}'");
        if (command.From is { Value: null })
            return new Refusal(RefusalCode.Malformed, "from is no incident");
        var given = command.Command ?? IncidentFront.NewId();
        return await inward.Ask(async () => await Incident(id).Divert(command with { Command = given }, await Holder(command.Responder), admitted.Value!.Name));
    }

    public async Task<Answer<IncidentView>> Reopen(Credential caller, string incident, ReopenCommand command)
    {
        var admitted = await mandates.OverIncident(caller, incident);
        if (admitted.Refusal is { } shut)
            return shut;
        if (!IncidentId.TryParse(incident, out var id))
            return IncidentFront.NoSuchIncident(incident);
        if (Malformed(command?.Why, command?.Command) is { } malformed)
            return malformed;
        var given = command!.Command ?? IncidentFront.NewId();
        return await inward.Ask(() => Incident(id).Reopen(command with { Command = given }, admitted.Value!.Name));
    }

    /// <summary>Who holds it and how grave that is; the epoch read first binds what is decided on this to this holder.</summary>
    private async Task<SeenHolder> Holder(ResponderId responder)
    {
        var seen = await GrainFactory.Responder(responder).View();
        return seen is { Incident: { } incident, Op: { } op }
            ? await Incident(incident).Holding(op, seen.Epoch)
            : new SeenHolder(null, default, seen.Epoch, null);
    }

    private static Refusal? Malformed(string? why, string? command) => ReportCheck.Text(why, 1, Why, "why") ?? IncidentFront.IdCheck(command);

    private IIncidentGrain Incident(IncidentId id) => GrainFactory.GetGrain<IIncidentGrain>(id.Value);
}
