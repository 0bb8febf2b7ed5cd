using CityGuard.Abstractions;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.GridEvents;
using CityGuard.Web.Components.Events;
using CityGuard.Web.Components.Layout;
using CityGuard.Web.Events;
using CityGuard.Web.Map;
using CityGuard.Web.Panels;
using CityGuard.Web.Resources;
using CityGuard.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;

namespace CityGuard.Web.Components.Pages;

/// <summary>Grid events and 12345 tickets: what is due, what was done with it and by whom, and what is to be done next. Everything by mouse and by keyboard.</summary>
public sealed partial class Events(
    CityNames names, EventQuestions questions, ICityMapSource source, IStringLocalizer<Text> texts, IDialogService dialogs, SessionAccess session, EventCommands commands,
    NavigationManager navigation, IJSRuntime js, IGrainFactory grains, TimeProvider time)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    // A list asks every event of an area, and nothing in it is due within seconds.
    private const int EventEvery = 2, ListEvery = 10;

    private static readonly string[] Keys = ["q", "d", "?", "escape", .. Rooms.KeysFrom("/events"), .. EventActions.All.Select(act => act.Key.ToLowerInvariant())];
    private static readonly string[] Steps = [.. Enum.GetValues<GridEventStep>().Where(step => step.IsOpen()).Select(step => step.Key())];

    private readonly CancellationTokenSource _gone = new();
    private readonly PageKeys<Events> _keys = new(js);
    private readonly EventWork _work = new(grains, session.Credential);
    private UserSession? _user;
    private Refusal? _lost;
    private bool _asking;

    /// <summary>An event that another page sends the person here for.</summary>
    [SupplyParameterFromQuery]
    public string? Event { get; set; }

    private CityNames Names => names;

    private IStringLocalizer<Text> L => texts;

    /// <summary>The person's own area and what lies one level down.</summary>
    private IEnumerable<Area> Choices => source.City.Areas.Where(a => a.Id.Value == Home || (a.Parent?.Value == Home && a.Kind is AreaKind.District or AreaKind.Sector));

    private string Home => _user?.Area?.Value ?? names.CityArea;

    // What the page offers; the door decides again.
    private bool MayCommand => _work.Event is { } view && _user?.Scopes.HasFlag(Scope.Command) == true
        && (_user.Area is not { } area || names.PathTo(view.Line.Sector.Value).Any(above => above.Id == area));

    protected override async Task OnInitializedAsync()
    {
        _user = await session.Current();
        _ = Follow();
        _ = session.WhenOver(() => InvokeAsync(() => navigation.NavigateTo("/events", forceLoad: true)), _gone.Token);
        if (Event is not null)
            await _work.Open(Event);
        await _work.Filter(Home, null, false);
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _keys.Listen(this, Keys) : Task.CompletedTask;

    [JSInvokable]
    public async Task OnKey(string key)
    {
        switch (key)
        {
            case "q":
                await _keys.Focus("[data-testid=events] [data-row]");
                break;
            case "d":
                await _keys.Focus("#detail");
                break;
            case "?":
                await ShowShortcuts();
                break;
            case "escape":
                _lost = null;
                break;
            default:
                if (Rooms.PathFrom("/events", key) is { } path)
                    navigation.NavigateTo(path);
                else if (EventActions.All.FirstOrDefault(act => act.Key.Equals(key, StringComparison.OrdinalIgnoreCase)) is { Key: not null } known
                    && MayCommand && EventActions.Fits(known.Action, _work.Event!.Line))
                    await Ask(known.Action);
                break;
        }

        StateHasChanged();
    }

    private Task Filter(string area, string? step, bool lateOnly) => _work.Filter(area, step, lateOnly);

    private Task ChooseStep(ChangeEventArgs chosen) => Filter(_work.Area, (string)chosen.Value! is { Length: > 0 } step ? step : null, _work.LateOnly);

    private async Task Open(string id)
    {
        _lost = null;
        await _work.Open(id);
    }

    /// <summary>Asks what has to be said, and gives the command on the picture that was shown when it was asked for.</summary>
    private async Task Ask(EventAction action)
    {
        if (_asking || _work.Event is not { } seen)
            return;
        _asking = true;
        Answer<GridEventView>? answer = null;
        try
        {
            var dialog = await dialogs.ShowAsync<EventDialog>(texts[$"Events.{action}"], questions.Of(action, seen), new DialogOptions { CloseOnEscapeKey = true });
            if (await dialog.Result is { Canceled: false, Data: EventChoice said })
                answer = await commands.Give(new EventOrder(action, seen, said.Why, said.Choice, said.Also));
        }
        finally
        {
            // Before the list is renewed: the next act may be asked for as soon as it is offered.
            _asking = false;
        }

        if (answer is not null)
            await Take(answer);
    }

    private async Task Take(Answer<GridEventView> answer)
    {
        _lost = answer.Refusal;
        if (answer.Value is { } view)
            await _work.Show(view);
        else
            await _work.Refresh();
        StateHasChanged();
    }

    private async Task Follow()
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            for (var beat = 1; await timer.WaitForNextTickAsync(_gone.Token); beat++)
                await InvokeAsync(async () =>
                {
                    if (beat % EventEvery == 0)
                        await _work.Refresh();
                    if (beat % ListEvery == 0)
                        await _work.RefreshList();
                    StateHasChanged();
                });
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // The person left.
        }
    }

    private Task<IDialogReference> ShowShortcuts() => dialogs.ShowAsync<ShortcutsDialog>(
        texts["Keys.Title"], new DialogParameters<ShortcutsDialog> { { d => d.Events, true } }, new DialogOptions { CloseOnEscapeKey = true, CloseButton = true });

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
        await _keys.DisposeAsync();
    }
}
