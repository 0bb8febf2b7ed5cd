namespace CityGuard.Web.Panels;

/// <summary>One viewer's hold on one area.</summary>
public sealed class PanelWatch : IDisposable
{
    private readonly Func<AreaPicture> _latest;
    private readonly Action<PanelWatch> _leave;
    private readonly Action _changed;
    // The viewer's language travels with its context; the poller has its own.
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    internal PanelWatch(Func<AreaPicture> latest, Action<PanelWatch> leave, object topic, Action changed)
        => (_latest, _leave, Topic, _changed) = (latest, leave, topic, changed);

    public AreaPicture Latest => _latest();

    internal object Topic { get; }

    internal void Tell()
    {
        if (_context is null)
            _changed();
        else
            ExecutionContext.Run(_context, _ => _changed(), null);
    }

    public void Dispose() => _leave(this);
}
