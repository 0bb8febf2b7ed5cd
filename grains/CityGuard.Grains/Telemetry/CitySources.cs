namespace CityGuard.Grains.Telemetry;

/// <summary>Under which names the city tells what it does: whoever wants to see it listens to these.</summary>
public static class CitySources
{
    /// <summary>Spans of incidents.</summary>
    public const string Incidents = "CityGuard.Incidents";

    /// <summary>Figures of a silo.</summary>
    public const string Figures = "CityGuard";
}
