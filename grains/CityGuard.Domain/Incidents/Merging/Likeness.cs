namespace CityGuard.Domain.Incidents.Merging;

/// <summary>Why two incidents may be one event. What is not known counts for nothing.</summary>
/// <param name="Score">How likely, from all that follows; 0 to 1, 1 where everything agrees.</param>
/// <param name="Metres">How far apart they lie, metres.</param>
/// <param name="SecondsApart">How far apart they were received, seconds.</param>
/// <param name="SameType">True: of one type; false: of types that are mixed up.</param>
/// <param name="WordsInCommon">Share of the shorter text that is found in the other, 0 to 1; null: one of the two says nothing, or may not be read.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Likeness")]
public sealed record Likeness(
    [property: Id(0)] double Score, [property: Id(1)] double Metres, [property: Id(2)] int SecondsApart, [property: Id(3)] bool SameType, [property: Id(4)] double? WordsInCommon);
