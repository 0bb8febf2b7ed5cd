using System.Collections.Immutable;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Geography;
using CityGuard.Web.Components.Layout;
using CityGuard.Web.Components.Map;
using CityGuard.Web.Components.Panels;
using CityGuard.Web.Map;
using CityGuard.Web.Panels;
using CityGuard.Web.Resources;
using CityGuard.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;

namespace CityGuard.Web.Components.Pages;

/// <summary>The live picture: one area in view, one thing chosen, and everything about both.</summary>
public sealed partial class Live(CityPanels panels, CityNames names, ICityMapSource source, IStringLocalizer<Text> texts, IDialogService dialogs, SessionAccess session, NavigationManager navigation, IJSRuntime js)
{
    private MapView? _map;
    private PanelWatch? _watch;
    private Selection? _selection;
    private DotNetObjectReference<Live>? _self;
    private IJSObjectReference? _module, _keys;
    private readonly CancellationTokenSource _gone = new();
    private bool _shown;
    private string _area = names.CityArea, _feed = "lost";

    private CityNames Names => names;

    private IStringLocalizer<Text> L => texts;

    private AreaPicture Picture => _watch?.Latest ?? AreaPicture.Empty(_area);

    private ImmutableArray<string> Synthetic => source.City.Synthetic;

    private string SyntheticText => string.Join(texts["Punctuation.List"], Synthetic.Select(what => texts[$"Synthetic.{what}"] is { ResourceNotFound: false } known ? known.Value : what));

    /// <summary>What another page sends the viewer here for, with <see cref="Id"/>.</summary>
    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery]
    public string? Id { get; set; }

    protected override void OnInitialized()
    {
        if (Kind is not null && Id is not null)
            _selection = new Selection(Kind, Id);
        Watch(_area);
        _ = LeaveWithSession();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            if (!firstRender)
            {
                await FollowFocus();
                return;
            }

            _self = DotNetObjectReference.Create(this);
            _module = await js.InvokeAsync<IJSObjectReference>("import", ListKeys.Module);
            _keys = await _module.InvokeAsync<IJSObjectReference>("listen", _self);
        }
        catch (JSDisconnectedException)
        {
            // The viewer left at once.
        }
    }

    [JSInvokable]
    public async Task OnKey(string key)
    {
        switch (key)
        {
            case "m":
                await (_map?.Focus() ?? ValueTask.CompletedTask);
                break;
            case "i":
                await FocusRow("incidents");
                break;
            case "t":
                await FocusRow("fragile");
                break;
            case "a":
                await FocusRow("areas");
                break;
            case "d":
                await (_module?.InvokeVoidAsync("focus", "#detail") ?? ValueTask.CompletedTask);
                break;
            case "k":
                navigation.NavigateTo("/desk");
                return;
            case "n":
                navigation.NavigateTo("/events");
                return;
            case "g":
                await GoToArea(names.CityArea);
                break;
            case "?":
                await ShowShortcuts();
                break;
            case "escape":
                await Close();
                break;
        }

        StateHasChanged();
    }

    private void Watch(string area)
    {
        _watch?.Dispose();
        _area = area;
        _watch = panels.Watch(area, () => InvokeAsync(StateHasChanged));
    }

    // What only the signed-in may see does not outlive their session: the panels are asked for with the server's own credential.
    private async Task LeaveWithSession()
    {
        try
        {
            await session.Over(_gone.Token);
            await InvokeAsync(() =>
            {
                _watch?.Dispose();
                (_watch, _selection) = (null, null);
                StateHasChanged();
                navigation.NavigateTo("/", forceLoad: true);
            });
        }
        catch (OperationCanceledException)
        {
            // The viewer left first.
        }
    }

    // Whoever chose by keyboard goes on in the details, and back to where they came from.
    private async Task FollowFocus()
    {
        var shown = _selection is not null;
        if (_module is null || (!shown && !_shown))
            return;
        _shown = shown;
        await _module.InvokeVoidAsync(shown ? "enterDetail" : "leaveDetail");
    }

    private async Task GoToArea(string area)
    {
        Watch(area);
        if (_map is not null)
            await _map.Show(names.OnMap(area));
    }

    private Task Pick(Selection picked) => Show(picked, go: false);

    private Task Follow(Selection chosen) => Show(chosen, go: true);

    private Task Choose(IncidentLine line) => Show(new Selection(Selection.Incident, line.Id.Value), go: true, line.Place);

    private Task Choose(FragileTarget target) => Show(new Selection(Selection.Target, target.Target.Value), go: true);

    private async Task Show(Selection chosen, bool go, GeoPoint? place = null)
    {
        _selection = chosen;
        if (_map is not null)
            await _map.Select(chosen, go, place);
    }

    private async Task Close()
    {
        if (_selection is null)
            return;
        _selection = null;
        if (_map is not null)
            await _map.Select(null, go: false);
    }

    private string? SelectedOf(string kind) => _selection?.Kind == kind ? _selection.Id : null;

    private void OnFeed(string state) => _feed = state;

    private Task<IDialogReference> ShowShortcuts() => dialogs.ShowAsync<ShortcutsDialog>(texts["Keys.Title"], new DialogOptions { CloseOnEscapeKey = true, CloseButton = true });

    private ValueTask FocusRow(string panel) => _module?.InvokeVoidAsync("focus", $"[data-testid={panel}] [data-row]") ?? ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
        _watch?.Dispose();
        try
        {
            if (_keys is not null)
            {
                await _keys.InvokeVoidAsync("dispose");
                await _keys.DisposeAsync();
            }

            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone.
        }

        _self?.Dispose();
    }
}
