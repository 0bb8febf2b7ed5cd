using System.Collections.Concurrent;
using CityGuard.Abstractions.Incidents;
using CityGuard.Client;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal.Invariants;
using CityGuard.Domain.Responders;

namespace CityGuard.Benchmarks.Cluster;

/// <summary>Whole incidents through the SDK, one after the other by each caller: reported, ordered, driven to, cleared, closed; every acknowledgement written down.</summary>
internal sealed class ClusterLoad : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<(IncidentId, OperationId), bool> _taken = new();
    private readonly ConcurrentDictionary<IncidentId, bool> _ended = new();
    private readonly StreamWriter _acked;
    private readonly BenchCluster _cluster;
    private readonly CityGuardClient _client;
    private readonly IReadOnlyList<string> _cells;
    private readonly List<Task> _work = [];
    private int _acks, _closed, _open, _next;

    /// <param name="cluster">Where.</param>
    /// <param name="cells">Where calls come from.</param>
    /// <param name="districts">Whose crews answer.</param>
    /// <param name="patrols">Who tells where he is.</param>
    /// <param name="callers">So many call at once, and so many incidents are open at most.</param>
    /// <param name="pause">Of each caller after a call; null: none.</param>
    public ClusterLoad(BenchCluster cluster, IReadOnlyList<string> cells, IReadOnlyList<AreaId> districts, IReadOnlyList<ResponderProfile> patrols, int callers, TimeSpan? pause = null)
    {
        (_cluster, _cells) = (cluster, cells);
        _acked = new StreamWriter(cluster.Acked, append: true) { AutoFlush = true };
        _client = NewClient();
        _work.Add(Track(patrols));
        _work.AddRange(districts.Select(Answer));
        _work.AddRange(Enumerable.Range(0, callers).Select(_ => Call(callers, pause ?? TimeSpan.Zero)));
    }

    public int Acknowledged => Volatile.Read(ref _acks);

    /// <summary>Incidents of which an order was followed to its end; those that send several are counted once.</summary>
    public int Closed => Volatile.Read(ref _closed);

    public CityGuardClient NewClient(int? retries = null) => new(new CityGuardClientOptions
    {
        BaseAddress = new Uri("http://city"),
        ApiKey = _cluster.Key,
        HttpHandler = new AnyDoor(() => _cluster.Doors),
        AttemptTimeout = TimeSpan.FromSeconds(5),
        RetryDelay = TimeSpan.FromMilliseconds(50),
        MaxRetryDelay = TimeSpan.FromMilliseconds(500),
        MaxRetries = retries ?? 4,
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _acked.DisposeAsync();
        _client.Dispose();
        _stop.Dispose();
    }

    private async Task Call(int mostOpen, TimeSpan pause)
    {
        while (!_stop.IsCancellationRequested)
        {
            if (Volatile.Read(ref _open) >= mostOpen)
            {
                await Task.Delay(5, _stop.Token);
                continue;
            }

            var n = Interlocked.Increment(ref _next);
            Interlocked.Increment(ref _open);
            var receipt = await _client.ReportIncidentAsync(new IncidentReport("bench", $"{n}", "theft", IncidentSeverity.Medium, new Location(Cell: _cells[n * 7_919 % _cells.Count])), _stop.Token);
            Acked(nameof(Opened), receipt.Id, $"bench/{n}");
            await Task.Delay(pause, _stop.Token);
        }
    }

    private async Task Answer(AreaId district)
    {
        await foreach (var order in _client.AreaOrdersAsync(district, _stop.Token))
            if (!order.Recall && _taken.TryAdd((order.Incident, order.Op), true))
                _ = Handle(order);
    }

    private async Task Handle(Abstractions.Responders.Order order)
    {
        Acked(nameof(AssignmentGranted), order.Incident, order.Op.Value);
        try
        {
            foreach (var step in (AssignmentProgress[])[AssignmentProgress.Accepted, AssignmentProgress.EnRoute, AssignmentProgress.OnScene, AssignmentProgress.Cleared])
            {
                await _client.ReportProgressAsync(order, step, DateTimeOffset.UtcNow, _stop.Token);
                Acked(nameof(ProgressRecorded), order.Incident, $"{order.Op}/{char.ToLowerInvariant(step.ToString()[0])}{step.ToString()[1..]}");
            }

            if (!_ended.TryAdd(order.Incident, true))
                return;
            Interlocked.Increment(ref _closed);
            Interlocked.Decrement(ref _open);
        }
        catch (CityGuardException)
        {
            // Overtaken: another crew has it.
        }
    }

    private async Task Track(IReadOnlyList<ResponderProfile> patrols)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(15));
        do
        {
            foreach (var some in patrols.Chunk(500))
                try
                {
                    await _client.ReportPositionsAsync([.. some.Select(p => new Abstractions.Responders.PositionReport(p.Id.Value, p.Post.Lat, p.Post.Lon, DateTimeOffset.UtcNow))], _stop.Token);
                }
                catch (CityGuardException)
                {
                    // An old position is worth nothing.
                }
        }
        while (await timer.WaitForNextTickAsync(_stop.Token));
    }

    private void Acked(string kind, IncidentId incident, string operation)
    {
        var line = new AckedFact(kind, incident.Value, null, operation).ToString();
        lock (_acked)
            _acked.WriteLine(line);
        Interlocked.Increment(ref _acks);
    }

    /// <summary>Each attempt goes to the next node.</summary>
    private sealed class AnyDoor(Func<IReadOnlyList<string>> doors) : DelegatingHandler(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(1) })
    {
        private int _next;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var open = doors();
            request.RequestUri = new Uri(new Uri(open[(int)((uint)Interlocked.Increment(ref _next) % (uint)open.Count)]), request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
