using CityGuard.Abstractions;
using CityGuard.Abstractions.Roads;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.People;
using CityGuard.Web.Components.Details;
using CityGuard.Web.Components.Layout;
using CityGuard.Web.Components.Map;
using CityGuard.Web.Panels;
using CityGuard.Web.Resources;
using CityGuard.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;

namespace CityGuard.Web.Components.Roads;

/// <summary>What is closed or slower than usual: seen on the map, put up and lifted. By mouse and by keyboard.</summary>
public sealed partial class RoadsRoom(IStringLocalizer<Text> texts, RefusalWords refusals, CityNames names, IDialogService dialogs, NavigationManager navigation, IJSRuntime js) : LiveDetail<RoadsView>
{
    private readonly PageKeys<RoadsRoom> _keys = new(js);
    private MapView? _map;

    /// <summary>Who looks.</summary>
    [Parameter]
    public UserSession? User { get; set; }

    private IStringLocalizer<Text> L => texts;

    private RefusalWords Refusals => refusals;

    private IRoadsFront Roads => Grains.GetGrain<IRoadsFront>(0);

    // Roads are the whole city's: who commands a part of it does not close them.
    private bool MayDirect => User?.Scopes.HasFlag(Scope.Command) == true && User.Role?.Has(CommandRight.Direct) != false && (User.Area is not { } mine || mine.Value == names.CityArea);

    protected override Task<Answer<RoadsView>> Ask(Credential caller, string id) => Roads.Get(caller);

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _keys.Listen(this, ["q", "n", "m", .. Rooms.KeysFrom("/roads")]) : Task.CompletedTask;

    [JSInvokable]
    public async Task OnKey(string key)
    {
        switch (key)
        {
            case "q":
                await _keys.Focus("[data-testid=restrictions] [data-row]");
                break;
            case "n":
                await _keys.Focus("[data-testid=restrict] input");
                break;
            case "m":
                await (_map?.Focus() ?? ValueTask.CompletedTask);
                break;
            default:
                if (Rooms.PathFrom("/roads", key) is { } path)
                    navigation.NavigateTo(path);
                return;
        }

        StateHasChanged();
    }

    private Task<bool> Restrict(RestrictRoadsCommand command) => Act(caller => Roads.Restrict(caller, command));

    private async Task Lift(RoadRestrictionView restriction)
    {
        var dialog = await dialogs.ShowAsync<ReasonDialog>(
            texts["Roads.Lift", restriction.Street ?? texts["Roads.Area"].Value],
            new DialogParameters<ReasonDialog> { { d => d.Means, texts["Roads.LiftMeans"].Value }, { d => d.Presets, texts["Roads.LiftPresets"].Value.Split('|') } }, new DialogOptions { CloseOnEscapeKey = true });
        if (await dialog.Result is { Canceled: false, Data: string why })
            await Act(caller => Roads.Release(caller, restriction.Id, new ReleaseRoadsCommand(why, Guid.NewGuid().ToString("N"))));
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _keys.DisposeAsync();
    }
}
