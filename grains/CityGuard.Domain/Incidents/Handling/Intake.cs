using CityGuard.Domain.Areas;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>Who found it and may handle it at once (谁发现谁处置).</summary>
/// <param name="Responder">Who.</param>
/// <param name="Epoch">Its ownership epoch when it was asked.</param>
/// <param name="Role">The role it fills.</param>
public sealed record Finder(ResponderId Responder, long Epoch, string Role)
{
    /// <summary>Role of a finder whom no role of the plan asks for.</summary>
    public const string ExtraRole = "first";

    /// <summary>The first role of the plan that takes a responder of this kind; null: the plan sends nobody, so the finder reports and goes on.</summary>
    public static string? RoleOf(ResponsePlan? plan, string kind, IReadOnlyList<string> capabilities)
        => plan is { Roles.Count: 0 } ? null
            : plan?.Roles.FirstOrDefault(role => (role.Kinds.Count == 0 || role.Kinds.Contains(kind)) && role.Capabilities.All(capabilities.Contains))?.Role ?? ExtraRole;
}

/// <summary>How a report becomes an incident: whether it is believed, and whether its finder handles it.</summary>
public static class Intake
{
    /// <summary>
    /// Opens it or keeps a differing repeat, as <see cref="IncidentRules.Report"/> does. What nobody vouches for is marked; who found it is asked for in
    /// the same breath, by the usual protocol: when it is held or off line the policy dispatches.
    /// </summary>
    public static Decision<IncidentEvent> Report(
        IncidentCourse course, ReportContent report, AreaId sector, DateTimeOffset receivedAt, string? vault, bool personalDiffers, bool trusted, Finder? finder, DateTimeOffset now,
        GridEventId? linkedTo = null)
    {
        var decision = IncidentRules.Report(course, report, sector, receivedAt, vault, personalDiffers, now);
        if (decision.Events is not [Opened opened])
            return decision;
        var opens = (trusted ? opened : opened with { Unverified = true }) with { LinkedTo = linkedTo };
        return finder is null
            ? opens
            : new IncidentEvent[]
            {
                opens, new AssignmentRequested(IncidentRules.NextOp(course), finder.Responder, finder.Role, finder.Epoch, 0, null, "found it", null, opened.At),
            };
    }
}
