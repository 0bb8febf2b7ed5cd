using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Areas;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Readiness;
using CityGuard.Grains.Telemetry;
using Orleans.Concurrency;

namespace CityGuard.Grains.Front;

/// <summary>The door for incidents.</summary>
[StatelessWorker, Reentrant, GrainType("incident-front")]
internal sealed class IncidentFront(CityIndex index, ICallerVerifier verifier, SectorRound round, TimeProvider time, Inward inward, Mandates mandates, CityFigures figures)
    : Grain, IIncidentFront
{
    private const int Why = 500, Role = 64;

    public async Task<Answer<ReportReceipt>> Report(Credential caller, IncidentReport report)
    {
        var since = time.GetTimestamp();
        if ((await verifier.Admit(caller, Scope.Ingest)).Refusal is { } shut)
            return shut;
        var check = ReportCheck.Check(index, report, time.GetUtcNow());
        if (check.Refusal is { } refusal)
            return refusal;
        var incident = Incident(IncidentReports.IdOf(report.Source, report.SourceId));
        var answer = await inward.Ask(() => incident.Report(check.Value!));
        if (answer.Value is { } receipt)
            figures.Acknowledged(since, receipt.Created);
        return answer;
    }

    public async Task<Answer<IncidentView>> Get(Credential caller, string incident)
    {
        var admitted = await verifier.Admit(caller, Scope.Read);
        if (admitted.Refusal is { } shut)
            return shut;
        return IncidentId.TryParse(incident, out var id)
            ? await inward.Read(() => Incident(id).View(admitted.Value!.SeesPersonalData))
            : NoSuchIncident(incident);
    }

    public async Task<Answer<IReadOnlyList<IncidentLine>>> Open(Credential caller, string area, int most)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } shut)
            return shut;
        if (most is < 1 or > 1_000)
            return new Refusal(RefusalCode.Malformed, "most is 1 to 1000");
        if (area is null || !index.City.TryArea(area, out var within))
            return new Refusal(RefusalCode.Unknown, $"the city has no area '{Places.Short(area ?? "")}'");
        var asked = index.Areas.Touching(within).ToArray();
        var answers = await round.Ask(asked, sector => sector.OpenIncidents());
        if (answers.Count == 0 && asked.Length > 0)
            return new Refusal(RefusalCode.Unavailable, "no board of the area answers now");
        return answers.Values.SelectMany(lines => lines)
            .Where(line => index.City.Locator.TryLocate(line.Place, out var cell) && index.IsWithin(cell, within))
            .OrderByDescending(line => line.Late).ThenByDescending(line => line.Severity).ThenBy(line => line.ReceivedAt).ThenBy(line => line.Id.Value, StringComparer.Ordinal)
            .Take(most).ToArray();
    }

    public Task<Answer<IncidentView>> Recall(Credential caller, string incident, RecallCommand command)
        => Command(caller, incident, command?.Command, command?.Op, command?.Why, null, null, (grain, by, id) => grain.Recall(command! with { Command = id }, by));

    public Task<Answer<IncidentView>> Reassign(Credential caller, string incident, ReassignCommand command)
        => Command(caller, incident, command?.Command, command?.Op, command?.Why, command?.To, null, (grain, by, id) => grain.Reassign(command! with { Command = id }, by));

    public Task<Answer<IncidentView>> Add(Credential caller, string incident, AddCommand command)
        => Command(caller, incident, command?.Command, null, command?.Why, command?.Responder, command?.Role ?? "", (grain, by, id) => grain.Add(command! with { Command = id }, by));

    public Task<Answer<IncidentView>> Close(Credential caller, string incident, CloseCommand command)
        => Command(caller, incident, command?.Command, null, command?.Why, null, null, (grain, by, id) => grain.Close(command! with { Command = id }, by));

    public Task<Answer<IncidentView>> Receive(Credential caller, string incident, ReceiptCommand command)
        => command is null || !Enum.IsDefined(command.Channel)
            ? Task.FromResult<Answer<IncidentView>>(new Refusal(RefusalCode.Malformed, "channel is none of terminal, radio, phone"))
            : Command(caller, incident, command.Command, command.Op, "received", null, null, (grain, by, id) => grain.Receive(command with { Command = id }, by));

    public Task<Answer<IncidentView>> Confirm(Credential caller, string incident, ConfirmCommand command)
        => Command(caller, incident, command?.Command, null, command?.Why, null, command?.Role ?? "", (grain, by, id) => grain.Confirm(command! with { Command = id }, by));

    public Task<Answer<IncidentView>> Decline(Credential caller, string incident, ConfirmCommand command)
        => Command(caller, incident, command?.Command, null, command?.Why, null, command?.Role ?? "", (grain, by, id) => grain.Decline(command! with { Command = id }, by));

    public async Task<Answer<Done>> SetAutomatic(Credential caller, AreaId area, bool on, string why, string? command = null)
    {
        var admitted = await mandates.OverArea(caller, area.Value);
        if (admitted.Refusal is { } shut)
            return shut;
        if ((ReportCheck.Text(why, 1, Why, "why") ?? IdCheck(command)) is { } text)
            return text;
        var given = command ?? NewId();
        return area.Value is { } id && index.City.TryArea(id, out _)
            ? await inward.Ask(() => GrainFactory.GetGrain<IAreaGrain>(id).SetMode(on ? DispatchMode.Automatic : DispatchMode.Manual, why, admitted.Value!.Name, given))
            : new Refusal(RefusalCode.Unknown, $"the city has no area '{area.Value}'");
    }

    private async Task<Answer<IncidentView>> Command(
        Credential caller, string incident, string? command, OperationId? op, string? why, ResponderId? responder, string? role,
        Func<IIncidentGrain, string, string, Task<Answer<IncidentView>>> act)
    {
        var admitted = await mandates.OverIncident(caller, incident);
        if (admitted.Refusal is { } shut)
            return shut;
        if ((ReportCheck.Text(why, 1, Why, "why") ?? (role is null ? null : ReportCheck.Text(role, 1, Role, "role")) ?? IdCheck(command)) is { } text)
            return text;
        if (op is { Value: null })
            return new Refusal(RefusalCode.Malformed, "op is missing");
        if (responder is { } who && (who.Value is null || !index.City.TryResponder(who.Value, out _)))
            return new Refusal(RefusalCode.Unknown, $"the city has no responder '{who.Value}'");
        return IncidentId.TryParse(incident, out var id)
            ? await Carry(Incident(id), command ?? NewId())
            : NoSuchIncident(incident);

        Task<Answer<IncidentView>> Carry(IIncidentGrain grain, string given) => inward.Ask(() => act(grain, admitted.Value!.Name, given));
    }

    // A command without an id is still asked for twice at most from here, and must be known the second time.
    internal static string NewId() => Guid.NewGuid().ToString("N");

    internal static Refusal? IdCheck(string? command) => command is null ? null : ReportCheck.Text(command, 1, IncidentCommand.LongestId, "command");

    private IIncidentGrain Incident(IncidentId id) => GrainFactory.GetGrain<IIncidentGrain>(id.Value);

    internal static Refusal NoSuchIncident(string? incident) => new(RefusalCode.Unknown, $"there is no incident '{Places.Short(incident ?? "")}'");
}
