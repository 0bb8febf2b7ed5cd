using System.Globalization;
using CityGuard.Abstractions.Readiness;
using CityGuard.Web.Map;
using Microsoft.AspNetCore.Components;

namespace CityGuard.Web.Components.Panels;

/// <summary>The figures of the area in view, people first: empty hills must not drown the centre.</summary>
public sealed partial class Strip(TimeProvider time, ICityMapSource city)
{
    // What counts is no older than the longest that a kind's position may be: only what is older, from a sector that fell silent, is a cause for alarm.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    [Parameter, EditorRequired]
    public ReadinessSummary? Summary { get; set; }

    private int? Planned => Summary?.Strength.Sum(s => s.Planned);

    private int? Actual => Summary?.Strength.Sum(s => s.Actual);

    /// <summary>Posted whose state no board has heard: neither there nor missing.</summary>
    private int? Unheard => Summary?.Strength.Sum(s => s.Unknown);

    private int? Busy => Summary?.Strength.Sum(s => s.Busy);

    /// <summary>The kind that is shortest of its plan even if all were there of whom nothing is heard: the sum of all hides it.</summary>
    private Strength? Shortest => Summary?.Strength.Where(s => s.Actual + s.Unknown < s.Planned).MinBy(s => (double)s.Actual / s.Planned);

    private string? DutyHint => Summary?.Duty?.Order is { } order ? $"{Names.Area(order.Area.Value)}, {order.By}: {order.Why} ({Clock.DateAndTimeOf(order.Until)})" : null;

    private bool IsOld => Summary?.OldestData is { } oldest && time.GetUtcNow() - oldest > Longest + Grace;

    private TimeSpan Longest => TimeSpan.FromSeconds(city.City.Kinds.Max(kind => kind.FreshPositionSeconds ?? kind.FreshAwaySeconds) ?? 0);

    private string Age => Summary?.OldestData is { } oldest ? Clock.AgeOf(oldest) : "–";

    private string StrengthByKind
        => string.Join('\n', (Summary?.Strength ?? []).Select(s => $"{Names.Kind(s.Kind)} {Number(s.Planned)} / {Number(s.Actual)}"));

    private static string Number(int? count) => count?.ToString("#,0", CultureInfo.InvariantCulture) ?? "–";
}
