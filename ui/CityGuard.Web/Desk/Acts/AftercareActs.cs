using CityGuard.Abstractions.Incidents;

namespace CityGuard.Web.Desk.Acts;

/// <summary>What follows the handling: fed back, checked by somebody else, evaluated.</summary>
public static class AftercareActs
{
    private const string Passed = "passed", Failed = "failed";

    /// <summary>Say what came of it (反馈). What else is said of it is for the vault.</summary>
    public static DeskAct Feedback { get; } = new(
        "Feedback", "B", ActGroup.Course, scene => Waits(scene) && scene.View.Case?.Feedback is null,
        call => call.Door<ICaseFront>().Feedback(
            call.Caller, call.Incident, new FeedbackCommand(call.Said.Choice!, Note: call.Why.Length == 0 ? null : call.Why, IfVersion: call.Version, Command: call.Id)))
    {
        Choices = rules => [.. rules.FeedbackResults.Select(result => new ActChoice(result.Id, result.Name))],
        MostCharacters = 4_000,
        WhyLabel = "Dialog.Note",
        MayBeSilent = true,
    };

    /// <summary>Say whether it is done (回访核查). Not for who has fed back: nobody checks his own case.</summary>
    public static DeskAct Check { get; } = new(
        "Check", "K", ActGroup.Course, scene => Waits(scene) && scene.View.Case is { Feedback: { } fed, Check: null } && !scene.IsMe(fed.By),
        call => call.Door<ICaseFront>().Check(call.Caller, call.Incident, new CheckCommand(call.Said.Choice == Passed, call.Why, null, call.Version, call.Id)))
    {
        Choices = _ => [new ActChoice(Passed), new ActChoice(Failed)],
    };

    /// <summary>Sign the evaluation: from then on it stands.</summary>
    public static DeskAct Evaluate { get; } = new(
        "Evaluate", "G", ActGroup.Course, scene => scene is { IsClosed: true, IsSigned: false, View.MergedInto: null },
        call => call.Door<ICaseFront>().Evaluate(call.Caller, call.Incident, new EvaluateCommand(call.Why, call.Version, call.Id)));

    public static IReadOnlyList<DeskAct> All { get; } = [Feedback, Check, Evaluate];

    private static bool Waits(DeskScene scene) => !scene.WasFalseAlarm && scene.View.MergedInto is null && (scene.IsHandled || (scene.IsClosed && scene.View.Assignments.Any(a => a.AcceptedAt is not null)));
}
