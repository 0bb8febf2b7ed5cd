using System.Collections.Frozen;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Geography;
using CityGuard.Domain.People;
using CityGuard.Web.Components.Layout;
using CityGuard.Web.Components.Map;
using CityGuard.Web.Map;
using CityGuard.Web.Panels;
using CityGuard.Web.Resources;
using CityGuard.Web.Session;
using CityGuard.Web.WhatIf;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;

namespace CityGuard.Web.Components.WhatIf;

/// <summary>A planner's room: a scenario is chosen or made, edited in a table and by dragging posts, asked, compared and adopted. By mouse and by keyboard.</summary>
public sealed partial class WhatIfRoom(
    IStringLocalizer<Text> texts, RefusalWords refusals, CityNames names, ICityMapSource source, SessionAccess session, IGrainFactory grains, IDialogService dialogs, NavigationManager navigation,
    TimeProvider time, CityClock clock, IJSRuntime js) : ComponentBase
{
    private readonly PageKeys<WhatIfRoom> _keys = new(js);
    private readonly CancellationTokenSource _gone = new();
    private MapView? _map;
    private IReadOnlyList<ScenarioLine> _saved = [];
    private ScenarioLine? _line, _other;
    private ScenarioDraft? _draft;
    private bool _changed, _busy;
    private string? _refused, _adopted;

    /// <summary>Who looks.</summary>
    [Parameter]
    public UserSession? User { get; set; }

    private IStringLocalizer<Text> L => texts;

    private IScenarioFront Scenarios => grains.GetGrain<IScenarioFront>(0);

    private bool MayPlan => User?.Scopes.HasFlag(Scope.Command) == true;

    // Posts are the whole city's: who commands a part of it does not move them.
    private bool MayDirect => MayPlan && User!.Role?.Has(CommandRight.Direct) != false && (User.Area is not { } mine || mine.Value == names.CityArea);

    protected override Task OnInitializedAsync() => List();

    protected override Task OnAfterRenderAsync(bool firstRender)
        => firstRender ? _keys.Listen(this, ["q", "n", "f", "e", "r", "a", "m", .. Rooms.KeysFrom("/what-if")]) : Task.CompletedTask;

    [JSInvokable]
    public async Task OnKey(string key)
    {
        switch (key)
        {
            case "q":
                await _keys.Focus("[data-testid=scenarios] [data-row]");
                break;
            case "n" when MayPlan:
                await Make(false);
                break;
            case "f" when MayPlan:
                await Make(true);
                break;
            case "e":
                await _keys.Focus("[data-testid=edit-form] select");
                break;
            case "r" when _draft is not null && MayPlan && !_busy:
                await Ask();
                break;
            case "a" when _line is not null && !_changed && MayDirect && !_busy:
                await Adopt();
                break;
            case "m":
                await (_map?.Focus() ?? ValueTask.CompletedTask);
                break;
            default:
                if (Rooms.PathFrom("/what-if", key) is { } path)
                    navigation.NavigateTo(path);
                return;
        }

        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
        await _keys.DisposeAsync();
    }

    /// <summary>Beside all else: whoever begins at once must not be kept waiting for the list.</summary>
    private async Task List()
    {
        try
        {
            var answer = await Scenarios.List(await session.Credential());
            (_saved, _refused) = (answer.Value ?? _saved, answer.Refusal is { } refusal ? refusals.Reason(refusal.Reason) : _refused);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _refused = failure.Message;
        }
    }

    private Task Open(ScenarioLine line) => Do(async caller =>
    {
        var answer = await Scenarios.Get(caller, line.Id, 0);
        if (answer.Value is { } saved)
            await Show(ScenarioDraft.Read(saved.Text), saved.Line);
        return answer.Refusal;
    });

    private void Compare(ScenarioLine line) => _other = _other?.Id == line.Id ? null : line;

    /// <summary>A new scenario: of the living city as it stands, or of its package.</summary>
    private Task Make(bool live) => Do(async caller =>
    {
        var name = $"{texts[live ? "WhatIf.NameNow" : "WhatIf.NameNew"].Value} {clock.DateAndTimeOf(time.GetUtcNow())[5..16]}";
        if (!live)
        {
            await Show(ScenarioDraft.New(name, source.City.Hash), null);
            return null;
        }

        var answer = await Scenarios.Fork(caller, name);
        if (answer.Value is { } text)
            await Show(ScenarioDraft.Read(text), null);
        return answer.Refusal;
    });

    /// <summary>Another one like it, over the same time: what the two differ in is all that makes the difference.</summary>
    private async Task Copy()
    {
        var copy = ScenarioDraft.Read(_draft!.Text);
        copy.Name = texts["WhatIf.CopyOf", _draft.Name];
        await Show(copy, null);
    }

    /// <summary>A file that somebody sent.</summary>
    private async Task Take(string text)
    {
        try
        {
            await Show(ScenarioDraft.Read(text), null);
        }
        catch (FormatException failure)
        {
            _refused = texts["WhatIf.NoScenario", failure.Message];
        }
    }

    private async Task Show(ScenarioDraft draft, ScenarioLine? line)
    {
        (_draft, _line, _changed) = (draft, line, line is null);
        await Forget();
        await DrawPosts();
    }

    private async Task Changed()
    {
        _changed = true;
        await Forget();
        await DrawPosts();
    }

    private async Task MovePost((string Who, GeoPoint To) moved)
    {
        if (_draft is null || !MayPlan)
            return;
        _draft.Move(moved.Who, moved.To);
        await Changed();
    }

    private async Task<GeoPoint?> Middle() => _map is null ? null : await _map.Centre();

    private async Task DrawPosts()
    {
        if (_map is not null && _draft is not null)
            await _map.Plan(Posts(_draft));
    }

    /// <summary>Those who can be moved, where the scenario posts them.</summary>
    private IEnumerable<PlannedPost> Posts(ScenarioDraft draft)
    {
        var bound = source.City.Kinds.Where(kind => kind.PremisesOnly).Select(kind => kind.Id).ToFrozenSet();
        var (posts, gone) = (draft.Posts(), draft.Gone());
        foreach (var one in source.City.Responders.Where(one => !bound.Contains(one.Kind) && !gone.Contains(one.Id.Value)))
            yield return posts.TryGetValue(one.Id.Value, out var post) ? new PlannedPost(one.Id.Value, post.Place, post.Here ? one.Post : null) : new PlannedPost(one.Id.Value, one.Post, null);
        var known = source.City.Responders.Select(one => one.Id.Value).ToHashSet();
        foreach (var (who, post) in posts.Where(post => !known.Contains(post.Key) && !gone.Contains(post.Key)))
            yield return new PlannedPost(who, post.Place, post.Place);
    }

    /// <summary>Asks with the viewer's own credential; what is refused is shown.</summary>
    private async Task Do(Func<Credential, Task<Refusal?>> act)
    {
        if (_busy)
            return;
        (_busy, _refused) = (true, null);
        try
        {
            if (await act(await session.Credential()) is { } refusal)
                _refused = refusals.Reason(refusal.Reason);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _refused = failure.Message;
        }
        finally
        {
            _busy = false;
        }
    }
}
