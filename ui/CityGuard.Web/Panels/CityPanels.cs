using CityGuard.Web.Session;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CityGuard.Web.Panels;

/// <summary>Asks the Front about once a second for each area that somebody looks at, once for all who look; nobody looks, nothing is asked.</summary>
public sealed class CityPanels(IGrainFactory grains, IServiceCredential service, TimeProvider time, ILogger<CityPanels> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly PanelPart[] _parts = [new SummaryPart(), new FragilePart(), new OpenPart(), new PresentPart()];
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
                Ask(topic);
            return watch;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            AskAll();
    }

    /// <summary>Asks once for every watched area.</summary>
    internal void AskAll()
    {
        lock (_gate)
            foreach (var topic in _topics.Values)
                Ask(topic);
    }

    /// <summary>Asks for every part that is not being asked for already: one silent board must not freeze the others' panels.</summary>
    private void Ask(Topic topic)
    {
        foreach (var part in _parts.Where(part => topic.Asking.GetValueOrDefault(part)?.IsCompleted != false))
            topic.Asking[part] = Follow(topic, part);
    }

    private async Task Follow(Topic topic, PanelPart part)
    {
        await Task.Yield();
        Func<AreaPicture, AreaPicture> change;
        try
        {
            change = await part.Ask(grains, service.Credential, topic.Area);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning("The {Part} of {Area} could not be fetched: {Reason}", part.Name, topic.Area, failure.Message);
            change = picture => part.Fail(picture, failure.Message);
        }

        List<PanelWatch> told;
        lock (_gate)
        {
            topic.Latest = change(topic.Latest);
            told = [.. topic.Watches];
        }

        foreach (var watch in told)
            watch.Tell();
    }

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

        public Dictionary<PanelPart, Task> Asking { get; } = [];
    }
}
