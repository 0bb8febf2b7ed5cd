using System.Collections.Concurrent;
using CityGuard.Abstractions.Feed;
using CityGuard.Web.Map;
using Microsoft.Extensions.Hosting;

namespace CityGuard.Web.Feed;

/// <summary>Merges all relays into one picture and writes each change of it once for all viewers. Without viewers it hears nothing and costs nothing.</summary>
internal sealed class FeedHub(ICityMapSource map, RelayWatch relays, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);
    private readonly ConcurrentDictionary<Viewer, bool> _viewers = [];
    private readonly Lock _gate = new();
    private CityPicture? _picture;

    public int Viewers => _viewers.Count;

    public Viewer Join()
    {
        var viewer = new Viewer();
        _viewers[viewer] = true;
        return viewer;
    }

    public void Leave(Viewer viewer) => _viewers.TryRemove(viewer, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            relays.Attend(wanted: !_viewers.IsEmpty, Hear, Silence);
            Send();
        }
    }

    /// <summary>Writes what changed since the last call and hands it to every viewer.</summary>
    internal void Send()
    {
        if (_viewers.IsEmpty)
            return;
        var now = time.GetUtcNow();
        lock (_gate)
        {
            var picture = Picture();
            var change = FrameWriter.Write(picture.TakeChange(now, relays.Silent));
            byte[]? snapshot = null;
            foreach (var viewer in _viewers.Keys)
            {
                if (viewer.WantsSnapshot(now))
                    viewer.OfferSnapshot(snapshot ??= FrameWriter.Write(picture.Everything(now, relays.Silent)), now);
                else
                    viewer.OfferChange(change);
            }
        }
    }

    internal void Hear(int relay, FeedFrame frame)
    {
        lock (_gate)
            Picture().Apply(relay, frame);
    }

    internal void Silence(int relay, bool forGood)
    {
        lock (_gate)
        {
            if (forGood)
                Picture().Forget(relay);
            else
                Picture().Silence(relay);
        }
    }

    private CityPicture Picture() => _picture ??= new CityPicture(map.City.Responders.Length, map.City.Cells.Ids.Length, map.City.Targets.Length);
}
