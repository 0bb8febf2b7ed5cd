using System.Globalization;
using CityGuard.Domain.Geography;
using CityGuard.Web.Map;
using CityGuard.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace CityGuard.Web.Components.Map;

/// <summary>Holds the map island. The island draws and listens by itself; here only selections pass in and out.</summary>
public sealed partial class MapView(IJSRuntime js, ICityMapSource source, IStringLocalizer<Text> texts)
{
    public const string Module = "/_content/CityGuard.Web/js/island.js";
    private const string Library = "/_content/CityGuard.Web/lib/maplibre-gl/maplibre-gl.mjs";
    private static readonly string[] Words = ["NavigationControl.ZoomIn", "NavigationControl.ZoomOut", "Map.Title"];

    private ElementReference _element;
    private DotNetObjectReference<MapView>? _self;
    private IJSObjectReference? _module, _map;
    private string? _trouble;

    [Parameter]
    public EventCallback<Selection> Picked { get; set; }

    /// <summary><c>live</c>, <c>partial</c> (a relay is silent) or <c>lost</c>.</summary>
    [Parameter]
    public EventCallback<string> FeedChanged { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _self = DotNetObjectReference.Create(this);
        try
        {
            _module = await js.InvokeAsync<IJSObjectReference>("import", Module);
            _map = await _module.InvokeAsync<IJSObjectReference>("create", _element, _self, new
            {
                Library,
                Base = $"/live/city/{source.City.Hash}",
                Socket = "/live/ws",
                Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "zh" : "en",
                Words = Words.ToDictionary(word => word, word => texts[word].Value),
            });
        }
        catch (JSDisconnectedException)
        {
            // The viewer left while the map was being built.
        }
        catch (JSException failure)
        {
            // No WebGL, say: lists and panels are of use without a map.
            _trouble = failure.Message;
            StateHasChanged();
        }
    }

    [JSInvokable]
    public Task OnPicked(string kind, string id) => Picked.InvokeAsync(new Selection(kind, id));

    [JSInvokable]
    public Task OnFeed(string state) => FeedChanged.InvokeAsync(state);

    /// <summary>Marks one thing, and goes there when <paramref name="go"/>; a place helps where the map does not know one.</summary>
    public ValueTask Select(Selection? selection, bool go, GeoPoint? place = null)
        => _map?.InvokeVoidAsync("select", selection?.Kind, selection?.Id, go, place?.Lon, place?.Lat) ?? ValueTask.CompletedTask;

    /// <summary>Shows a whole area.</summary>
    public ValueTask Show(string area) => _map?.InvokeVoidAsync("show", area) ?? ValueTask.CompletedTask;

    /// <summary>Draws what is closed or slower than usual; false when there is no map yet.</summary>
    public async ValueTask<bool> Closures(string geoJson)
    {
        if (_map is null)
            return false;
        await _map.InvokeVoidAsync("closures", geoJson);
        return true;
    }

    /// <summary>Draws a way; empty: none.</summary>
    public ValueTask Route(IReadOnlyList<GeoPoint> line)
        => _map?.InvokeVoidAsync("route", line.SelectMany(p => new[] { p.Lon, p.Lat }).ToArray()) ?? ValueTask.CompletedTask;

    public ValueTask Focus() => _map?.InvokeVoidAsync("focus") ?? ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_map is not null)
            {
                await _map.InvokeVoidAsync("dispose");
                await _map.DisposeAsync();
            }

            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone and took the map with it.
        }

        _self?.Dispose();
    }
}
