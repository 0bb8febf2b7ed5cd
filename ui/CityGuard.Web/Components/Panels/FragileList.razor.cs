using System.Globalization;
using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Readiness;
using CityGuard.Web.Panels;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CityGuard.Web.Components.Panels;

/// <summary>Targets about to break: who alone holds them, or which party is missing. The Front's order stands: gravest first.</summary>
public sealed partial class FragileList(IJSRuntime js)
{
    private ElementReference _rows;

    [Parameter, EditorRequired]
    public IReadOnlyList<FragileTarget> Targets { get; set; } = [];

    /// <summary>How many are fragile in all; null: not known.</summary>
    [Parameter]
    public int? Total { get; set; }

    [Parameter]
    public string? Selected { get; set; }

    [Parameter]
    public EventCallback<FragileTarget> Chosen { get; set; }

    private List<FragileTarget> Items { get; set; } = [];

    private string Count => Total > Targets.Count ? L["List.Of", Targets.Count, Total]
        : Targets.Count.ToString(CultureInfo.InvariantCulture) + (Total is null && Targets.Count >= FragilePart.Most ? "+" : "");

    protected override void OnParametersSet() => Items = [.. Targets];

    // Nobody named: the level itself is the reason.
    private static string WhyKey(ReadinessLevel level) => level switch
    {
        ReadinessLevel.Late => "Fragile.Late",
        ReadinessLevel.Dark => "Fragile.Nobody",
        _ => LevelWords.Key(level),
    };

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? ListKeys.Rove(js, _rows) : Task.CompletedTask;
}
