using CityGuard.Abstractions.Incidents;

namespace CityGuard.Field.Calls;

/// <summary>One call that will be made.</summary>
/// <param name="At">When, Unix milliseconds.</param>
/// <param name="Report">What is said.</param>
internal readonly record struct Call(long At, IncidentReport Report);
