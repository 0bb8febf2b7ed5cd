namespace CityGuard.Abstractions;

/// <summary>Orleans streams. They carry hints, never truth.</summary>
public static class StreamNames
{
    /// <summary>The stream provider.</summary>
    public const string Provider = "city";

    /// <summary>Namespace keyed by sector: a new or changed incident.</summary>
    public const string Incidents = "incidents";
}
