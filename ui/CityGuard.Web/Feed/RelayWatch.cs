using CityGuard.Abstractions.Feed;
using CityGuard.Web.Session;
using Microsoft.Extensions.Logging;

namespace CityGuard.Web.Feed;

/// <summary>Keeps one subscription per relay while anybody looks: finds relays, renews leases, asks for snapshots after a gap, notices silence.</summary>
internal sealed class RelayWatch(IGrainFactory grains, IServiceCredential service, TimeProvider time, ILogger<RelayWatch> log)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan GapPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SilentAfter = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, RelayLink> _links = [];
    private Task _round = Task.CompletedTask;
    private DateTimeOffset _nextRound = DateTimeOffset.MinValue, _wantedAt = DateTimeOffset.MinValue;
    private int _numbers;

    /// <summary>Relays that are listed but not heard.</summary>
    public int Silent { get; private set; }

    /// <summary>Called at every tick of the hub; starts a round of calls when one is due and none is under way.</summary>
    public void Attend(bool wanted, Action<int, FeedFrame> hear, Action<int, bool> silence)
    {
        var now = time.GetUtcNow();
        if (wanted)
            _wantedAt = now;
        if (!_round.IsCompleted || now < _nextRound || (!wanted && _links.Count == 0))
            return;
        var keep = now - _wantedAt < Linger;
        _nextRound = now + Round;
        _round = keep ? Follow(hear, silence) : Leave(silence);
    }

    internal async Task Follow(Action<int, FeedFrame> hear, Action<int, bool> silence)
    {
        try
        {
            var listed = await grains.GetGrain<IFeedDirectory>(0).Relays(service.Credential);
            if (listed.Value is { } keys)
                Update(keys, hear, silence);
            else
                log.LogWarning("The feed's directory refused: {Reason}", listed.Refusal?.Reason);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning("The feed's directory did not answer: {Reason}", failure.Message);
        }

        await Task.WhenAll(_links.Values.Select(Renew));
        JudgeSilence(silence);
        if (_links.Values.Any(link => link.NeedsSnapshot))
            _nextRound = time.GetUtcNow() + GapPause;
    }

    private void Update(IReadOnlyList<string> keys, Action<int, FeedFrame> hear, Action<int, bool> silence)
    {
        foreach (var gone in _links.Keys.Except(keys).ToList())
        {
            _links.Remove(gone, out var link);
            silence(link!.Number, true);
        }

        foreach (var key in keys.Where(key => !_links.ContainsKey(key)))
        {
            var link = new RelayLink(_numbers++, key, hear) { HeardAt = time.GetUtcNow() };
            link.Reference = grains.CreateObjectReference<IFeedObserver>(link);
            _links[key] = link;
        }
    }

    private async Task Renew(RelayLink link)
    {
        var front = grains.GetGrain<IFeedFront>(link.Key);
        try
        {
            if (link.NeedsSnapshot)
            {
                var snapshot = await front.Subscribe(service.Credential, link.Reference!, Lease);
                if (snapshot.Value is not { } frame)
                    return;
                await link.Frame(frame);
            }
            else if (!(await front.Renew(service.Credential, link.Reference!, Lease)).IsOk)
            {
                // The relay restarted or our lease ran out: only a snapshot puts us right.
                link.Unsettle();
                return;
            }

            link.HeardAt = time.GetUtcNow();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            link.Unsettle();
            log.LogWarning("Relay {Relay} did not answer: {Reason}", link.Key, failure.Message);
        }
    }

    private void JudgeSilence(Action<int, bool> silence)
    {
        var now = time.GetUtcNow();
        foreach (var link in _links.Values)
        {
            var silent = now - link.HeardAt > SilentAfter;
            if (silent && !link.IsSilent)
                silence(link.Number, false);
            link.IsSilent = silent;
        }

        Silent = _links.Values.Count(link => link.IsSilent);
    }

    private async Task Leave(Action<int, bool> silence)
    {
        foreach (var link in _links.Values.ToList())
        {
            _links.Remove(link.Key);
            silence(link.Number, true);
            try
            {
                await grains.GetGrain<IFeedFront>(link.Key).Unsubscribe(link.Reference!);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogDebug("Relay {Relay} was gone already: {Reason}", link.Key, failure.Message);
            }
        }
    }
}
