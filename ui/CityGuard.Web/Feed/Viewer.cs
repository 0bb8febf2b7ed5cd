using System.Threading.Channels;

namespace CityGuard.Web.Feed;

/// <summary>
/// One browser. It falls behind at most a few frames: then its queue is emptied and one snapshot makes up for it, at most every 5 s.
/// Offered to by the hub's loop only.
/// </summary>
internal sealed class Viewer
{
    public const int MostQueued = 24;
    public static readonly TimeSpan SnapshotPause = TimeSpan.FromSeconds(5);

    private readonly Channel<byte[]> _queue = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MostQueued) { SingleWriter = true });
    private DateTimeOffset _snapshotAt = DateTimeOffset.MinValue;

    public ChannelReader<byte[]> Frames => _queue.Reader;

    /// <summary>True at first and after an overflow: changes are of no use to it.</summary>
    public bool Behind { get; private set; } = true;

    public bool WantsSnapshot(DateTimeOffset now) => Behind && now - _snapshotAt >= SnapshotPause;

    public void OfferSnapshot(byte[] frame, DateTimeOffset now)
    {
        _snapshotAt = now;
        Behind = !_queue.Writer.TryWrite(frame);
    }

    public void OfferChange(byte[] frame)
    {
        if (Behind || _queue.Writer.TryWrite(frame))
            return;
        Behind = true;
        while (_queue.Reader.TryRead(out _))
        {
            // Stale frames are worth nothing once a snapshot is on its way.
        }
    }
}
