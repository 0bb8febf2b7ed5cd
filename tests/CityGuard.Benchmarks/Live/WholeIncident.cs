using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Incidents;

namespace CityGuard.Benchmarks.Live;

/// <summary>Incidents from report to closed, everything through the Front.</summary>
internal sealed class WholeIncident(LiveCity live, string run, IncidentSort sort)
{
    private static readonly string[] Coming = ["accepted", "onScene"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private long _number;

    /// <summary>Reports; answered when durable.</summary>
    public async Task<IncidentId> Report(Random chance)
    {
        var report = new IncidentReport(run, Interlocked.Increment(ref _number).ToString(System.Globalization.CultureInfo.InvariantCulture), sort.Type, sort.Severity, Place(chance));
        var answer = await live.Incidents.Report(live.Caller, report);
        return answer.IsOk ? answer.Value!.Id : throw new InvalidOperationException(answer.Refusal!.Reason);
    }

    /// <summary>Waits for the first order.</summary>
    public async Task<Order> Ordered(IncidentId incident)
    {
        await foreach (var order in live.Orders.Take(incident, 1, Patience))
            return order;
        throw new InvalidOperationException($"{incident}: no order");
    }

    /// <summary>From report to closed: each crew comes as soon as it has its order, and when all are there they clear.</summary>
    public async Task Whole(Random chance) => await Handle(await Report(chance));

    /// <summary>Plays the crews until the incident is closed.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="first">An order that has come already; null: none has.</param>
    public async Task Handle(IncidentId incident, Order? first = null)
    {
        // Watched from outside: asking again and again would be load of ours, not of the city.
        var closed = live.Journal.WhenClosed(incident);
        var there = new List<Order>(sort.Roles);
        if (first is not null)
            await Come(first);
        await foreach (var order in live.Orders.Take(incident, sort.Roles - there.Count, Patience))
            await Come(order);
        foreach (var order in there)
            await Tell(order, "cleared");
        await closed.WaitAsync(Patience);

        async Task Come(Order order)
        {
            foreach (var step in Coming)
                await Tell(order, step);
            there.Add(order);
        }
    }

    private async Task Tell(Order order, string step)
    {
        var status = new StatusReport(step, TimeProvider.System.GetUtcNow(), order.Incident.Value, order.Op.Value, order.Epoch);
        var answer = await live.Responders.ReportStatus(live.Caller, order.Responder.Value, status);
        if (!answer.IsOk)
            throw new InvalidOperationException($"{step}: {answer.Refusal!.Reason}");
    }

    private Location Place(Random chance) => sort.AtTarget
        ? new Location(Target: live.City.Targets[chance.Next(live.City.Targets.Length)].Id.Value)
        : new Location(Cell: live.City.Cells.Id(PickCell(chance)).Value);

    // By demand, so that the load lies where the city's does.
    private int PickCell(Random chance)
    {
        var at = chance.NextDouble();
        var shares = live.City.Demand.CellShare;
        for (var cell = 0; cell < shares.Length; cell++)
            if ((at -= shares[cell]) <= 0)
                return cell;
        return shares.Length - 1;
    }
}
