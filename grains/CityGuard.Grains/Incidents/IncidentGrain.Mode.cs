using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;

namespace CityGuard.Grains.Incidents;

/// <summary>What a change of mode means for what is under way.</summary>
internal sealed partial class IncidentGrain
{
    /// <summary>
    /// A clock that sends what nobody has confirmed asks the board first: where a person has taken the area into his own hands meanwhile, the
    /// recommendation is made anew, without a clock.
    /// </summary>
    private async Task<bool> Fire(ResponsePlan plan, DueClock due)
    {
        if (RecommendationRules.Sending(State, plan, due) is { } waiting && plan.Roles.FirstOrDefault(role => role.Role == waiting.Role) is { } role)
        {
            if (await Answer(async () => await Sector.Mode(), "the mode of the area") is not { } word)
                return Later();
            if (word.Mode == DispatchMode.Manual)
                return await Select(plan, [new MissingRole(role, waiting.Wanted.Count)]);
        }

        return await Carried(course => IncidentClockwork.Fire(course, plan, due, services.ChannelsOf, Now));
    }
}
