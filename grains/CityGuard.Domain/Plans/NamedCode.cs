using CityGuard.Domain.Areas;

namespace CityGuard.Domain.Plans;

/// <summary>A code that people choose from a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name in both languages.</param>
public sealed record NamedCode(string Id, BilingualName Name);
