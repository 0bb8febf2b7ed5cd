using CityGuard.Abstractions;
using CityGuard.Abstractions.Security;
using CityGuard.Web.Session;
using Microsoft.AspNetCore.Components;

namespace CityGuard.Web.Components.Details;

/// <summary>A panel about one thing, asked for again every two seconds with the viewer's own credential while it is shown.</summary>
public abstract class LiveDetail<T> : ComponentBase, IDisposable
    where T : class
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);
    private CancellationTokenSource? _following;
    private string? _id;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>Something named in the panel was chosen.</summary>
    [Parameter]
    public EventCallback<Selection> Chosen { get; set; }

    [Inject]
    protected IGrainFactory Grains { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private SessionAccess Session { get; set; } = default!;

    protected T? View { get; private set; }

    /// <summary>Why there is nothing to show, or nothing newer.</summary>
    protected string? Trouble { get; private set; }

    protected abstract Task<Answer<T>> Ask(Credential caller, string id);

    protected override void OnParametersSet()
    {
        if (Id == _id)
            return;
        (_id, View, Trouble, Refused) = (Id, null, null, null);
        Stop();
        _following = new CancellationTokenSource();
        _ = Follow(Id, _following.Token);
    }

    /// <summary>Why the last thing that was asked for was not done; null when it was.</summary>
    protected string? Refused { get; private set; }

    /// <summary>Asks for something with the viewer's own credential, and shows at once what came of it. True when it was done.</summary>
    protected async Task<bool> Act(Func<Credential, Task<Answer<T>>> command)
    {
        var id = _id;
        try
        {
            var answer = await command(await Session.Credential());
            if (id == _id)
                (View, Trouble, Refused) = (answer.Value ?? View, answer.IsOk ? null : Trouble, answer.Refusal is { } refusal ? Said(refusal) : null);
            return answer.IsOk;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (id == _id)
                Refused = failure.Message;
            return false;
        }
        finally
        {
            StateHasChanged();
        }
    }

    protected Task Choose(string kind, string id) => Chosen.InvokeAsync(new Selection(kind, id));

    public void Dispose()
    {
        Stop();
        GC.SuppressFinalize(this);
    }

    private async Task Follow(string id, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Period, Time);
        try
        {
            do
            {
                await AskOnce(id);
                if (stop.IsCancellationRequested)
                    return;
                await InvokeAsync(StateHasChanged);
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException)
        {
            // Another thing is shown now.
        }
    }

    private async Task AskOnce(string id)
    {
        try
        {
            var answer = await Ask(await Session.Credential(), id);
            if (id == _id)
                (View, Trouble) = (answer.Value ?? View, answer.Refusal?.Reason);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (id == _id)
                Trouble = failure.Message;
        }
    }

    // Who won is what the loser of a race wants to know.
    private static string Said(Refusal refusal) => refusal.Holder is { } holder ? $"{refusal.Reason} ({holder})" : refusal.Reason;

    private void Stop()
    {
        _following?.Cancel();
        _following?.Dispose();
        _following = null;
    }
}
