using CityGuard.Abstractions.GridEvents;

namespace CityGuard.Web.Events;

/// <summary>What a person may do with a grid event or ticket on its page.</summary>
public enum EventAction
{
    /// <summary>Take it on (受理).</summary>
    Register,

    /// <summary>Not take it on (不予受理).</summary>
    Reject,

    /// <summary>Assign it (派遣).</summary>
    Assign,

    /// <summary>Take it for whom it is assigned to.</summary>
    Accept,

    /// <summary>Report it handled.</summary>
    Handled,

    /// <summary>It is as the handler said.</summary>
    Check,

    /// <summary>It is not as the handler said.</summary>
    CheckFailed,

    /// <summary>Measure it and close it (评价).</summary>
    Evaluate,

    /// <summary>Hand it over to 110 (转办).</summary>
    To110,

    /// <summary>Withdraw it.</summary>
    Withdraw,
}

/// <summary>A command as it was meant, on the picture that the person saw.</summary>
/// <param name="Seen">The event as it was shown.</param>
/// <param name="Why">Reason; null: none given.</param>
/// <param name="Choice">Key of the category, department, result, reason, step or incident type that was chosen; null: none.</param>
/// <param name="Also">The person, or the severity; null: none.</param>
public sealed record EventOrder(EventAction Action, GridEventView Seen, string? Why, string? Choice = null, string? Also = null);

/// <summary>Which actions an event offers, and by which key.</summary>
public static class EventActions
{
    /// <summary>All of them with their keys, in the order of the toolbar.</summary>
    public static IReadOnlyList<(EventAction Action, string Key)> All { get; } =
    [
        (EventAction.Register, "R"), (EventAction.Reject, "X"), (EventAction.Assign, "A"), (EventAction.Accept, "P"), (EventAction.Handled, "H"), (EventAction.Check, "C"),
        (EventAction.CheckFailed, "F"), (EventAction.Evaluate, "E"), (EventAction.To110, "O"), (EventAction.Withdraw, "W"),
    ];

    /// <summary>What can be done at a step; the door decides again.</summary>
    public static bool Fits(EventAction action, GridEventLine line) => action switch
    {
        EventAction.Register or EventAction.Reject => line.WaitsFor == "register",
        EventAction.Assign => line.WaitsFor is "assign" or "accept" or "handle",
        EventAction.Accept => line.WaitsFor == "accept",
        EventAction.Handled => line.WaitsFor == "handle",
        EventAction.Check or EventAction.CheckFailed => line.WaitsFor == "check",
        EventAction.Evaluate => line.WaitsFor == "evaluate",
        _ => line.WaitsFor is not null,
    };

    /// <summary>True where the door wants a reason.</summary>
    public static bool WantsWhy(EventAction action) => action is EventAction.CheckFailed or EventAction.To110 or EventAction.Withdraw;
}
