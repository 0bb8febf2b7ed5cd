using CityGuard.Domain.Dispatch;

namespace CityGuard.Domain.Incidents.Events;

/// <summary>Too few fitted a role for too long: they are looked for farther away from now on. Its decision in the same append says who was considered.</summary>
/// <param name="Role">The role.</param>
/// <param name="From">How far was looked until now.</param>
/// <param name="Reach">How far from now on.</param>
/// <param name="Found">How many fitted.</param>
/// <param name="Wanted">How many were wanted.</param>
/// <param name="At">When it was recorded.</param>
public sealed record ReachWidened(string Role, Reach From, Reach Reach, int Found, int Wanted, DateTimeOffset At) : IncidentEvent(At);

/// <summary>The role is filled, or wanted no more: whoever is missing next is looked for near the place first.</summary>
/// <param name="Role">The role.</param>
/// <param name="Reach">How far was looked at last.</param>
/// <param name="What">By what it was served: <c>filled</c>, <c>closed</c> or <c>unwanted</c>.</param>
/// <param name="At">When it was recorded.</param>
public sealed record ReachServed(string Role, Reach Reach, string What, DateTimeOffset At) : IncidentEvent(At);
