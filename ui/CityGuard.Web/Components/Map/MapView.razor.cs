using System.Globalization;
using CityGuard.Domain.Geography;
using CityGuard.Web.Map;
using CityGuard.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace CityGuard.Web.Components.Map;

/// <summary>A post on the map, and from where it is moved; null: it is not.</summary>
public sealed record PlannedPost(string Who, GeoPoint Place, GeoPoint? From);

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
    private bool _gone;

    [Parameter]
    public EventCallback<Selection> Picked { get; set; }

    /// <summary><c>live</c>, <c>partial</c> (a relay is silent) or <c>lost</c>.</summary>
    [Parameter]
    public EventCallback<string> FeedChanged { get; set; }

    /// <summary>A post was dragged to another place.</summary>
    [Parameter]
    public EventCallback<(string Who, GeoPoint To)> PostMoved { get; set; }

    /// <summary>The map is there.</summary>
    [Parameter]
    public EventCallback Ready { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _self = DotNetObjectReference.Create(this);
        try
        {
            _module = await js.InvokeAsync<IJSObjectReference>("import", Module);
            if (!_gone)
                _map = await _module.InvokeAsync<IJSObjectReference>("create", _element, _self, new
                {
                    Library,
                    Base = $"/live/city/{source.City.Hash}",
                    Socket = "/live/ws",
                    Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "zh" : "en",
                    Words = Words.ToDictionary(word => word, word => texts[word].Value),
                });
            if (_gone)
                await End(); // the page was left while the map was being built
            else
                await Ready.InvokeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone.
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

    [JSInvokable]
    public Task OnPostMoved(string who, double lon, double lat) => PostMoved.InvokeAsync((who, new GeoPoint(lon, lat)));

    /// <summary>Draws posts that can be taken hold of.</summary>
    public ValueTask Plan(IEnumerable<PlannedPost> posts) => _map?.InvokeVoidAsync("plan", (object)posts.Select(post => new
    {
        Id = post.Who,
        post.Place.Lon,
        post.Place.Lat,
        From = post.From is { } from ? new[] { from.Lon, from.Lat } : null,
        Moved = post.From is not null,
    }).ToArray()) ?? ValueTask.CompletedTask;

    /// <summary>Colours cells by a difference: index and difference by turns; empty: none.</summary>
    public ValueTask Compare(double[] flat) => _map?.InvokeVoidAsync("compare", flat) ?? ValueTask.CompletedTask;

    /// <summary>What lies in the middle; null without a map.</summary>
    public async ValueTask<GeoPoint?> Centre() => _map is null ? null : await _map.InvokeAsync<double[]>("centre") is [var lon, var lat] ? new GeoPoint(lon, lat) : null;

    /// <summary>Draws a way; empty: none.</summary>
    public ValueTask Route(IReadOnlyList<GeoPoint> line)
        => _map?.InvokeVoidAsync("route", line.SelectMany(p => new[] { p.Lon, p.Lat }).ToArray()) ?? ValueTask.CompletedTask;

    public ValueTask Focus() => _map?.InvokeVoidAsync("focus") ?? ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _gone = true;
        try
        {
            await End();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone and took the map with it.
        }

        _self?.Dispose();
    }

    private async Task End()
    {
        var (map, module) = (_map, _module);
        (_map, _module) = (null, null);
        if (map is not null)
        {
            await map.InvokeVoidAsync("dispose");
            await map.DisposeAsync();
        }

        if (module is not null)
            await module.DisposeAsync();
    }
}
