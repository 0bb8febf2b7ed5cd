using CityGuard.Domain.Plans;

namespace CityGuard.Grains.Hosting;

/// <summary>How incidents are dispatched where nobody has said otherwise.</summary>
public sealed class DispatchOptions
{
    /// <summary>How much goes by itself. An area's own word wins.</summary>
    public DispatchMode Mode { get; set; } = DispatchMode.Automatic;

    /// <summary>Waiting times between tries for a role that nobody fits; the last one repeats. Default 5, 10, 20, 40, 60 s.</summary>
    public IReadOnlyList<TimeSpan> RetryAfter { get; set; } =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(60)];

    /// <summary>An incident that its sector has not taken up by then asks directly. Default 250 ms.</summary>
    public TimeSpan NudgeAfter { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Wait before asking again a board that is rebuilding or an actor that did not answer. Default 1 s.</summary>
    public TimeSpan AskAgainAfter { get; set; } = TimeSpan.FromSeconds(1);

    internal TimeSpan Retry(int tries) => RetryAfter[Math.Min(tries, RetryAfter.Count - 1)];
}
