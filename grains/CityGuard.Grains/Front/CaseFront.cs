using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Incidents;
using Orleans.Concurrency;

namespace CityGuard.Grains.Front;

/// <summary>The door for what people say of an incident's case.</summary>
[StatelessWorker, Reentrant, GrainType("case-front")]
internal sealed class CaseFront(CityIndex index, Mandates mandates, Inward inward) : Grain, ICaseFront
{
    private const int Why = 500;

    public Task<Answer<IncidentView>> Verify(Credential caller, string incident, VerifyCommand command) => Carry(
        caller, incident, command?.Command, Text(command?.How, "how"), (grain, by, id) => grain.Verify(command! with { Command = id }, by));

    public Task<Answer<IncidentView>> FalseAlarm(Credential caller, string incident, FalseAlarmCommand command) => Carry(
        caller, incident, command?.Command, Text(command?.Why, "why") ?? OneOf(command!.Reason, index.City.Rules.Course.FalseAlarmReasons, "reason"),
        (grain, by, id) => grain.FalseAlarm(command! with { Command = id }, by));

    private static Refusal? Text(string? text, string name) => ReportCheck.Text(text, 1, Why, name);

    private static Refusal? OneOf(string? code, IReadOnlyList<NamedCode> known, string name)
        => known.Any(one => one.Id == code) ? null
            : new Refusal(RefusalCode.Unprocessable, $"{name} '{Places.Short(code ?? "")}' is none of {string.Join(", ", known.Select(one => one.Id))}");

    private async Task<Answer<IncidentView>> Carry(
        Credential caller, string incident, string? command, Refusal? malformed, Func<IIncidentGrain, string, string, Task<Answer<IncidentView>>> act)
    {
        var admitted = await mandates.OverIncident(caller, incident);
        if (admitted.Refusal is { } shut)
            return shut;
        if ((malformed ?? IncidentFront.IdCheck(command)) is { } refusal)
            return refusal;
        if (!IncidentId.TryParse(incident, out var id))
            return IncidentFront.NoSuchIncident(incident);
        var given = command ?? IncidentFront.NewId();
        return await inward.Ask(() => act(GrainFactory.GetGrain<IIncidentGrain>(id.Value), admitted.Value!.Name, given));
    }
}
