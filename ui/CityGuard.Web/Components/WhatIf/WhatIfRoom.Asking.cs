using CityGuard.Abstractions;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Domain.Scenarios;
using CityGuard.Web.WhatIf;
using MudBlazor;

namespace CityGuard.Web.Components.WhatIf;

/// <summary>Asking a question, following it, and adopting what was asked.</summary>
public sealed partial class WhatIfRoom
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(400);

    private int _replications = 20;
    private ulong _seed = 1;
    private RunView? _run;
    private AnswerView? _answer;

    /// <summary>Saves what was changed, asks, and follows the run until it ends.</summary>
    private async Task Ask()
    {
        await Do(async caller =>
        {
            if (await Save(caller) is { } refusal)
                return refusal;
            await Forget();
            ScenarioRef[] asked = [new(_line!.Id, _line.Version), .. _other is { } other && other.Id != _line.Id ? [new ScenarioRef(other.Id, other.Version)] : Array.Empty<ScenarioRef>()];
            var answer = await Scenarios.Ask(caller, new AskRunCommand(new RunQuestion(asked, true, _replications, _seed, 0.95, null), Guid.NewGuid().ToString("N")));
            _run = answer.Value;
            return answer.Refusal;
        });
        if (_run is { } run)
            _ = Follow(run.Id);
    }

    private Task Cancel() => Do(async caller =>
    {
        var answer = await Scenarios.Cancel(caller, _run!.Id);
        _run = answer.Value ?? _run;
        return answer.Refusal;
    });

    private async Task<Refusal?> Save(Abstractions.Security.Credential caller)
    {
        if (!_changed && _line is not null)
            return null;
        var saved = await Scenarios.Save(caller, new SaveScenarioCommand(_draft!.Text, _line?.Id, _line?.Version, Guid.NewGuid().ToString("N")));
        if (saved.Value is not { } now)
            return saved.Refusal;
        (_line, _changed) = (now.Line, false);
        _saved = [now.Line, .. _saved.Where(line => line.Id != now.Line.Id)];
        return null;
    }

    private async Task Follow(string run)
    {
        try
        {
            using var timer = new PeriodicTimer(LooksEvery, time);
            while (_run?.Id == run && _run.Phase is RunPhase.Preparing or RunPhase.Playing && await timer.WaitForNextTickAsync(_gone.Token))
            {
                var look = await Scenarios.Run(await session.Credential(), run);
                if (_run?.Id == run)
                    _run = look.Value ?? _run;
                await InvokeAsync(StateHasChanged);
            }

            if (_run is { Phase: RunPhase.Done } done && done.Id == run)
                await InvokeAsync(() => Show(run));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _refused = failure.Message;
            await InvokeAsync(StateHasChanged);
        }
    }

    private async Task Show(string run)
    {
        var caller = await session.Credential();
        var (answer, map) = (await Scenarios.File(caller, run, RunFile.Answer), await Scenarios.File(caller, run, RunFile.Map));
        if (_run?.Id != run)
            return;
        if (answer.Value is { } file && map.Value is { } drawn)
        {
            _answer = AnswerView.Read(file);
            var cells = source.City.Cells.Ids.Index().ToDictionary(cell => cell.Item.Value, cell => cell.Index);
            if (_map is not null)
                await _map.Compare(CellDifference.Read(drawn, cells));
        }
        else
        {
            _refused = refusals.Reason((answer.Refusal ?? map.Refusal)!.Reason);
        }

        StateHasChanged();
    }

    /// <summary>What was asked of another text says nothing of this one.</summary>
    private async Task Forget()
    {
        (_run, _answer, _adopted) = (null, null, null);
        if (_map is not null)
            await _map.Compare([]);
    }

    private async Task Adopt()
    {
        AdoptionView? seen = null;
        var line = _line!;
        await Do(async caller =>
        {
            var answer = await Scenarios.Adoption(caller, line.Id, line.Version);
            seen = answer.Value;
            return answer.Refusal;
        });
        if (seen is null)
            return;
        var dialog = await dialogs.ShowAsync<AdoptDialog>(
            texts["WhatIf.AdoptOf", line.Name], new DialogParameters<AdoptDialog> { { d => d.Adoption, seen } }, new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Medium, FullWidth = true });
        if (await dialog.Result is not { Canceled: false, Data: string why })
            return;
        await Do(async caller =>
        {
            var answer = await Scenarios.Adopt(caller, line.Id, new AdoptScenarioCommand(line.Version, seen.Count, why, Guid.NewGuid().ToString("N")));
            _adopted = answer.Value is { } now ? texts["WhatIf.Adopted", seen.Moves.Count, now.Count].Value : null;
            return answer.Refusal;
        });
        StateHasChanged();
    }
}
