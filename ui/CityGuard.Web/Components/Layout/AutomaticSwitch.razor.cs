using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Web.Resources;
using CityGuard.Web.Session;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CityGuard.Web.Components.Layout;

/// <summary>Automatic dispatch of the area in view. Everybody sees it; only who may command can change it, and says why.</summary>
public sealed partial class AutomaticSwitch(IGrainFactory grains, IDialogService dialogs, ISnackbar notices, SessionAccess user, RefusalWords refusals)
{
    private bool _mayCommand;

    [Parameter, EditorRequired]
    public string Area { get; set; } = "";

    /// <summary>Null: not known yet.</summary>
    [Parameter, EditorRequired]
    public bool? On { get; set; }

    protected override async Task OnInitializedAsync()
        => _mayCommand = (await user.Current())?.Scopes.HasFlag(Scope.Command) == true;

    private async Task Ask()
    {
        // What was asked for is what is done: the page may show another area by the time the dialog is answered.
        var (area, to) = (AreaId.Parse(Area), On != true);
        var dialog = await dialogs.ShowAsync<AutomaticDialog>(
            L[to ? "Automatic.TurnOn" : "Automatic.TurnOff"],
            new DialogParameters<AutomaticDialog> { { d => d.Area, area.Value }, { d => d.To, to } });
        if (await dialog.Result is not { Canceled: false, Data: string why } || await user.Current() is not { } session)
            return;
        var answer = await grains.GetGrain<IIncidentFront>(0).SetAutomatic(session.Credential, area, to, why);
        if (answer.Refusal is { } refusal)
            notices.Add(refusals.Reason(refusal.Reason), Severity.Error);
    }
}
