namespace CityGuard.Grains.Telemetry;

/// <summary>What one incident adds to the figures of its silo; the default: nothing.</summary>
internal readonly record struct IncidentStanding(bool IsOpen, bool IsOverdue, int Pending);
