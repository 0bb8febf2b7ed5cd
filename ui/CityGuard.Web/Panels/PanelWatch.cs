namespace CityGuard.Web.Panels;

/// <summary>One viewer's hold on one area.</summary>
public sealed class PanelWatch : IDisposable
{
    private readonly Func<AreaPicture> _latest;
    private readonly Action<PanelWatch> _leave;
    private readonly Action _changed;

    internal PanelWatch(Func<AreaPicture> latest, Action<PanelWatch> leave, object topic, Action changed)
        => (_latest, _leave, Topic, _changed) = (latest, leave, topic, changed);

    public AreaPicture Latest => _latest();

    internal object Topic { get; }

    internal void Tell() => _changed();

    public void Dispose() => _leave(this);
}
