using CityGuard.Abstractions.Readiness;
using CityGuard.Web.Panels;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CityGuard.Web.Components.Panels;

/// <summary>Drill-down of the police tree: city, district, sector, beat, each with its own figures. The weakest stand first.</summary>
public sealed partial class AreaTree(IJSRuntime js)
{
    private ElementReference _rows;

    [Parameter, EditorRequired]
    public AreaPicture Picture { get; set; } = AreaPicture.Empty("");

    [Parameter]
    public EventCallback<string> Chosen { get; set; }

    private List<ReadinessSummary> Items { get; set; } = [];

    // Order by whole percents: rows that jump about every second cannot be read.
    protected override void OnParametersSet()
        => Items = [.. (Picture.Summary?.Children ?? []).OrderByDescending(c => Math.Round(Shares.Weak(c) * 100)).ThenBy(c => c.Area.Id.Value, StringComparer.Ordinal)];

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? ListKeys.Rove(js, _rows) : Task.CompletedTask;
}
