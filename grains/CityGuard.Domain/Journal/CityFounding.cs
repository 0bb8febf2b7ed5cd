namespace CityGuard.Domain.Journal;

/// <summary>The first start of the city, from its stream: what was never renewed since counts from here.</summary>
/// <param name="At">When.</param>
public sealed record CityFounding(DateTimeOffset At);
