using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Web.Session;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CityGuard.Web.Panels;

/// <summary>Asks the Front about once a second for each area that somebody looks at, once for all who look; nobody looks, nothing is asked.</summary>
public sealed class CityPanels(IGrainFactory grains, IServiceCredential service, TimeProvider time, ILogger<CityPanels> log) : BackgroundService
{
    public const int MostIncidents = 200, MostFragile = 100;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Topic> _topics = [];

    /// <summary>Follows an area until disposed. <paramref name="changed"/> is called from another thread.</summary>
    public PanelWatch Watch(string area, Action changed)
    {
        lock (_gate)
        {
            if (!_topics.TryGetValue(area, out var topic))
                _topics[area] = topic = new Topic(area);
            var watch = new PanelWatch(() => topic.Latest, Leave, topic, changed);
            topic.Watches.Add(watch);
            // The newcomer does not wait for the next round.
            if (topic.Watches.Count == 1)
                topic.Asking = Ask(topic);
            return watch;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            AskAll();
    }

    /// <summary>Asks for every watched area that is not being asked for already.</summary>
    internal void AskAll()
    {
        lock (_gate)
            foreach (var topic in _topics.Values.Where(t => t.Asking.IsCompleted))
                topic.Asking = Ask(topic);
    }

    private async Task Ask(Topic topic)
    {
        await Task.Yield();
        try
        {
            var readiness = grains.GetGrain<IReadinessFront>(0);
            var summary = readiness.Summary(service.Credential, topic.Area);
            var fragile = readiness.Fragile(service.Credential, topic.Area, MostFragile);
            var open = grains.GetGrain<IIncidentFront>(0).Open(service.Credential, topic.Area, MostIncidents);
            await Task.WhenAll(summary, fragile, open);
            topic.Latest = topic.Latest with
            {
                Summary = (await summary).Value ?? topic.Latest.Summary,
                Fragile = (await fragile).Value ?? topic.Latest.Fragile,
                Open = (await open).Value ?? topic.Latest.Open,
                At = time.GetUtcNow(),
                Trouble = Reason(await summary) ?? Reason(await fragile) ?? Reason(await open),
            };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning("The panels of {Area} could not be fetched: {Reason}", topic.Area, failure.Message);
            topic.Latest = topic.Latest with { Trouble = failure.Message };
        }

        List<PanelWatch> told;
        lock (_gate)
            told = [.. topic.Watches];
        foreach (var watch in told)
            watch.Tell();
    }

    private static string? Reason<T>(Answer<T> answer) => answer.Refusal?.Reason;

    private void Leave(PanelWatch watch)
    {
        lock (_gate)
        {
            var topic = (Topic)watch.Topic;
            topic.Watches.Remove(watch);
            if (topic.Watches.Count == 0 && _topics.GetValueOrDefault(topic.Area) == topic)
                _topics.Remove(topic.Area);
        }
    }

    private sealed class Topic(string area)
    {
        public string Area => area;

        public List<PanelWatch> Watches { get; } = [];

        public AreaPicture Latest { get; set; } = AreaPicture.Empty(area);

        public Task Asking { get; set; } = Task.CompletedTask;
    }
}
