using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.Plans;

/// <summary>How long an interval of an incident may take.</summary>
/// <param name="Interval">One of <see cref="Intervals"/>.</param>
/// <param name="Seconds">At most so long.</param>
/// <param name="Severities">Severities it is for; null: all. The first that fits counts.</param>
public sealed record IntervalStandard(string Interval, int Seconds, IReadOnlyList<IncidentSeverity>? Severities = null)
{
    /// <summary>Received to dispatched.</summary>
    public const string CallProcessing = "callProcessing";

    /// <summary>Dispatched to en route.</summary>
    public const string Turnout = "turnout";

    /// <summary>En route to on scene.</summary>
    public const string Travel = "travel";

    /// <summary>Received to on scene.</summary>
    public const string Response = "response";

    /// <summary>The intervals there are.</summary>
    public static IReadOnlyList<string> Intervals { get; } = [CallProcessing, Turnout, Travel, Response];
}
