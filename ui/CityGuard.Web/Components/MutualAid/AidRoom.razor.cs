using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Incidents;
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

namespace CityGuard.Web.Components.MutualAid;

/// <summary>Mutual aid of an area: what is asked and what runs, one request in full, and a new one to ask. By mouse and by keyboard.</summary>
public sealed partial class AidRoom(IStringLocalizer<Text> texts, RefusalWords refusals, CityNames names, IDialogService dialogs, NavigationManager navigation, IJSRuntime js)
    : LiveDetail<IReadOnlyList<AidView>>
{
    private readonly PageKeys<AidRoom> _keys = new(js);
    private string? _chosen;
    private bool _lending;

    /// <summary>Who looks.</summary>
    [Parameter]
    public UserSession? User { get; set; }

    /// <summary>The incident that aid is asked for; null: none in particular.</summary>
    [Parameter]
    public IncidentId? For { get; set; }

    private IStringLocalizer<Text> L => texts;

    private RefusalWords Refusals => refusals;

    private IAreaFront Areas => Grains.GetGrain<IAreaFront>(0);

    private AidView? Selected => View?.FirstOrDefault(aid => aid.Id.Value == _chosen);

    private bool MayDirect => User?.Scopes.HasFlag(Scope.Command) == true && User.Role?.Has(CommandRight.Direct) != false;

    protected override Task<Answer<IReadOnlyList<AidView>>> Ask(Credential caller, string id) => Areas.Aids(caller, id);

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _keys.Listen(this, ["q", "n", "g", "x", "w", "escape", .. Rooms.KeysFrom("/aid")]) : Task.CompletedTask;

    [JSInvokable]
    public async Task OnKey(string key)
    {
        switch (key)
        {
            case "q":
                await _keys.Focus("[data-testid=aids] [data-row]");
                break;
            case "n":
                await _keys.Focus("[data-testid=ask] select");
                break;
            case "g" when Selected is { } aid && MayAnswer(aid):
                _lending = true;
                break;
            case "x" when Selected is { } aid && MayAnswer(aid):
                await Decline(aid);
                break;
            case "w" when Selected is { } aid && MayEnd(aid):
                await End(aid);
                break;
            case "escape":
                _lending = false;
                break;
            default:
                if (Rooms.PathFrom("/aid", key) is { } path)
                    navigation.NavigateTo(path);
                return;
        }

        StateHasChanged();
    }

    private bool Covers(AreaId area) => User?.Area is not { } mine || names.PathTo(area.Value).Any(above => above.Id == mine);

    // Who asked does not answer his own request: the donor is another person.
    private bool MayAnswer(AidView aid) => aid.State == AidPhase.Requested && MayDirect && Covers(aid.Donor) && !string.Equals(aid.AskedBy, User?.Name, StringComparison.Ordinal);

    // Whoever is asked declines; what is running either side may end.
    private bool MayEnd(AidView aid) => MayDirect && (aid.State switch { AidPhase.Requested => Covers(aid.Borrower), AidPhase.Lent => Covers(aid.Borrower) || Covers(aid.Donor), _ => false });

    private void Choose(string id) => (_chosen, _lending) = (id, false);

    private async Task AskFor(AidCommand command)
    {
        if (await Act(caller => Carry(caller, () => Areas.AskAid(caller, Id, command))))
            _chosen = View?.FirstOrDefault(aid => aid.AskedBy == User?.Name)?.Id.Value ?? _chosen;
    }

    private async Task Consent(AidView aid, ConsentCommand command)
        => _lending = !await Act(caller => Carry(caller, () => Areas.Consent(caller, aid.Donor.Value, aid.Id.Value, command)));

    private Task Decline(AidView aid) => WithReason("Aid.Decline", "Aid.DeclineMeans", "Aid.DeclinePresets", (caller, why) => Areas.Decline(caller, aid.Donor.Value, aid.Id.Value, why));

    private Task End(AidView aid)
    {
        var (title, side) = (aid.State == AidPhase.Requested ? "Aid.TakeBack" : "Aid.Recall", Covers(aid.Borrower) ? aid.Borrower : aid.Donor);
        return WithReason(title, "Aid.EndMeans", "Aid.EndPresets", (caller, why) => Areas.EndAid(caller, side.Value, aid.Id.Value, why));
    }

    private async Task WithReason(string title, string means, string presets, Func<Credential, AidAnswer, Task<Answer<AidView>>> command)
    {
        var dialog = await dialogs.ShowAsync<ReasonDialog>(
            texts[title], new DialogParameters<ReasonDialog> { { d => d.Means, texts[means].Value }, { d => d.Presets, texts[presets].Value.Split('|') } }, new DialogOptions { CloseOnEscapeKey = true });
        if (await dialog.Result is { Canceled: false, Data: string why })
            await Act(caller => Carry(caller, () => command(caller, new AidAnswer(why, Guid.NewGuid().ToString("N")))));
    }

    /// <summary>What was refused is told; what was done is seen in the list.</summary>
    private async Task<Answer<IReadOnlyList<AidView>>> Carry(Credential caller, Func<Task<Answer<AidView>>> command)
        => (await command()).Refusal is { } refusal ? refusal : await Areas.Aids(caller, Id);

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _keys.DisposeAsync();
    }
}
