using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;

namespace CityGuard.Web.Desk.Acts;

/// <summary>A person's word on what the policy recommends.</summary>
public static class AdviceActs
{
    /// <summary>Send those who are recommended.</summary>
    public static DeskAct Confirm { get; } = Of("Confirm", "O", call => call.Door<IIncidentFront>().Confirm(call.Caller, call.Incident, Command(call)));

    /// <summary>Have somebody else recommended.</summary>
    public static DeskAct Decline { get; } = Of("Decline", "N", call => call.Door<IIncidentFront>().Decline(call.Caller, call.Incident, Command(call)));

    public static IReadOnlyList<DeskAct> All { get; } = [Confirm, Decline];

    private static DeskAct Of(string id, string key, Func<ActCall, Task<Answer<IncidentView>>> give)
        => new(id, key, ActGroup.Forces, scene => scene.IsOpen && scene.View.Roles?.Any(role => role.Advised.Count > 0) == true, give)
        {
            Ready = scene => scene.Advised is not null,
            OfRole = true,
        };

    private static ConfirmCommand Command(ActCall call) => new(call.Order.Role!, call.Why, call.Version, call.Id);
}
