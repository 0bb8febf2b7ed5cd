using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Domain.Plans;

namespace CityGuard.Web.Desk.Acts;

/// <summary>Whether the report is true, and whether the matter is open.</summary>
public static class CourseActs
{
    internal const string Redispatch = "redispatch";
    private const string CheckOnly = "checkOnly";

    /// <summary>How what is opened again goes on.</summary>
    internal static IReadOnlyList<ActChoice> Again { get; } = [new(Redispatch), new(CheckOnly)];

    /// <summary>Vouch for the report.</summary>
    public static DeskAct Verify { get; } = new(
        "Verify", "Y", ActGroup.Course, scene => scene.IsOpen && scene.View.Case?.Verified == false,
        call => call.Door<ICaseFront>().Verify(call.Caller, call.Incident, new VerifyCommand(call.Why, call.Version, call.Id)));

    /// <summary>Call it a false alarm (误报). Who has said so already cannot give the second word too, unless the crew found nothing.</summary>
    public static DeskAct FalseAlarm { get; } = new(
        "FalseAlarm", "Z", ActGroup.Course, MayBeFalse,
        call => call.Door<ICaseFront>().FalseAlarm(call.Caller, call.Incident, new FalseAlarmCommand(call.Said.Choice!, call.Why, call.Version, call.Id)))
    {
        Choices = rules => [.. rules.FalseAlarmReasons.Select(reason => new ActChoice(reason.Id, reason.Name))],
    };

    /// <summary>Release everyone and close (办结).</summary>
    public static DeskAct Close { get; } = new(
        "Close", "E", ActGroup.Course, scene => scene is { IsOpen: true, HasPost: false },
        call => call.Door<IIncidentFront>().Close(call.Caller, call.Incident, new CloseCommand(call.Why, call.Version, call.Id)));

    /// <summary>Open a closed one again.</summary>
    public static DeskAct Reopen { get; } = new(
        "Reopen", "U", ActGroup.Course, scene => scene is { IsClosed: true, View.MergedInto: null },
        call => call.Door<IProtocolFront>().Reopen(call.Caller, call.Incident, new ReopenCommand(call.Why, call.Said.Choice != CheckOnly, call.Version, call.Id)))
    {
        Choices = _ => Again,
    };

    public static IReadOnlyList<DeskAct> All { get; } = [Verify, FalseAlarm, Close, Reopen];

    private static bool MayBeFalse(DeskScene scene) => scene is { IsOpen: true, HasPost: false } && scene.View.Case switch
    {
        { FalseAlarm: { Confirmed: false } first } said => !scene.IsMe(first.By) || said.Feedback is { Result: CourseRules.NothingFound, Responder: not null },
        _ => true,
    };
}
