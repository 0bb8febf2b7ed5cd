using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Plans;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents.Handling;

/// <summary>Beginnings of cases.</summary>
internal static class CaseStory
{
    public static readonly ResponsePlan VerifyFirst = OneCar with { Id = "verify", VerifyFirst = true };

    public static IncidentStory Reported(ReportContent report, bool trusted, Finder? finder = null)
    {
        var story = new IncidentStory();
        return story.Does(Intake.Report(story.Course, report, AreaId.Parse("s-1"), Start, null, false, trusted, finder, Start));
    }
}
