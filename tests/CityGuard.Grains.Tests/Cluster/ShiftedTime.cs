namespace CityGuard.Grains.Tests.Cluster;

/// <summary>The clock on the wall, and as much later as a test says.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long _shift;

    public TimeSpan Shift
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _shift));
        set => Interlocked.Exchange(ref _shift, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().Add(Shift);
}
