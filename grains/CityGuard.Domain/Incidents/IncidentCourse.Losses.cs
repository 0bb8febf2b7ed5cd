using System.Collections.Immutable;
using CityGuard.Domain.Incidents.Handling;

namespace CityGuard.Domain.Incidents;

public sealed partial record IncidentCourse
{
    /// <summary>Roles that lost somebody since they were last decided on: another is looked for at once, whatever clock they waited for.</summary>
    public ImmutableHashSet<string> Vacated { get; init; } = [];

    /// <summary>Roles that too few fitted, and how far away they are looked for.</summary>
    public ImmutableDictionary<string, RoleReach> Reaches { get; init; } = ImmutableDictionary<string, RoleReach>.Empty;

    /// <summary>Requests to neighbour cities, in order; request <c>n</c> is the n-th.</summary>
    public ImmutableList<PartnerRequest> Partners { get; init; } = [];

    /// <summary>True while a clock that has not fired holds back this role.</summary>
    public bool IsHeldBack(string role, DateTimeOffset now) => !Vacated.Contains(role) && Clocks.Exists(clock => clock.Due > now && clock.Holds(role));
}
