using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Merging;

namespace CityGuard.Abstractions.Desk;

/// <summary>Open incidents that may be one event with another, likeliest first.</summary>
/// <param name="Incident">That other.</param>
/// <param name="Version">Version of its stream when this was read.</param>
/// <param name="IsComplete">False when a board nearby did not answer: there may be more.</param>
/// <param name="Similar">What was found, at most as many as the city's rules say.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.SimilarList")]
public sealed record SimilarList(
    [property: Id(0)] IncidentId Incident, [property: Id(1)] long Version, [property: Id(2)] bool IsComplete, [property: Id(3)] IReadOnlyList<SimilarIncident> Similar);

/// <summary>One of them.</summary>
/// <param name="Line">What the board knows of it.</param>
/// <param name="IsElder">True: it came first, and the incident asked about can be merged into it; false: the other way round.</param>
/// <param name="Likeness">Why it may be the same.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.SimilarIncident")]
public sealed record SimilarIncident([property: Id(0)] IncidentLine Line, [property: Id(1)] bool IsElder, [property: Id(2)] Likeness Likeness);
