using CityGuard.Abstractions;
using CityGuard.Abstractions.Duty;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
using CityGuard.Domain.People;
using CityGuard.Web.Components.Details;
using CityGuard.Web.Components.Layout;
using CityGuard.Web.Panels;
using CityGuard.Web.Resources;
using CityGuard.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;

namespace CityGuard.Web.Components.GradedDuty;

/// <summary>The duty of an area: what is in force, who has acknowledged which measure, planned against actual strength, and a new order to give. By mouse and by keyboard.</summary>
public sealed partial class DutyRoom(IStringLocalizer<Text> texts, RefusalWords refusals, CityNames names, CityPanels panels, IDialogService dialogs, NavigationManager navigation, IJSRuntime js)
    : LiveDetail<DutyView>
{
    private readonly PageKeys<DutyRoom> _keys = new(js);
    private PanelWatch? _watch;
    private string? _watched;
    private (string Area, long Version)? _chosen;

    /// <summary>Who looks.</summary>
    [Parameter]
    public UserSession? User { get; set; }

    private IStringLocalizer<Text> L => texts;

    private RefusalWords Refusals => refusals;

    private CityNames Names => names;

    private IDutyFront Duty => Grains.GetGrain<IDutyFront>(0);

    private ReadinessSummary? Summary => _watch?.Latest.Summary;

    private DutyOrder? Selected => View?.Orders.FirstOrDefault(order => (order.Area.Value, order.Version) == _chosen);

    private int Stations => names.Commanded(Id).Count(area => area.Kind == AreaKind.Sector);

    private bool MayDirect => Has(CommandRight.Direct);

    protected override Task<Answer<DutyView>> Ask(Credential caller, string id) => Duty.Duty(caller, id);

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        if (_watched == Id)
            return;
        _watch?.Dispose();
        (_watched, _chosen) = (Id, null);
        _watch = panels.Watch(Id, () => InvokeAsync(StateHasChanged));
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _keys.Listen(this, ["q", "n", "w", "y", .. Rooms.KeysFrom("/duty")]) : Task.CompletedTask;

    [JSInvokable]
    public async Task OnKey(string key)
    {
        switch (key)
        {
            case "q":
                await _keys.Focus("[data-testid=orders] [data-row]");
                break;
            case "n":
                await _keys.Focus("[data-testid=order] select");
                break;
            case "y":
                await _keys.Focus("[data-action=Acknowledge]");
                break;
            case "w" when Selected is { } order && MayEnd(order):
                await End(order);
                break;
            default:
                if (Rooms.PathFrom("/duty", key) is { } path)
                    navigation.NavigateTo(path);
                return;
        }

        StateHasChanged();
    }

    private bool Has(CommandRight right) => User?.Scopes.HasFlag(Scope.Command) == true && User.Role?.Has(right) != false;

    private bool Covers(AreaId area) => User?.Area is not { } mine || names.PathTo(area.Value).Any(above => above.Id == mine);

    private bool MayEnd(DutyOrder order) => MayDirect && Covers(order.Area);

    // Who gave an order does not acknowledge it; the door decides again.
    private bool MayAcknowledge(SectorDuty station)
        => Has(CommandRight.Handle) && Covers(station.Sector) && !string.Equals(station.Duty.Order?.By, User?.Name, StringComparison.Ordinal);

    private Task<bool> Set(DutyCommand command) => Act(caller => Duty.Set(caller, Id, command));

    /// <summary>What was refused is told; what was done is seen in the table.</summary>
    private Task Acknowledge(SectorDuty station) => station.Duty.Order is not { } order ? Task.CompletedTask
        : Act(caller => Carry(caller, () => Duty.Acknowledge(caller, station.Sector.Value, new AcknowledgeDutyCommand(order.Area, order.Version, null, Guid.NewGuid().ToString("N")))));

    private async Task End(DutyOrder order)
    {
        var dialog = await dialogs.ShowAsync<ReasonDialog>(
            texts["Duty.End", names.DutyLevel(order.Level), names.Area(order.Area.Value)],
            new DialogParameters<ReasonDialog> { { d => d.Means, texts["Duty.EndMeans"].Value }, { d => d.Presets, texts["Duty.EndPresets"].Value.Split('|') } }, new DialogOptions { CloseOnEscapeKey = true });
        if (await dialog.Result is { Canceled: false, Data: string why })
            await Act(caller => Carry(caller, () => Duty.End(caller, order.Area.Value, new EndDutyCommand(why, order.Version, Guid.NewGuid().ToString("N")))));
    }

    // The answer is of the area that was commanded, the page shows its own.
    private async Task<Answer<DutyView>> Carry(Credential caller, Func<Task<Answer<DutyView>>> command)
        => (await command()).Refusal is { } refusal ? refusal : await Duty.Duty(caller, Id);

    public async ValueTask DisposeAsync()
    {
        Dispose();
        _watch?.Dispose();
        await _keys.DisposeAsync();
    }
}
