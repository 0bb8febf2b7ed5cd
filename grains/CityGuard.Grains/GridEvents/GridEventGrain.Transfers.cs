using CityGuard.Abstractions;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Journaling;

namespace CityGuard.Grains.GridEvents;

/// <summary>
/// Handing over between 12345 and 110. What was handed over is journaled here first; the incident is told until it is known to be open. The door tells it at once;
/// when that is lost, this does.
/// </summary>
internal sealed partial class GridEventGrain
{
    private DateTimeOffset? _toldAt;

    /// <summary>When the incident is told (again); null: it knows, or there is none.</summary>
    private DateTimeOffset? TellAt => State.Transfer is { TakenAt: null, Said: var said }
        ? _toldAt is { } told ? told + options.Value.AskAgainAfter : said.At + options.Value.NudgeAfter
        : null;

    public async Task<Answer<PassedTo110>> TransferTo110(TransferOrder order)
    {
        if (State.Step == GridEventStep.None)
            return Unknown();
        var objection = await Execute(course => !course.Commands.ContainsKey(order.Command) && order.IfVersion is { } seen && seen != Version
            ? new Objection(ObjectionKind.Conflict, $"the event has moved on to version {Version}: it is {course.Step.Key()}")
            : GridEventRules.Transfer(
                course, Terms, Id, order.Type, order.Severity,
                order.Place is { } place ? (place, index.City.Cells.Id(order.Cell), order.Target < 0 ? null : index.City.Targets[order.Target].Id) : null,
                order.By.ToActor(), order.Why, Now, order.Command));
        Arm();
        if (objection is not null)
            return objection.ToRefusal();
        var transfer = State.Transfer!;
        return new PassedTo110(transfer.Said.To, transfer.TakenAt is null ? await ReportOf(transfer.Said) : null);
    }

    public async Task TransferTaken(IncidentId by) => await Execute(course => GridEventRules.TransferTaken(course, by, Now), confirm: true);

    public async Task HandedOn(OpenGridEvent report) => await Report(report);

    /// <summary>Tells the incident that was handed over, and again later: what it answers ends that.</summary>
    private async Task TellIncident()
    {
        if (State.Transfer is not { TakenAt: null, Said: var said } || TellAt > Now)
            return;
        _toldAt = Now;
        GrainFactory.GetGrain<IIncidentGrain>(said.To.Value).HandedOn(await ReportOf(said)).Ignore();
    }

    /// <summary>What the incident is told. Its text comes from the vault, and the incident seals it under a key of its own.</summary>
    private async Task<OpenIncident> ReportOf(EventTransferred said)
    {
        var collected = State.Collected!;
        return new OpenIncident(
            Transfers.From12345, Stream, said.Type, said.Severity, said.Place, index.City.TryCell(said.Cell.Value, out var cell) ? cell : throw new InvalidOperationException($"the city has no cell {said.Cell}"),
            said.Target is { } id && index.City.TryTarget(id.Value, out var target) ? target : -1, collected.Report.OccurredAt, said.At, ReportChannels.Call12345,
            collected.Vault is { } reference ? await vault.Open(reference) : null, LinkedTo: Id);
    }

    /// <summary>The incident that became this is told, each time it asks.</summary>
    private void Acknowledge(IncidentId? asking)
    {
        if (asking is { } from && State.Collected?.LinkedTo == from)
            GrainFactory.GetGrain<IIncidentGrain>(from.Value).TransferTaken(Id).Ignore();
    }
}
