using CityGuard.Domain.Incidents;

namespace CityGuard.Grains.Incidents;

/// <summary>On stream <c>incidents</c>, keyed by sector: this incident has something to be taken up. A hint, never truth.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.IncidentHint")]
internal sealed record IncidentHint([property: Id(0)] IncidentId Incident, [property: Id(1)] long Version);
