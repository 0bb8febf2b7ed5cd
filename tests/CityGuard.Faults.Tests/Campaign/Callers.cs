using System.Collections.Concurrent;
using CityGuard.Abstractions.Incidents;
using CityGuard.Client;
using CityGuard.Domain.Incidents;
using CityGuard.Tests.Shared;

namespace CityGuard.Faults.Tests.Campaign;

/// <summary>People who report incidents, one after the other each, and write down what they were told.</summary>
internal sealed class Callers(CityGuardClient client, AckLog acks, IReadOnlyList<string> cells, Func<int> handled)
{
    private static readonly string[] Types = ["theft", "disturbance", "traffic"];
    // What a small force has in hand at once; beyond it, incidents would only wait.
    private const int MostOpen = 60;
    private int _underWay;
    private int _keptUntold;

    /// <summary>Reports that have been sent and not answered.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>Reports whose first answer said that they were there already: kept, and their caller had not been told.</summary>
    public int KeptUntold => Volatile.Read(ref _keptUntold);

    /// <summary>Incidents whose report was acknowledged, with the personal text that was in it.</summary>
    public ConcurrentDictionary<IncidentId, string> Reported { get; } = new();

    public Task Run(int callers, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, callers).Select(c => Call(c, stop)));

    private async Task Call(int caller, CancellationToken stop)
    {
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            await Until.True(() => stop.IsCancellationRequested || Reported.Count - handled() < MostOpen, TimeSpan.FromMinutes(5));
            var (id, text) = ($"{caller}-{n}", $"the words of caller {caller} about number {n}");
            var cell = cells[((caller * 7_919) + (n * 31)) % cells.Count];
            var report = new IncidentReport("campaign", id, Types[n % Types.Length], IncidentSeverity.Medium, new Location(Cell: cell), Description: text);
            Interlocked.Increment(ref _underWay);
            try
            {
                // Not cancelled by the end of the load: a report that was sent is followed to its answer.
                var receipt = await client.ReportIncidentAsync(report, CancellationToken.None);
                acks.Add(nameof(Domain.Incidents.Events.Opened), receipt.Id.Value, $"campaign/{id}");
                Reported[receipt.Id] = text;
                if (!receipt.Created)
                    Interlocked.Increment(ref _keptUntold);
            }
            finally
            {
                Interlocked.Decrement(ref _underWay);
            }
        }
    }
}
