using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Incidents;

/// <summary>
/// The plan of the incident, by the duty level that its sector says is in force. Once a plan is recorded it stays, whatever becomes of the level:
/// an incident is not turned over in the middle of its course.
/// </summary>
internal sealed partial class IncidentGrain
{
    private string? _duty;

    private ResponsePlan? PlanOf(IncidentCourse course) => services.PlanOf(course, _duty);

    /// <summary>Asks the sector for its level while no plan is recorded; false when it did not answer.</summary>
    private async Task<bool> AskDuty(ISectorGrain sector)
    {
        if (!services.PlansByDuty)
            return true;
        if (await Answer(() => sector.DutyNow()!, "the duty of the sector") is not { } duty)
            return false;
        _duty = duty.Level;
        return true;
    }
}
