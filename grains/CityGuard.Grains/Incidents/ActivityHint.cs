namespace CityGuard.Grains.Incidents;

/// <summary>On stream <c>activity</c>, keyed by city: something was journaled. Counters listen; a hint, never truth.</summary>
/// <param name="Stream">Journal stream.</param>
/// <param name="Version">Version of the last event of the append.</param>
/// <param name="Kinds">Kinds of the events appended.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.ActivityHint")]
internal sealed record ActivityHint([property: Id(0)] string Stream, [property: Id(1)] long Version, [property: Id(2)] string[] Kinds);
