using System.Text.Json;

namespace CityGuard.Domain.GridEvents;

/// <summary>How far a grid event is: the last step that was taken.</summary>
public enum GridEventStep : byte
{
    /// <summary>Not reported yet: an empty stream.</summary>
    None,

    /// <summary>Collected (信息采集): waits to be registered.</summary>
    Collected,

    /// <summary>Registered (排查建立): waits to be assigned.</summary>
    Registered,

    /// <summary>Assigned (任务派遣): waits to be accepted.</summary>
    Assigned,

    /// <summary>Accepted: waits to be handled.</summary>
    Accepted,

    /// <summary>Handled (事件处置): waits for the feedback check.</summary>
    Handled,

    /// <summary>Checked (反馈核查) and found good: waits to be evaluated.</summary>
    Checked,

    /// <summary>Evaluated (综合评价): closed.</summary>
    Closed,

    /// <summary>Not taken on at registration.</summary>
    Rejected,

    /// <summary>Withdrawn.</summary>
    Withdrawn,

    /// <summary>Handed over to 110 (转办): it goes on as an incident.</summary>
    Transferred,
}

/// <summary>Names of steps and what they wait for.</summary>
public static class GridEventSteps
{
    /// <summary>True while something is still to be done.</summary>
    public static bool IsOpen(this GridEventStep step) => step is > GridEventStep.None and < GridEventStep.Closed;

    /// <summary>The step as written on the wire.</summary>
    public static string Key(this GridEventStep step) => JsonNamingPolicy.CamelCase.ConvertName(step.ToString());

    /// <summary>What an event at this step waits for: <c>register</c>, <c>assign</c>, <c>accept</c>, <c>handle</c>, <c>check</c>, <c>evaluate</c>; null: nothing.</summary>
    public static string? WaitsFor(this GridEventStep step) => step switch
    {
        GridEventStep.Collected => "register",
        GridEventStep.Registered => "assign",
        GridEventStep.Assigned => "accept",
        GridEventStep.Accepted => "handle",
        GridEventStep.Handled => "check",
        GridEventStep.Checked => "evaluate",
        _ => null,
    };
}
