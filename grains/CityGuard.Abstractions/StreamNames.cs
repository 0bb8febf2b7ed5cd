namespace CityGuard.Abstractions;

/// <summary>Orleans streams. They carry hints, never truth.</summary>
public static class StreamNames
{
    /// <summary>The stream provider.</summary>
    public const string Provider = "city";

    /// <summary>Namespace keyed by sector: an incident that wants to be taken up.</summary>
    public const string Incidents = "incidents";

    /// <summary>Namespace keyed by sector: how an incident stands now, for the live feed and for what counts open and late ones.</summary>
    public const string Activity = "activity";
}
