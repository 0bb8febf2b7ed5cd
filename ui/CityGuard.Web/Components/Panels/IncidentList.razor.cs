using System.Globalization;
using CityGuard.Abstractions.Incidents;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CityGuard.Web.Components.Panels;

/// <summary>Open incidents of the area in view. The Front's order stands: it has cut the list by it.</summary>
public sealed partial class IncidentList(IJSRuntime js)
{
    private ElementReference _rows;

    [Parameter, EditorRequired]
    public IReadOnlyList<IncidentLine> Incidents { get; set; } = [];

    /// <summary>How many are open in all; null: not known.</summary>
    [Parameter]
    public int? Total { get; set; }

    [Parameter]
    public string? Selected { get; set; }

    [Parameter]
    public EventCallback<IncidentLine> Chosen { get; set; }

    private List<IncidentLine> Items { get; set; } = [];

    // Summary and list are two answers of two moments: fewer in all than are listed is no news.
    private string Count => Total > Incidents.Count ? L["List.Of", Incidents.Count, Total] : Incidents.Count.ToString(CultureInfo.InvariantCulture);

    protected override void OnParametersSet() => Items = [.. Incidents];

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? ListKeys.Rove(js, _rows) : Task.CompletedTask;

    private string Who(IncidentLine line) => line.Responders switch
    {
        [] => "",
        [var one] => Names.CallSign(one),
        [var one, ..] => $"{Names.CallSign(one)} +{line.Responders.Count - 1}",
    };
}
