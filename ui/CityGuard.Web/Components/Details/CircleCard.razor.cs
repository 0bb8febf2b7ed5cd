using System.Globalization;
using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Readiness;
using Microsoft.AspNetCore.Components;

namespace CityGuard.Web.Components.Details;

/// <summary>The circle of a cell or target: its standard, who would reach it in how many seconds, who alone holds it, who is missing.</summary>
public sealed partial class CircleCard
{
    [Parameter, EditorRequired]
    public string Kind { get; set; } = "";

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter, EditorRequired]
    public CircleView? View { get; set; }

    [Parameter]
    public string? Trouble { get; set; }

    [Parameter]
    public EventCallback<Selection> Chosen { get; set; }

    private string RingText(ResponseRing ring)
    {
        var kinds = ring.Kinds.Count == 0 ? L["Detail.AnyKind"].Value : string.Join(L["Punctuation.List"], ring.Kinds.Select(Names.Kind));
        return ring.DistinctKinds > 1 ? L["Detail.RingOfKinds", ring.Count, ring.DistinctKinds, kinds] : L["Detail.RingOf", ring.Count, kinds];
    }

    private string Meter(Reacher reacher)
    {
        var part = Math.Clamp(reacher.Seconds / Math.Max(1, View!.Standard.OutermostSeconds), 0.02, 1);
        return (part * 100).ToString("0", CultureInfo.InvariantCulture) + "%";
    }
}
