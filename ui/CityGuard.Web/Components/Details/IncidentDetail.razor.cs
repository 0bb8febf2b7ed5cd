using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;

namespace CityGuard.Web.Components.Details;

/// <summary>An incident: its times, who holds it, and why they and not others were chosen.</summary>
public sealed partial class IncidentDetail
{
    private IEnumerable<(string Step, DateTimeOffset? At)> Steps =>
    [
        ("Received", View!.Times.ReceivedAt),
        ("Dispatched", View.Times.DispatchedAt),
        ("Accepted", View.Times.AcceptedAt),
        ("EnRoute", View.Times.EnRouteAt),
        ("OnScene", View.Times.OnSceneAt),
        ("Controlled", View.Times.ControlledAt),
        ("Cleared", View.Times.ClearedAt),
        ("Closed", View.Times.ClosedAt),
    ];

    protected override Task<Answer<IncidentView>> Ask(Credential caller, string id) => Grains.GetGrain<IIncidentFront>(0).Get(caller, id);
}
