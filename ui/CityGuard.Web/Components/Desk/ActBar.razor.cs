using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.People;
using CityGuard.Web.Desk;
using CityGuard.Web.Desk.Acts;
using CityGuard.Web.Map;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CityGuard.Web.Components.Desk;

/// <summary>What may be done to the incident that is open, by a person of this role: a button and a key each. Asks why, and gives the command.</summary>
public sealed partial class ActBar(ICityMapSource source, IDialogService dialogs, DeskCommands commands)
{
    private bool _asking;

    [Parameter, EditorRequired]
    public DeskScene Scene { get; set; } = default!;

    /// <summary>Tells the others what the person is about to do, and with which role.</summary>
    [Parameter, EditorRequired]
    public Func<Attention, string?, Task> Attend { get; set; } = default!;

    /// <summary>A command was answered.</summary>
    [Parameter]
    public EventCallback<Answer<IncidentView>> Given { get; set; }

    private IEnumerable<DeskAct> Offered => DeskActs.All.Where(act => act.IsOffered(Scene));

    /// <summary>A key was pressed that may be an act's.</summary>
    public Task Press(string key, DeskScene scene)
        => DeskActs.All.FirstOrDefault(act => act.Key.Equals(key, StringComparison.OrdinalIgnoreCase) && act.IsOffered(scene)) is { } act && act.Ready(scene) ? Ask(act, scene) : Task.CompletedTask;

    /// <summary>A candidate was taken by Enter: sent, put in another's place, or diverted from where he is.</summary>
    public Task Take(DeskScene scene) => Press((scene switch { { Holder: not null } => ForceActs.Divert, { Chosen: not null } => ForceActs.Change, _ => ForceActs.Send }).Key, scene);

    /// <summary>Asks for the reason, and gives the command on the picture that was shown when it was asked for.</summary>
    private async Task Ask(DeskAct act, DeskScene scene)
    {
        if (_asking)
            return;
        _asking = true;
        Answer<IncidentView>? answer = null;
        try
        {
            var order = DeskOrder.Of(act, scene);
            await Attend(Attention.Deciding, order.Role);
            var dialog = await dialogs.ShowAsync<ActDialog>(
                Words.Title(act),
                new DialogParameters<ActDialog> { { d => d.Act, act }, { d => d.Scene, scene }, { d => d.Choices, act.Choices(source.City.Course) } },
                new DialogOptions { CloseOnEscapeKey = true });
            if (await dialog.Result is { Canceled: false, Data: ActAnswer said })
                answer = await commands.Give(order, said);
            await Attend(Attention.Looking, null);
        }
        finally
        {
            // Before the desk takes the answer: the next act may be asked for as soon as it is offered.
            _asking = false;
        }

        if (answer is not null)
            await Given.InvokeAsync(answer);
    }
}
