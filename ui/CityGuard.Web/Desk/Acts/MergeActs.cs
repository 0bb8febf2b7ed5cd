using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;

namespace CityGuard.Web.Desk.Acts;

/// <summary>Two incidents that are one event, and one that was another event after all.</summary>
public static class MergeActs
{
    /// <summary>The key of both: what is merged is closed, so that never both are offered.</summary>
    public const string Key = "M";

    /// <summary>Merge with the other that is chosen (并案). The younger always joins the elder, whichever of the two is open here.</summary>
    public static DeskAct Merge { get; } = new("Merge", Key, ActGroup.Course, scene => scene is { IsOpen: true, HasPost: false, Alike.Count: > 0 }, Join)
    {
        Ready = scene => scene.Other is not null,
    };

    /// <summary>Undo it (撤销并案).</summary>
    public static DeskAct Unmerge { get; } = new(
        "Unmerge", Key, ActGroup.Course, scene => scene is { IsClosed: true, View.MergedInto: not null },
        call => call.Door<IProtocolFront>().Unmerge(call.Caller, call.Incident, new UnmergeCommand(call.Why, call.Said.Choice == CourseActs.Redispatch, call.Version, call.Id)))
    {
        Choices = _ => CourseActs.Again,
    };

    public static IReadOnlyList<DeskAct> All { get; } = [Merge, Unmerge];

    // Of the other only its line was seen: whether it may still join, its own rules say.
    private static Task<Answer<IncidentView>> Join(ActCall call) => call.Order.Other is { IsElder: false } younger
        ? call.Door<IProtocolFront>().Merge(call.Caller, younger.Line.Id.Value, new MergeCommand(call.Order.Seen.Id, call.Why, null, call.Id))
        : call.Door<IProtocolFront>().Merge(call.Caller, call.Incident, new MergeCommand(call.Order.Other!.Line.Id, call.Why, call.Version, call.Id));
}
