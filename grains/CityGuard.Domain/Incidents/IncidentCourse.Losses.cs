using System.Collections.Immutable;

namespace CityGuard.Domain.Incidents;

public sealed partial record IncidentCourse
{
    /// <summary>Roles that lost somebody since they were last decided on: another is looked for at once, whatever clock they waited for.</summary>
    public ImmutableHashSet<string> Vacated { get; init; } = [];

    /// <summary>True while a clock that has not fired holds back this role.</summary>
    public bool IsHeldBack(string role, DateTimeOffset now) => !Vacated.Contains(role) && Clocks.Exists(clock => clock.Due > now && clock.Holds(role));
}
