using CityGuard.Domain.Incidents.Events;

namespace CityGuard.Domain.Incidents;

public static partial class IncidentEvolution
{
    private static IncidentCourse Decline(IncidentCourse course, RecommendationDeclined e) => course with
    {
        Advised = course.Advised.Remove(e.Role),
        Unconfirmed = course.Unconfirmed.Remove(e.Role),
        Vacated = course.Vacated.Add(e.Role),
        Declined = course.Declined.AddRange(e.Chosen.Select(who => (e.Role, who))),
    };
}
