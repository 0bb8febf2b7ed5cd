using CityGuard.Abstractions;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Grains.GridEvents;

namespace CityGuard.Grains.Incidents;

/// <summary>
/// Handing over between 110 and 12345. What was handed over is journaled here first, with the closing; the ticket is told until it is known to be open, and the
/// incident does not close before that.
/// </summary>
internal sealed partial class IncidentGrain
{
    public async Task<Answer<PassedTo12345>> TransferTo12345(TransferTo12345Command command, Who by)
    {
        var answer = await Command(
            new CaseCommand.Transfer(command.Category, by.Name, command.Why), command.Command, command.IfVersion, _ => null,
            course => Transferring.Begin(course, Id, command.Category, by.Name, by.IsPerson, command.Why, Now, command.Command));
        if (answer.Refusal is { } refusal)
            return refusal;
        return new PassedTo12345(State.Case.Transfer!.To, Transferring.Owed(State) is { } owed ? await ReportOf(owed) : null);
    }

    public async Task TransferTaken(GridEventId by)
    {
        await Execute(course => Transferring.Taken(course, by, Now), confirm: true);
        await Drive();
    }

    public async Task HandedOn(OpenIncident report) => await Report(report);

    /// <summary>Tells the ticket, and again later: what it answers ends that. The door comes first.</summary>
    private async Task<bool> HandOn(Transferred owed)
    {
        if (owed.At + services.Options.NudgeAfter is var soon && soon > Now)
        {
            Alarm(soon);
            return false;
        }

        GrainFactory.GetGrain<IGridEventGrain>(owed.To.Value).HandedOn(await ReportOf(owed)).Ignore();
        return Later();
    }

    /// <summary>What the ticket is told. Its text comes from the vault, and the ticket seals it under a key of its own.</summary>
    private async Task<OpenGridEvent> ReportOf(Transferred said)
    {
        var report = State.Report!;
        return new OpenGridEvent(
            Transfers.From110, Stream, said.Category, report.Place,
            services.Index.City.TryCell(report.Cell.Value, out var cell) ? cell : throw new InvalidOperationException($"the city has no cell {report.Cell}"),
            TargetOf(report), report.OccurredAt, said.At, ReportChannels.Call110, new Who(said.By, said.IsPerson, null),
            State.Vault is { } reference ? await services.Vault.Open(reference) : null, Id);
    }

    /// <summary>The ticket that became this is told, each time it asks.</summary>
    private void Acknowledge(GridEventId? asking)
    {
        if (asking is { } from && State.Case.LinkedTo == from)
            GrainFactory.GetGrain<IGridEventGrain>(from.Value).TransferTaken(Id).Ignore();
    }
}
