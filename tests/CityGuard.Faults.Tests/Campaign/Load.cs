using System.Diagnostics;
using System.Text.Json;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Wire;
using CityGuard.Cities.Sample;
using CityGuard.Client;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Campaign;

/// <summary>Callers and crews at work through the SDK, without pause, whatever happens to the city; and what they were told, written down.</summary>
internal sealed class Load : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly AreaId[] Districts = [AreaId.Parse("d-01"), AreaId.Parse("d-02")];

    private readonly CancellationTokenSource _endOfCalls = new(), _endOfWork = new();
    private readonly ITestOutputHelper _output;
    private readonly CityGuardClient _client;
    private readonly AckLog _acks;
    private readonly Task _calling, _working;
    private int _closedByHand;

    private Load(ITestOutputHelper output, SamplePackage folder, string key, Doors doors, int callers, Func<DateTimeOffset> clock)
    {
        var city = SampleCity.Build();
        _output = output;
        Doors = doors;
        _acks = new AckLog(folder.Notes);
        _client = new CityGuardClient(new CityGuardClientOptions
        {
            BaseAddress = new Uri("http://city"), // the doors put a node in its place
            ApiKey = key,
            HttpHandler = doors,
            AttemptTimeout = TimeSpan.FromSeconds(5),
            RetryDelay = TimeSpan.FromMilliseconds(50),
            MaxRetryDelay = TimeSpan.FromMilliseconds(500),
        });
        Crews = new Crews(_client, _acks, city.Responders, clock);
        Callers = new Callers(_client, _acks, [.. city.Cells.Ids.Select(c => c.Value)], () => Crews.Handled + Volatile.Read(ref _closedByHand));
        _calling = Callers.Run(callers, _endOfCalls.Token);
        _working = Crews.Run(Districts, _endOfWork.Token);
    }

    public Doors Doors { get; }

    public Crews Crews { get; }

    public Callers Callers { get; }

    /// <summary>Facts that somebody was told are durable.</summary>
    public int Acknowledged => _acks.Count;

    /// <param name="output">Where it tells what was done.</param>
    /// <param name="folder">Where it writes down what it was told.</param>
    /// <param name="key">Of callers and crews.</param>
    /// <param name="nodes">Where the city is reached, at any moment.</param>
    /// <param name="callers">So many at once.</param>
    /// <param name="now">The crews' clock; null: the machine's.</param>
    public static Load Start(ITestOutputHelper output, SamplePackage folder, string key, Func<IReadOnlyList<string>> nodes, int callers = 8, Func<DateTimeOffset>? now = null)
        => new(output, folder, key, new Doors(nodes), callers, now ?? (() => DateTimeOffset.UtcNow));

    /// <summary>Waits until so many facts more were acknowledged; whoever has failed meanwhile fails here.</summary>
    public async Task More(int facts)
    {
        var before = Acknowledged;
        await Until.True(() => Acknowledged - before >= facts || _calling.IsFaulted || _working.IsFaulted || Crews.Fallen is not null, Patience);
        Crews.Fallen.ShouldBeNull();
        if (_calling.IsFaulted || _working.IsFaulted)
            await Task.WhenAny(_calling, _working).Unwrap();
    }

    /// <summary>A dispatcher closes what is open now: its crews' times are refused.</summary>
    public async Task CloseOpen()
    {
        foreach (var incident in Callers.Reported.Keys)
            if (await _client.GetIncidentAsync(incident) is { State: not IncidentState.Closed })
            {
                await _client.CloseAsync(incident, new CloseCommand("the clocks were wrong", Command: $"close-{incident.Value[2..]}"));
                Interlocked.Increment(ref _closedByHand);
            }
    }

    /// <summary>Nobody calls any more; every incident comes to its end; then the crews go home.</summary>
    public async Task ComeToRest()
    {
        await _endOfCalls.CancelAsync();
        await _calling;
        foreach (var refusal in Crews.Refusals.Take(20))
            _output.WriteLine(refusal);
        foreach (var incident in await AllClosed())
            _acks.Add(nameof(Closed), incident.Value, null);
        await _endOfWork.CancelAsync();
        await _working;
        _acks.Dispose();
        _output.WriteLine($"{Callers.Reported.Count} incidents reported, {Crews.Handled} orders handled, {Crews.Refusals.Count} steps refused, {Crews.Repeated.Count} sent again by hand; {Acknowledged} facts acknowledged; {Doors.CutOff} writes cut off and sent again, {Doors.Closed} doors found closed, {Callers.KeptUntold} reports kept though their caller was not told");
    }

    public async ValueTask DisposeAsync()
    {
        await _endOfCalls.CancelAsync();
        await _endOfWork.CancelAsync();
        _acks.Dispose();
        _client.Dispose();
        _endOfCalls.Dispose();
        _endOfWork.Dispose();
    }

    private async Task<IReadOnlyCollection<IncidentId>> AllClosed()
    {
        var open = Callers.Reported.Keys.ToHashSet();
        var closed = new List<IncidentId>();
        var waited = Stopwatch.StartNew();
        while (open.Count > 0 && waited.Elapsed < Patience)
        {
            Crews.Fallen.ShouldBeNull();
            foreach (var incident in open.ToList())
                if (await _client.GetIncidentAsync(incident) is { State: IncidentState.Closed } && open.Remove(incident))
                    closed.Add(incident);
        }

        foreach (var incident in open)
        {
            _output.WriteLine($"{JsonSerializer.Serialize(await _client.GetIncidentAsync(incident), CityGuardJson.Options)}");
            foreach (var refusal in Crews.Refusals.Where(r => r.StartsWith(incident.Value, StringComparison.Ordinal)))
                _output.WriteLine(refusal);
        }

        open.ShouldBeEmpty("incidents that never came to an end");
        return closed;
    }
}
