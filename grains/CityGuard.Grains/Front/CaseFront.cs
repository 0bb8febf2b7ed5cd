using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Readiness;
using Orleans.Concurrency;

namespace CityGuard.Grains.Front;

/// <summary>The door for what people say of an incident's case.</summary>
[StatelessWorker, Reentrant, GrainType("case-front")]
internal sealed class CaseFront(CityIndex index, ICallerVerifier verifier, Mandates mandates, SectorRound round, Inward inward) : Grain, ICaseFront
{
    private const int Why = 500, Note = 4_000, Leaders = 100;

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

    public Task<Answer<IncidentView>> Escalate(Credential caller, string incident, EscalateCommand command) => Carry(
        caller, incident, command?.Command, Text(command?.Why, "why"), (grain, by, id) => grain.Escalate(command! with { Command = id }, by));

    public Task<Answer<IncidentView>> TakeNote(Credential caller, string incident, int number, TakeNoteCommand command) => Carry(
        caller, incident, command?.Command, Text(command?.Why, "why"), (grain, by, id) => grain.TakeNote(number, command! with { Command = id }, by));

    public Task<Answer<IncidentView>> AnswerPartner(Credential caller, string incident, int number, PartnerAnswerCommand command) => Carry(
        caller, incident, command?.Command, Text(command?.Why, "why"), (grain, by, id) => grain.AnswerPartner(number, command! with { Command = id }, by));

    public Task<Answer<IncidentView>> Leader(Credential caller, string incident, LeaderCommand command) => Carry(
        caller, incident, command?.Command, ReportCheck.Text(command?.Leader, 1, Leaders, "leader"), (grain, by, id) => grain.Leader(command! with { Command = id }, by));

    public Task<Answer<IncidentView>> Lead(Credential caller, string incident, LeadCommand command) => Carry(
        caller, incident, command?.Command, Text(command?.Why, "why") ?? (command!.Op.Value is null ? new Refusal(RefusalCode.Malformed, "op is missing") : null),
        (grain, by, id) => grain.Lead(command! with { Command = id }, by));

    public async Task<Answer<IReadOnlyList<EscalationLine>>> Escalations(Credential caller, string area)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } shut)
            return shut;
        if (area is null || !index.City.TryArea(area, out var told))
            return new Refusal(RefusalCode.Unknown, $"the city has no area '{Places.Short(area ?? "")}'");
        if (index.City.Areas[told].Kind is not (AreaKind.Sector or AreaKind.District or AreaKind.City))
            return new Refusal(RefusalCode.Unprocessable, $"nothing climbs to {area}: ask for a station's sector, a district or the city");
        // The boards know every open incident, from the index of open ones also after a restart; so nothing is kept a second time here.
        var asked = index.Areas.Sectors(told).ToArray();
        var answers = await round.Ask(asked, sector => sector.OpenIncidents());
        if (answers.Count < asked.Length)
            return new Refusal(RefusalCode.Unavailable, $"{asked.Length - answers.Count} of {asked.Length} boards do not answer now: ask again");
        return answers.Values.SelectMany(lines => lines).SelectMany(line => line.Climbing ?? []).Where(line => line.To.Value == area)
            .OrderBy(line => line.At).ThenBy(line => line.Incident.Value, StringComparer.Ordinal).ThenBy(line => line.Number).ToArray();
    }

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
