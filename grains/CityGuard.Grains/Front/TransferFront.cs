using CityGuard.Abstractions;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.GridEvents;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Incidents;
using Orleans.Concurrency;

namespace CityGuard.Grains.Front;

/// <summary>
/// The door between 12345 and 110. The side that hands over journals first and owes it to the other; this asks the other at once, so that it is usually open when
/// the person has the answer. A crash in between costs a moment and nothing else.
/// </summary>
[StatelessWorker, Reentrant, GrainType("transfer-front")]
internal sealed class TransferFront(CityIndex index, Mandates mandates, Inward inward) : Grain, ITransferFront
{
    private const int Why = 500;

    private static readonly Refusal Missing = new(RefusalCode.Malformed, "a command is missing");

    public async Task<Answer<TransferReceipt>> To110(Credential caller, string gridEvent, TransferTo110Command command)
    {
        var admitted = await mandates.OverGridEvent(caller, gridEvent);
        if (admitted.Refusal is { } shut)
            return shut;
        if (command is null)
            return Missing;
        if ((Wrong(command.Why, command.Command) ?? Wrong(command.Type, command.Severity)) is { } refusal)
            return refusal;
        if (!GridEventId.TryParse(gridEvent, out var id))
            return new Refusal(RefusalCode.Unknown, $"there is no event '{Places.Short(gridEvent ?? "")}'");
        Located? better = null;
        if (command.Location is not null)
        {
            var located = index.Locate(command.Location);
            if (located.Refusal is { } nowhere)
                return nowhere;
            better = located.Value;
        }

        var order = new TransferOrder(
            command.Type, command.Severity, better?.Place, better?.Cell ?? -1, better?.Target ?? -1, new Who(admitted.Value!.Name, admitted.Value.Role is not null, null), command.Why,
            command.IfVersion, command.Command ?? IncidentFront.NewId());
        var passed = await inward.Ask(() => GrainFactory.GetGrain<IGridEventGrain>(id.Value).TransferTo110(order));
        if (passed.Refusal is { } refused)
            return refused;
        var (incident, report) = passed.Value!;
        return new TransferReceipt(
            id, incident, report is null || (await inward.Ask(() => GrainFactory.GetGrain<IIncidentGrain>(incident.Value).Report(report))).IsOk);
    }

    public async Task<Answer<TransferReceipt>> To12345(Credential caller, string incident, TransferTo12345Command command)
    {
        var admitted = await mandates.OverIncident(caller, incident);
        if (admitted.Refusal is { } shut)
            return shut;
        if (command is null)
            return Missing;
        if ((Wrong(command.Why, command.Command) ?? Wrong(command.Category)) is { } refusal)
            return refusal;
        if (!IncidentId.TryParse(incident, out var id))
            return IncidentFront.NoSuchIncident(incident);
        var (given, by) = (command with { Command = command.Command ?? IncidentFront.NewId() }, new Who(admitted.Value!.Name, admitted.Value.Role is not null, null));
        var passed = await inward.Ask(() => GrainFactory.GetGrain<IIncidentGrain>(id.Value).TransferTo12345(given, by));
        if (passed.Refusal is { } refused)
            return refused;
        var (ticket, report) = passed.Value!;
        return new TransferReceipt(
            ticket, id, report is null || (await inward.Ask(() => GrainFactory.GetGrain<IGridEventGrain>(ticket.Value).Report(report))).IsOk);
    }

    private static Refusal? Wrong(string? why, string? command) => ReportCheck.Text(why, 1, Why, "why") ?? IncidentFront.IdCheck(command);

    private Refusal? Wrong(string? type, IncidentSeverity severity)
        => !Enum.IsDefined(severity) ? new Refusal(RefusalCode.Malformed, "severity is none of low, medium, high, critical")
            : index.City.Rules.IncidentTypes.Any(known => known.Id == type) ? null
            : new Refusal(RefusalCode.Unprocessable, $"type '{Places.Short(type ?? "")}' is not known here");

    private Refusal? Wrong(string? category)
        => index.City.Rules.GridEvents.Category(category) is not null ? null
            : new Refusal(RefusalCode.Unprocessable, $"category '{Places.Short(category ?? "")}' is none of {string.Join(", ", index.City.Rules.GridEvents.Categories.Select(c => c.Id))}");
}
