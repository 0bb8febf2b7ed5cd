using CityGuard.Abstractions.Incidents;

namespace CityGuard.Web.Desk.Acts;

/// <summary>A person's word on what the policy recommends.</summary>
public static class AdviceActs
{
    /// <summary>Send those who are recommended.</summary>
    public static DeskAct Confirm { get; } = new(
        "Confirm", "O", ActGroup.Forces, scene => scene.IsOpen && scene.View.Roles?.Any(role => role.Advised.Count > 0) == true,
        call => call.Door<IIncidentFront>().Confirm(call.Caller, call.Incident, new ConfirmCommand(call.Order.Role!, call.Why, call.Version, call.Id)))
    {
        Ready = scene => scene.Advised is not null,
        OfRole = true,
    };

    public static IReadOnlyList<DeskAct> All { get; } = [Confirm];
}
