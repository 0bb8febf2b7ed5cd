using CityGuard.Abstractions;
using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.People;
using CityGuard.Domain.Responders;
using CityGuard.Web.Components.Layout;
using CityGuard.Web.Components.Panels;
using CityGuard.Web.Desk;
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
    CityPanels panels, CityNames names, CityClock clock, ICityMapSource source, IStringLocalizer<Text> texts, IDialogService dialogs, SessionAccess session, DeskCommands commands,
    NavigationManager navigation, IJSRuntime js, IGrainFactory grains, TimeProvider time)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private static readonly string[] Keys = ["q", "r", "c", "t", "s", "a", "x", "w", "e", "v", "l", "n", "?", "escape"];
    private static readonly (DeskAction Action, string Key)[] Acts =
        [(DeskAction.Send, "S"), (DeskAction.Add, "A"), (DeskAction.Change, "X"), (DeskAction.Recall, "W"), (DeskAction.Close, "E")];

    private readonly CancellationTokenSource _gone = new();
    private readonly DeskWork _work = new(grains, session.Credential);
    private PanelWatch? _watch;
    private UserSession? _user;
    private Refusal? _lost;
    private string? _deciding;
    private bool _asking;
    private DotNetObjectReference<Desk>? _self;
    private IJSObjectReference? _module, _keys;
    private string _area = names.CityArea;

    /// <summary>Work that another page sends the person here for.</summary>
    [SupplyParameterFromQuery]
    public string? Incident { get; set; }

    private CityNames Names => names;

    private CityClock Clock => clock;

    private IStringLocalizer<Text> L => texts;

    private AreaPicture Picture => _watch?.Latest ?? AreaPicture.Empty(_area);

    // Late first, since what is late was due before anything that is not; what nobody has promised comes last, the gravest of it first.
    private IReadOnlyList<IncidentLine> Queue =>
    [
        .. Picture.Open.OrderBy(line => line.Due ?? DateTimeOffset.MaxValue).ThenByDescending(line => line.Severity).ThenBy(line => line.ReceivedAt).ThenBy(line => line.Id.Value, StringComparer.Ordinal),
    ];

    /// <summary>The person's own area and what lies one level down.</summary>
    private IEnumerable<Area> Choices => source.City.Areas.Where(a => a.Id.Value == Home || (a.Parent?.Value == Home && a.Kind is AreaKind.District or AreaKind.Sector));

    private string Home => _user?.Area?.Value ?? names.CityArea;

    private IReadOnlyList<PresenceView> Others => [.. Picture.Present.Where(p => p.Incident.Value == _work.Id && p.Name != _user?.Name)];

    private DecisionView? LastDecision => _work.Incident?.Decisions.LastOrDefault(d => _work.Role is null || d.Role == _work.Role);

    // What the page offers; the door decides again.
    private bool MayCommand => _work.Incident is { } view && _user?.Scopes.HasFlag(Scope.Command) == true
        && (_user.Area is not { } area || names.PathTo(view.Sector.Value).Any(above => above.Id == area));

    protected override async Task OnInitializedAsync()
    {
        _user = await session.Current();
        _area = Home;
        _watch = panels.Watch(_area, () => InvokeAsync(StateHasChanged));
        _ = Follow();
        _ = LeaveWithSession();
        if (Incident is not null)
            await _work.Open(Incident);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            _self = DotNetObjectReference.Create(this);
            _module = await js.InvokeAsync<IJSObjectReference>("import", ListKeys.Module);
            _keys = await _module.InvokeAsync<IJSObjectReference>("listen", _self, Keys);
        }
        catch (JSDisconnectedException)
        {
            // The person left at once.
        }
    }

    [JSInvokable]
    public async Task OnKey(string key)
    {
        switch (key)
        {
            case "q":
                await Focus("[data-testid=queue] [data-row]");
                break;
            case "r":
                await Focus("[data-testid=roles] [data-row]");
                break;
            case "c":
                await Focus("[data-testid=candidates] [data-row]");
                break;
            case "t":
                await Focus("#timeline");
                break;
            case "v":
                await ShowNewState();
                break;
            case "l":
                navigation.NavigateTo("/");
                return;
            case "n":
                navigation.NavigateTo("/events");
                return;
            case "?":
                await ShowShortcuts();
                break;
            case "escape":
                _lost = null;
                _work.Take(null);
                break;
            default:
                if (Acts.FirstOrDefault(act => act.Key.Equals(key, StringComparison.OrdinalIgnoreCase)) is { Key: not null } known && MayCommand && May(known.Action))
                    await Ask(known.Action);
                break;
        }

        StateHasChanged();
    }

    private bool May(DeskAction action) => _work.Incident is { State: not (IncidentState.Closing or IncidentState.Closed) } && action switch
    {
        DeskAction.Send or DeskAction.Add => _work is { Role: not null, Candidate: not null },
        DeskAction.Change => _work is { Op: not null, Candidate: not null },
        DeskAction.Recall => _work.Op is not null,
        _ => true,
    };

    private async Task Take(ResponderId candidate)
    {
        _work.Take(candidate);
        if (MayCommand && May(DeskAction.Send))
            await Ask(_work.Op is null ? DeskAction.Send : DeskAction.Change);
    }

    /// <summary>Asks for the reason, and gives the command on the picture that was shown when it was asked for.</summary>
    private async Task Ask(DeskAction action)
    {
        if (_asking || _work.Incident is not { } seen)
            return;
        _asking = true;
        try
        {
            var order = new DeskOrder(action, seen, action == DeskAction.Close ? null : _work.Role, _work.Op, _work.Candidate);
            _deciding = order.Role;
            await _work.Attend(Attention.Deciding, _deciding);
            var dialog = await dialogs.ShowAsync<ReasonDialog>(texts[$"Desk.{action}"], new DialogParameters<ReasonDialog> { { d => d.Means, Means(order) }, { d => d.Presets, Presets(action) } }, new DialogOptions { CloseOnEscapeKey = true });
            if (await dialog.Result is { Canceled: false, Data: string why })
                await Give(order, why);
        }
        finally
        {
            (_asking, _deciding) = (false, null);
        }

        await _work.Attend(Attention.Looking);
    }

    private async Task Give(DeskOrder order, string why)
    {
        var answer = await commands.Give(order, why);
        if (answer.Value is { } view)
        {
            _lost = null;
            _work.Take(null);
            await _work.Show(view);
        }
        else
        {
            _lost = answer.Refusal;
        }

        StateHasChanged();
    }

    private string Means(DeskOrder order)
    {
        var (role, who) = (order.Role is { } r ? texts.Word("Role", r) : "", order.To is { } to ? names.CallSign(to) : "");
        var held = order.Seen.Assignments.FirstOrDefault(a => a.Op == order.Op) is { } assignment ? names.CallSign(assignment.Responder) : "";
        return texts[$"Desk.{order.Action}Means", role, order.Action == DeskAction.Recall ? held : who, held];
    }

    private string[] Presets(DeskAction action) => texts[$"Desk.{action}Presets"].Value.Split('|', StringSplitOptions.TrimEntries);

    private async Task ShowNewState()
    {
        _lost = null;
        await _work.Refresh();
        await Focus("[data-testid=roles] [data-row]");
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
                        await _work.Attend(_deciding is null && !_asking ? Attention.Looking : Attention.Deciding, _deciding);
                    StateHasChanged();
                });
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // The person left.
        }
    }

    private async Task LeaveWithSession()
    {
        try
        {
            await session.Over(_gone.Token);
            await InvokeAsync(() => navigation.NavigateTo("/desk", forceLoad: true));
        }
        catch (OperationCanceledException)
        {
            // The person left first.
        }
    }

    private ValueTask Focus(string selector) => _module?.InvokeVoidAsync("focus", selector) ?? ValueTask.CompletedTask;

    private Task<IDialogReference> ShowShortcuts() => dialogs.ShowAsync<ShortcutsDialog>(
        texts["Keys.Title"], new DialogParameters<ShortcutsDialog> { { d => d.Desk, true } }, new DialogOptions { CloseOnEscapeKey = true, CloseButton = true });

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
        _watch?.Dispose();
        await _work.Attend(Attention.Left);
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
