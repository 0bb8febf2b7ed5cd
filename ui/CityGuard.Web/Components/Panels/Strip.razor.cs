using System.Globalization;
using CityGuard.Abstractions.Readiness;
using CityGuard.Web.Panels;
using Microsoft.AspNetCore.Components;

namespace CityGuard.Web.Components.Panels;

/// <summary>The figures of the area in view, people first: empty hills must not drown the centre.</summary>
public sealed partial class Strip(CityNames names, TimeProvider time)
{
    private static readonly TimeSpan Old = TimeSpan.FromSeconds(15);

    [Parameter, EditorRequired]
    public ReadinessSummary? Summary { get; set; }

    private int? Planned => Summary?.Strength.Sum(s => s.Planned);

    private int? Actual => Summary?.Strength.Sum(s => s.Actual);

    private int? Busy => Summary?.Strength.Sum(s => s.Busy);

    private bool IsOld => Summary is not null && time.GetUtcNow() - Summary.OldestData > Old;

    private string StrengthByKind
        => string.Join('\n', (Summary?.Strength ?? []).Select(s => $"{names.Kind(s.Kind)} {Number(s.Planned)} / {Number(s.Actual)}"));

    private static string Number(int? count) => count?.ToString("#,0", CultureInfo.InvariantCulture) ?? "–";
}
