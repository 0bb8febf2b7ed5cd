using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.People;

namespace CityGuard.Web.Desk.Acts;

/// <summary>Who goes and who comes back.</summary>
public static class ForceActs
{
    private const string Replaced = "replaced", StaysEmpty = "staysEmpty";

    /// <summary>Fill a role of the plan.</summary>
    public static DeskAct Send { get; } = Of("Send", "S", scene => scene.IsOpen, scene => HasFree(scene), call => Add(call, extra: false));

    /// <summary>One more than the plan wants (增派).</summary>
    public static DeskAct More { get; } = Of("Add", "A", scene => scene.IsOpen, scene => HasFree(scene), call => Add(call, extra: true));

    /// <summary>Another one instead (改派).</summary>
    public static DeskAct Change { get; } = Of(
        "Change", "X", HasForces, scene => scene.Chosen is not null && HasFree(scene),
        call => call.Door<IIncidentFront>().Reassign(call.Caller, call.Incident, new ReassignCommand(call.Order.Op!.Value, call.Order.To!.Value, call.Why, call.Version, call.Id)));

    /// <summary>Take off (撤回).</summary>
    public static DeskAct Recall { get; } = Of(
        "Recall", "W", HasForces, scene => scene.Chosen is not null,
        call => call.Door<IIncidentFront>().Recall(call.Caller, call.Incident, new RecallCommand(call.Order.Op!.Value, call.Why, call.Version, call.Id)));

    /// <summary>Take from a strictly less grave incident (抽调).</summary>
    public static DeskAct Divert { get; } = Of(
        "Divert", "D", scene => scene.IsOpen && scene.View.Severity > IncidentSeverity.Low,
        scene => scene.Role is not null && scene.Holder is { } holder && holder.Incident != scene.View.Id && holder.Severity < scene.View.Severity,
        call => call.Door<IProtocolFront>().Divert(
            call.Caller, call.Incident, new DivertCommand(call.Order.To!.Value, call.Order.Role!, call.Why, call.Order.From, call.Version, call.Id)));

    /// <summary>Free by force: the crew does not answer, and nobody else can let it go.</summary>
    public static DeskAct ForceRelease { get; } = Of("ForceRelease", "F", HasForces, scene => scene.Chosen is { State: AssignmentState.Granted }, Free) with
    {
        Right = CommandRight.Direct,
        Choices = _ => [new ActChoice(Replaced), new ActChoice(StaysEmpty)],
    };

    public static IReadOnlyList<DeskAct> All { get; } = [Send, More, Change, Recall, Divert, ForceRelease];

    private static DeskAct Of(string id, string key, Func<DeskScene, bool> fits, Func<DeskScene, bool> ready, Func<ActCall, Task<Answer<IncidentView>>> give)
        => new(id, key, ActGroup.Forces, fits, give) { Ready = ready, OfRole = true };

    private static bool HasForces(DeskScene scene) => scene.IsOpen && scene.Serving.Count > 0;

    // Whoever is on another incident is diverted, not sent: the doors would refuse it.
    private static bool HasFree(DeskScene scene) => scene is { Role: not null, Candidate: { Verdict: not "busy" } };

    private static Task<Answer<IncidentView>> Add(ActCall call, bool extra)
        => call.Door<IIncidentFront>().Add(call.Caller, call.Incident, new AddCommand(call.Order.To!.Value, call.Order.Role!, call.Why, call.Version, call.Id, extra));

    private static async Task<Answer<IncidentView>> Free(ActCall call)
    {
        var held = call.Order.Assignment!;
        var command = new ForceReleaseCommand(call.Why, held.Epoch, call.Said.Choice == StaysEmpty, call.Id);
        var freed = await call.Door<IProtocolFront>().ForceRelease(call.Caller, held.Responder.Value, command);
        return freed.Refusal is { } refusal ? refusal : await call.Door<IIncidentFront>().Get(call.Caller, call.Incident);
    }
}
