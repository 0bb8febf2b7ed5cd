using System.Collections.Concurrent;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Responders;
using CityGuard.Client;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Responders;

namespace CityGuard.Faults.Tests.Campaign;

/// <summary>Crews that answer their orders as fast as they can, and write down what they were told; and their trackers.</summary>
internal sealed class Crews(CityGuardClient client, AckLog acks, IReadOnlyList<ResponderProfile> responders, Func<DateTimeOffset> clock)
{
    private static readonly TimeSpan TrackingPeriod = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<(IncidentId Incident, OperationId Op), bool> _taken = new();
    private int _underWay;
    private int _handled;

    /// <summary>Steps that have been sent and not answered.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>Orders that were followed to their end.</summary>
    public int Handled => Volatile.Read(ref _handled);

    /// <summary>Steps that the city refused: its right when the order was overtaken; anything but a conflict also fails the campaign.</summary>
    public ConcurrentBag<string> Refusals { get; } = [];

    /// <summary>Steps that no retry brought to an answer, and that were sent again.</summary>
    public ConcurrentQueue<string> Repeated { get; } = [];

    /// <summary>What no crew should meet, as soon as one has met it.</summary>
    public Exception? Fallen { get; private set; }

    public Task Run(IReadOnlyList<AreaId> districts, CancellationToken stop)
        => Task.WhenAll([.. districts.Select(d => Answer(d, stop)), Track(stop)]);

    private async Task Answer(AreaId district, CancellationToken stop)
    {
        var steps = new List<Task>();
        try
        {
            await foreach (var order in client.AreaOrdersAsync(district, stop))
            {
                // Orders are told again after a restart; a crew that has begun goes on.
                if (!order.Recall && _taken.TryAdd((order.Incident, order.Op), true))
                    steps.Add(Follow(order));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(steps);
        }
    }

    private async Task Follow(Order order)
    {
        try
        {
            await Handle(order);
        }
        catch (Exception fault)
        {
            Fallen = fault;
            throw;
        }
    }

    private async Task Handle(Order order)
    {
        // An order is told only after the grant is in the journal.
        acks.Add(nameof(AssignmentGranted), order.Incident.Value, order.Op.Value);
        foreach (var step in (AssignmentProgress[])[AssignmentProgress.Accepted, AssignmentProgress.EnRoute, AssignmentProgress.OnScene, AssignmentProgress.Cleared])
            if (!await Report(order, step))
                break;
        Interlocked.Increment(ref _handled);
    }

    private async Task<bool> Report(Order order, AssignmentProgress step)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            await client.ReportProgressAsync(order, step, clock(), CancellationToken.None);
            acks.Add(nameof(ProgressRecorded), order.Incident.Value, $"{order.Op}/{char.ToLowerInvariant(step.ToString()[0])}{step.ToString()[1..]}");
            return true;
        }
        catch (CityGuardException nobody) when (nobody.Code is RefusalCode.Unavailable)
        {
            // Every retry of the SDK met a door that was shut or hung: a crew presses the button again.
            Repeated.Enqueue($"{DateTime.UtcNow:mm:ss} {order.Incident} {order.Op} {step}: {nobody.Reason}");
            return await Report(order, step);
        }
        catch (CityGuardException refused)
        {
            Refusals.Add($"{order.Incident} {order.Op} {step}: {refused.Code}, {refused.Reason}");
            if (refused.Code is not RefusalCode.Conflict)
                throw;
            return false;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private async Task Track(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TrackingPeriod);
        try
        {
            do
            {
                var now = clock();
                await Sent([.. responders.Where(r => r.Premises is null).Select(r => new PositionReport(r.Id.Value, r.Post.Lat, r.Post.Lon, now))], stop);
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException)
        {
            // The load is over.
        }
    }

    private async Task Sent(PositionReport[] positions, CancellationToken stop)
    {
        try
        {
            await client.ReportPositionsAsync(positions, stop);
        }
        catch (CityGuardException unavailable) when (unavailable.Code == RefusalCode.Unavailable)
        {
            // The host is down; an old position is worth nothing.
        }
    }
}
