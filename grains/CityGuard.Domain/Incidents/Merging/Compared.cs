using CityGuard.Domain.Geography;

namespace CityGuard.Domain.Incidents.Merging;

/// <summary>What of an incident is held against another.</summary>
/// <param name="Type">Incident type key.</param>
/// <param name="Place">Where.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Text">What the caller said, as far as whoever asks may read it; null: nothing.</param>
public sealed record Compared(string Type, GeoPoint Place, DateTimeOffset ReceivedAt, string? Text = null);
