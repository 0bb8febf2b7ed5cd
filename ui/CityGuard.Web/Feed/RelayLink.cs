using CityGuard.Abstractions.Feed;

namespace CityGuard.Web.Feed;

/// <summary>
/// One relay as we hear it. Frames count up by one within an incarnation; after a gap nothing counts until its snapshot has come.
/// </summary>
internal sealed class RelayLink(int number, string key, Action<int, FeedFrame> apply) : IFeedObserver
{
    private const int MostWaiting = 256;
    private readonly Lock _gate = new();
    private readonly List<FeedFrame> _waiting = [];
    private string? _source;
    private long _seq;
    private bool _settled;

    public int Number => number;

    public string Key => key;

    /// <summary>The reference that Orleans gave for this observer.</summary>
    public IFeedObserver? Reference { get; set; }

    public DateTimeOffset HeardAt { get; set; }

    public bool IsSilent { get; set; }

    /// <summary>True until a snapshot has come, and again after a gap.</summary>
    public bool NeedsSnapshot
    {
        get
        {
            lock (_gate)
                return !_settled;
        }
    }

    /// <summary>Frames counted before now mean nothing any more.</summary>
    public void Unsettle()
    {
        lock (_gate)
            _settled = false;
    }

    public Task Frame(FeedFrame frame)
    {
        lock (_gate)
        {
            if (frame.Snapshot)
                Settle(frame);
            else if (!_settled)
                Wait(frame);
            else
                Follow(frame);
        }

        return Task.CompletedTask;
    }

    private void Settle(FeedFrame snapshot)
    {
        (_source, _seq, _settled) = (snapshot.Source, snapshot.Seq, true);
        apply(number, snapshot);
        // Frames that overtook the snapshot's answer.
        foreach (var frame in _waiting)
            if (_settled)
                Follow(frame);
        _waiting.Clear();
    }

    private void Wait(FeedFrame frame)
    {
        if (_waiting.Count == MostWaiting)
            _waiting.Clear();
        _waiting.Add(frame);
    }

    private void Follow(FeedFrame frame)
    {
        if (frame.Source == _source && frame.Seq <= _seq)
            return;
        if (frame.Source != _source || frame.Seq != _seq + 1)
        {
            _settled = false;
            return;
        }

        _seq = frame.Seq;
        apply(number, frame);
    }
}
