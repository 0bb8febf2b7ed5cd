using System.Globalization;

namespace CityGuard.Faults.Host;

/// <summary>A clock that somebody sets: the machine's, and so many seconds as the file in <c>CITYGUARD_TEST_CLOCK</c> says. Time that is waited for passes as always.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);
    private readonly string _file = Environment.GetEnvironmentVariable("CITYGUARD_TEST_CLOCK")!;
    private readonly Lock _gate = new();
    private TimeSpan _off;
    private long _looked;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            if (_looked == 0 || GetElapsedTime(_looked) > LookAgain)
            {
                _off = TimeSpan.FromSeconds(double.Parse(File.ReadAllText(_file), CultureInfo.InvariantCulture));
                _looked = GetTimestamp();
            }

            return base.GetUtcNow() + _off;
        }
    }
}
