using CityGuard.Abstractions.Incidents;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CityGuard.Web.Components.Panels;

/// <summary>Open incidents of the area in view: late ones first, then the graver, then the younger.</summary>
public sealed partial class IncidentList(IJSRuntime js)
{
    private ElementReference _rows;

    [Parameter, EditorRequired]
    public IReadOnlyList<IncidentLine> Incidents { get; set; } = [];

    [Parameter]
    public string? Selected { get; set; }

    [Parameter]
    public EventCallback<IncidentLine> Chosen { get; set; }

    private List<IncidentLine> Items { get; set; } = [];

    protected override void OnParametersSet()
        => Items = [.. Incidents.OrderByDescending(i => i.Late).ThenByDescending(i => i.Severity).ThenByDescending(i => i.ReceivedAt)];

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? ListKeys.Rove(js, _rows) : Task.CompletedTask;

    private string Who(IncidentLine line) => line.Responders switch
    {
        [] => "",
        [var one] => Names.CallSign(one),
        [var one, ..] => $"{Names.CallSign(one)} +{line.Responders.Count - 1}",
    };
}
