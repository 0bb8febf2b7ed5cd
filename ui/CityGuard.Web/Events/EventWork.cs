using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Security;

namespace CityGuard.Web.Events;

/// <summary>What one window of the events page works on: a list and an event of it, asked for again while they are shown, with the person's own credential.</summary>
public sealed class EventWork(IGrainFactory grains, Func<Task<Credential>> caller)
{
    /// <summary>So many lines at most.</summary>
    public const int Most = 200;

    /// <summary>By due time.</summary>
    public IReadOnlyList<GridEventLine> Lines { get; private set; } = [];

    /// <summary>The event that is open; null: none, or it has not answered yet.</summary>
    public GridEventView? Event { get; private set; }

    public string? Id { get; private set; }

    public string Area { get; private set; } = "";

    /// <summary>Only those at this step; null: all.</summary>
    public string? Step { get; private set; }

    public bool LateOnly { get; private set; }

    /// <summary>True once the list has answered.</summary>
    public bool HasList { get; private set; }

    /// <summary>Why there is no newer list.</summary>
    public string? NoList { get; private set; }

    /// <summary>Why there is nothing newer of the event.</summary>
    public string? Trouble { get; private set; }

    public Task Filter(string area, string? step, bool lateOnly)
    {
        (Area, Step, LateOnly, Lines, HasList) = (area, step, lateOnly, [], false);
        return RefreshList();
    }

    public Task Open(string id)
    {
        (Id, Event, Trouble) = (id, null, null);
        return Refresh();
    }

    /// <summary>What a command answered is the newest there is; the list follows.</summary>
    public async Task Show(GridEventView view)
    {
        if (view.Line.Id.Value == Id)
            Event = view;
        await RefreshList();
    }

    public async Task RefreshList()
    {
        var asked = (Area, Step, LateOnly);
        try
        {
            var answer = await grains.GetGrain<IGridEventFront>(0).Open(await caller(), Area, Step, LateOnly, Most);
            if (asked == (Area, Step, LateOnly))
                (Lines, NoList, HasList) = (answer.Value ?? Lines, answer.Refusal?.Reason, true);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            NoList = failure.Message;
        }
    }

    public async Task Refresh()
    {
        if (Id is not { } id)
            return;
        try
        {
            var answer = await grains.GetGrain<IGridEventFront>(0).Get(await caller(), id);
            // An answer that was under way when a command's came is older than that.
            if (id == Id && !(answer.Value?.Version < Event?.Version))
                (Event, Trouble) = (answer.Value ?? Event, answer.Refusal?.Reason);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Trouble = failure.Message;
        }
    }
}
