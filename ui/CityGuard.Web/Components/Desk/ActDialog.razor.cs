using CityGuard.Web.Components.Layout;
using CityGuard.Web.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace CityGuard.Web.Components.Desk;

/// <summary>Asks what an act means where it may mean several things, and why. What may mean several things is never chosen beforehand: Enter alone passes no check.</summary>
public sealed partial class ActDialog
{
    private ElementReference[] _radios = [];
    private ReasonField? _field;
    private string? _why, _choice;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    [Parameter, EditorRequired]
    public DeskAct Act { get; set; } = default!;

    [Parameter, EditorRequired]
    public DeskScene Scene { get; set; } = default!;

    [Parameter]
    public IReadOnlyList<ActChoice> Choices { get; set; } = [];

    private IReadOnlyList<string> Presets => Words.Presets(Act, _choice);

    private bool IsComplete => (Choices.Count == 0 || _choice is not null) && (Act.MayBeSilent || !string.IsNullOrWhiteSpace(_why));

    protected override void OnInitialized()
    {
        _radios = new ElementReference[Choices.Count];
        _why = Presets is [var first, ..] ? first : null;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && _radios.Length > 0)
            await _radios[0].FocusAsync();
    }

    private void Choose(string id)
    {
        var usual = _why is null || Presets.Contains(_why);
        _choice = id;
        if (usual)
            _why = Presets is [var first, ..] ? first : null;
    }

    private async Task OnChoiceKey(KeyboardEventArgs pressed)
    {
        if (pressed.Key is [>= '1' and <= '9'] && pressed.Key[0] - '1' is var at && at < Choices.Count)
        {
            Choose(Choices[at].Id);
            await _radios[at].FocusAsync();
        }

        if (pressed.Key == "Enter" && IsComplete)
            Confirm();
    }

    private void Confirm()
    {
        if (IsComplete)
            Dialog.Close(DialogResult.Ok(new ActAnswer(_why?.Trim() ?? "", _choice)));
    }
}
