using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.People;
using CityGuard.Domain.Plans;
using CityGuard.Web.Panels;
using CityGuard.Web.Resources;
using CityGuard.Web.Session;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CityGuard.Web.Components.Layout;

/// <summary>How much goes by itself in the area in view. Everybody sees it; only who directs the area can change it, and says why.</summary>
public sealed partial class ModeChoice(IGrainFactory grains, IDialogService dialogs, ISnackbar notices, SessionAccess access, RefusalWords refusals, CityNames names)
{
    private UserSession? _user;

    [Parameter, EditorRequired]
    public string Area { get; set; } = "";

    /// <summary>Those that count in its sectors; null or none: not known.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<DispatchMode>? Modes { get; set; }

    // What the page offers; the door decides again.
    private bool MayDirect => _user?.Scopes.HasFlag(Scope.Command) == true && _user.Role?.Has(CommandRight.Direct) != false
        && names.FindArea(Area)?.Kind is AreaKind.City or AreaKind.District or AreaKind.Sector
        && (_user.Area is not { } own || names.PathTo(Area).Any(above => above.Id == own));

    protected override async Task OnInitializedAsync() => _user = await access.Current();

    /// <summary>Where the sectors differ, several are held down half.</summary>
    private string PressedOf(DispatchMode mode) => Modes?.Contains(mode) != true ? "false" : Modes.Count == 1 ? "true" : "mixed";

    private string ClassOf(DispatchMode mode) => $"{mode.ToString().ToLowerInvariant()} {(Modes?.Contains(mode) == true ? Modes.Count == 1 ? "on" : "some" : "")}";

    private async Task Ask(DispatchMode mode)
    {
        if (Modes is [var only] && only == mode)
            return;
        // What was asked for is what is done: the page may show another area by the time the dialog is answered.
        var area = Area;
        var dialog = await dialogs.ShowAsync<ReasonDialog>(
            L["Mode.Change", L[$"Mode.{mode}"]], new DialogParameters<ReasonDialog> { { d => d.Means, L[$"Mode.{mode}Means", names.Area(area)] } });
        if (await dialog.Result is not { Canceled: false, Data: string why })
            return;
        var answer = await grains.GetGrain<IAreaFront>(0).SetMode(await access.Credential(), area, new ModeCommand(mode, why));
        if (answer.Refusal is { } refusal)
            notices.Add(refusals.Reason(refusal.Reason), Severity.Error);
    }
}
