using CityGuard.Abstractions;
using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.People;
using CityGuard.Domain.Responders;
using CityGuard.Web.Components.Desk;
using CityGuard.Web.Components.Layout;
using CityGuard.Web.Desk;
using CityGuard.Web.Desk.Acts;
using CityGuard.Web.Map;
using CityGuard.Web.Panels;
using CityGuard.Web.Resources;
using CityGuard.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;

namespace CityGuard.Web.Components.Pages;

/// <summary>The desk that drives the loop: what is due, what it needs, who could go. Everything by mouse and by keyboard.</summary>
public sealed partial class Desk(
    CityPanels panels, CityNames names, ICityMapSource source, IStringLocalizer<Text> texts, IDialogService dialogs, SessionAccess session, NavigationManager navigation, IJSRuntime js,
    IGrainFactory grains, TimeProvider time, RefusalWords refusals)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private static readonly string[] Keys = ["q", "r", "c", "t", "v", "?", "escape", .. Rooms.KeysFrom("/desk"), .. DeskActs.All.Select(act => act.Key.ToLowerInvariant())];

    private readonly CancellationTokenSource _gone = new();
    private readonly DeskWork _work = new(grains, session.Credential, time);
    private readonly PageKeys<Desk> _keys = new(js);
    private PanelWatch? _watch;
    private ActBar? _acts;
    private UserSession? _user;
    private Refusal? _lost;
    private string _area = names.CityArea;

    /// <summary>Work that another page sends the person here for.</summary>
    [SupplyParameterFromQuery]
    public string? Incident { get; set; }

    private CityNames Names => names;

    private IStringLocalizer<Text> L => texts;

    private RefusalWords Refusals => refusals;

    private AreaPicture Picture => _watch?.Latest ?? AreaPicture.Empty(_area);

    // Late first, since what is late was due before anything that is not; what nobody has promised comes last, the gravest of it first.
    private IReadOnlyList<IncidentLine> Queue =>
    [
        .. Picture.Open.OrderBy(line => line.Due ?? DateTimeOffset.MaxValue).ThenByDescending(line => line.Severity).ThenBy(line => line.ReceivedAt).ThenBy(line => line.Id.Value, StringComparer.Ordinal),
    ];

    /// <summary>The person's own area and what lies one level down.</summary>
    private IEnumerable<Area> Choices => source.City.Areas.Where(a => a.Id.Value == Home || (a.Parent?.Value == Home && a.Kind is AreaKind.District or AreaKind.Sector));

    // What is open at the desk is what aid would be for.
    private string ToAid => _work.Id is { } id ? $"/aid?incident={Uri.EscapeDataString(id)}" : "/aid";

    private string Home => _user?.Area?.Value ?? names.CityArea;

    private IReadOnlyList<PresenceView> Others => [.. Picture.Present.Where(p => p.Incident.Value == _work.Id && p.Name != _user?.Name)];

    private DecisionView? LastDecision => _work.Incident?.Decisions.LastOrDefault(d => _work.Role is null || d.Role == _work.Role);

    private DeskScene? Scene => _work.Scene(_user, AreaId.Parse(names.CityArea));

    // What the page offers; the door decides again.
    private bool MayCommand => _work.Incident is { } view && _user?.Scopes.HasFlag(Scope.Command) == true
        && (_user.Area is not { } area || names.PathTo(view.Sector.Value).Any(above => above.Id == area));

    protected override async Task OnInitializedAsync()
    {
        _user = await session.Current();
        _area = Home;
        _watch = panels.Watch(_area, () => InvokeAsync(StateHasChanged));
        _ = Follow();
        _ = session.WhenOver(() => InvokeAsync(() => navigation.NavigateTo("/desk", forceLoad: true)), _gone.Token);
        if (Incident is not null)
            await _work.Open(Incident);
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _keys.Listen(this, Keys) : Task.CompletedTask;

    [JSInvokable]
    public async Task OnKey(string key)
    {
        switch (key)
        {
            case "q":
                await _keys.Focus("[data-testid=queue] [data-row]");
                break;
            case "r":
                await _keys.Focus("[data-testid=roles] [data-row]");
                break;
            case "c":
                await _keys.Focus("[data-testid=candidates] [data-row]");
                break;
            case "t":
                await _keys.Focus("#timeline");
                break;
            case "v":
                await ShowNewState();
                break;
            case "?":
                await ShowShortcuts();
                break;
            case "m" when _work is { Alike.Similar.Count: > 0, Other: null }:
                await _keys.Focus("[data-testid=similar] [data-row]");
                break;
            case "escape":
                _lost = null;
                _work.Compare(null);
                await _work.Take(null);
                break;
            default:
                if (Rooms.PathFrom("/desk", key) is { } path)
                    navigation.NavigateTo(path == "/aid" ? ToAid : path);
                else if (_acts is { } acts && Scene is { } seen)
                    await acts.Press(key, seen);
                break;
        }

        StateHasChanged();
    }

    // The key leads to the list first; once one of it is chosen it merges.
    private async Task Merge(IncidentId other)
    {
        _work.Compare(other);
        if (_acts is { } acts && Scene is { } seen)
            await acts.Press(MergeActs.Key, seen);
    }

    private async Task Take(ResponderId candidate)
    {
        await _work.Take(candidate);
        if (_acts is { } acts && Scene is { } seen)
            await acts.Take(seen);
    }

    private async Task OnGiven(Answer<IncidentView> answer)
    {
        _lost = answer.Refusal;
        if (answer.Value is { } view)
        {
            _work.Compare(null);
            await _work.Take(null);
            await _work.Show(view);
        }
    }

    private async Task ShowNewState()
    {
        _lost = null;
        await _work.Refresh();
        await _keys.Focus("[data-testid=roles] [data-row]");
    }

    private async Task Open(string id)
    {
        _lost = null;
        await _work.Open(id);
    }

    private void GoTo(ChangeEventArgs chosen)
    {
        _watch?.Dispose();
        _area = (string)chosen.Value!;
        _watch = panels.Watch(_area, () => InvokeAsync(StateHasChanged));
    }

    /// <summary>About once a second everything is looked at again, and every tenth time the others are told that this window is still here.</summary>
    private async Task Follow()
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            for (var beat = 1; await timer.WaitForNextTickAsync(_gone.Token); beat++)
                await InvokeAsync(async () =>
                {
                    await _work.Refresh();
                    if (beat % 10 == 0)
                        await _work.StayThere();
                    StateHasChanged();
                });
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // The person left.
        }
    }

    private Task<IDialogReference> ShowShortcuts() => dialogs.ShowAsync<ShortcutsDialog>(
        texts["Keys.Title"], new DialogParameters<ShortcutsDialog> { { d => d.Desk, true } }, new DialogOptions { CloseOnEscapeKey = true, CloseButton = true });

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
        _watch?.Dispose();
        await _work.Attend(Attention.Left);
        await _keys.DisposeAsync();
    }
}
