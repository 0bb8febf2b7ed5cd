using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Incidents;
using Orleans.Concurrency;

namespace CityGuard.Grains.Front;

/// <summary>The door for what people say of an incident's case.</summary>
[StatelessWorker, Reentrant, GrainType("case-front")]
internal sealed class CaseFront(CityIndex index, ICallerVerifier verifier, Mandates mandates, Inward inward) : Grain, ICaseFront
{
    private const int Why = 500, Note = 4_000;

    public Task<Answer<IncidentView>> Verify(Credential caller, string incident, VerifyCommand command) => Carry(
        caller, incident, command?.Command, Text(command?.How, "how"), (grain, by, id) => grain.Verify(command! with { Command = id }, by));

    public Task<Answer<IncidentView>> FalseAlarm(Credential caller, string incident, FalseAlarmCommand command) => Carry(
        caller, incident, command?.Command, Text(command?.Why, "why") ?? OneOf(command!.Reason, index.City.Rules.Course.FalseAlarmReasons, "reason"),
        (grain, by, id) => grain.FalseAlarm(command! with { Command = id }, by));

    public Task<Answer<IncidentView>> Feedback(Credential caller, string incident, FeedbackCommand command) => Carry(
        caller, incident, command?.Command,
        OneOf(command?.Result, index.City.Rules.Course.FeedbackResults, "result") ?? Known(command!.Responder)
            ?? (command.Note?.Length > Note ? new Refusal(RefusalCode.TooLarge, $"note has at most {Note} characters") : null),
        (grain, by, id) => grain.Feedback(command! with { Command = id }, by));

    public Task<Answer<IncidentView>> Check(Credential caller, string incident, CheckCommand command) => Carry(
        caller, incident, command?.Command, Text(command?.Why, "why") ?? Known(command!.Responder), (grain, by, id) => grain.Check(command! with { Command = id }, by));

    public async Task<Answer<Evaluation>> Evaluation(Credential caller, string incident)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } shut)
            return shut;
        return IncidentId.TryParse(incident, out var id)
            ? await inward.Read(() => GrainFactory.GetGrain<IIncidentGrain>(id.Value).Evaluation())
            : IncidentFront.NoSuchIncident(incident);
    }

    public Task<Answer<IncidentView>> Evaluate(Credential caller, string incident, EvaluateCommand command) => Carry(
        caller, incident, command?.Command, Text(command?.Why, "why"), (grain, by, id) => grain.Evaluate(command! with { Command = id }, by));

    private Refusal? Known(ResponderId? responder)
        => responder is { } who && (who.Value is null || !index.City.TryResponder(who.Value, out _)) ? new Refusal(RefusalCode.Unknown, $"the city has no responder '{who.Value}'") : null;

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
