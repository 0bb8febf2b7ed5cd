using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Incidents;

namespace CityGuard.Benchmarks.Live;

/// <summary>Incidents from report to closed, everything through the Front.</summary>
internal sealed class WholeIncident(LiveCity live, string run, IncidentSort sort)
{
    private static readonly string[] Steps = ["accepted", "onScene", "cleared"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private long _number;

    /// <summary>Reports; answered when durable.</summary>
    public async Task<IncidentId> Report(Random chance)
    {
        var cell = PickCell(chance);
        var report = new IncidentReport(run, Interlocked.Increment(ref _number).ToString(System.Globalization.CultureInfo.InvariantCulture), sort.Type, sort.Severity, new Location(Cell: live.City.Cells.Id(cell).Value));
        var answer = await live.Incidents.Report(live.Caller, report);
        return answer.IsOk ? answer.Value!.Id : throw new InvalidOperationException(answer.Refusal!.Reason);
    }

    /// <summary>Waits until everybody has his order.</summary>
    public Task<IReadOnlyList<Order>> Ordered(IncidentId incident) => live.Orders.Take(incident, sort.Roles, Patience);

    /// <summary>Plays the crews until the incident is closed.</summary>
    public async Task Handle(IncidentId incident, IReadOnlyList<Order> orders)
    {
        // Watched from outside: asking again and again would be load of ours, not of the city.
        var closed = live.Journal.WhenClosed(incident);
        foreach (var step in Steps)
            foreach (var order in orders)
                await Tell(order, step);
        await closed.WaitAsync(Patience);
    }

    /// <summary>From report to closed.</summary>
    public async Task Whole(Random chance)
    {
        var incident = await Report(chance);
        await Handle(incident, await Ordered(incident));
    }

    private async Task Tell(Order order, string step)
    {
        var status = new StatusReport(step, TimeProvider.System.GetUtcNow(), order.Incident.Value, order.Op.Value, order.Epoch);
        var answer = await live.Responders.ReportStatus(live.Caller, order.Responder.Value, status);
        if (!answer.IsOk)
            throw new InvalidOperationException($"{step}: {answer.Refusal!.Reason}");
    }

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
