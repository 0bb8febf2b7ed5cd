using System.Collections.Immutable;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Incidents;

public sealed partial record IncidentCourse
{
    /// <summary>Whom a person declined for a role in this round: the policy recommends them for it no more.</summary>
    public ImmutableList<(string Role, ResponderId Responder)> Declined { get; init; } = [];

    /// <summary>True when the last recommendation for a role was declined and none has followed.</summary>
    public bool IsDeclined(string role) => Vacated.Contains(role) && Decisions.FindLast(d => d.Role == role) is { } last && last.Chosen.Any(who => Declined.Contains((role, who)));
}
