using System.Collections.Immutable;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Geography;
using CityGuard.Web.Components.Layout;
using CityGuard.Web.Components.Map;
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
    private static readonly string[] Keys = ["m", "i", "t", "a", "d", "g", "?", "escape", .. Rooms.KeysFrom("/")];

    private MapView? _map;
    private PanelWatch? _watch;
    private Selection? _selection;
    private readonly PageKeys<Live> _keys = new(js);
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
        _ = session.WhenOver(() => InvokeAsync(LeaveWithSession), _gone.Token);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _keys.Listen(this, Keys);
        else
            await FollowFocus();
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
                await _keys.Focus("#detail");
                break;
            case "g":
                await GoToArea(names.CityArea);
                break;
            case "?":
                await ShowShortcuts();
                break;
            case "escape":
                await Close();
                break;
            default:
                navigation.NavigateTo(Rooms.PathFrom("/", key)!);
                return;
        }

        StateHasChanged();
    }

    private void Watch(string area)
    {
        _watch?.Dispose();
        _area = area;
        _watch = panels.Watch(area, () => InvokeAsync(StateHasChanged));
    }

    // The panels are asked for with the server's own credential: nothing of them stays.
    private void LeaveWithSession()
    {
        _watch?.Dispose();
        (_watch, _selection) = (null, null);
        StateHasChanged();
        navigation.NavigateTo("/", forceLoad: true);
    }

    // Whoever chose by keyboard goes on in the details, and back to where they came from.
    private async Task FollowFocus()
    {
        var shown = _selection is not null;
        if (!_keys.AreHeard || (!shown && !_shown))
            return;
        _shown = shown;
        await _keys.Do(shown ? "enterDetail" : "leaveDetail");
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

    private Task FocusRow(string panel) => _keys.Focus($"[data-testid={panel}] [data-row]");

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
        _watch?.Dispose();
        await _keys.DisposeAsync();
    }
}
