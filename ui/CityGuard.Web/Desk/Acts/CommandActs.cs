using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Posts;
using CityGuard.Domain.People;

namespace CityGuard.Web.Desk.Acts;

/// <summary>Who commands: the levels above, and a post of its own.</summary>
public static class CommandActs
{
    private const string PartnerSends = "partnerSends";

    /// <summary>Tell the next command level (提级).</summary>
    public static DeskAct Escalate { get; } = new(
        "Escalate", "H", ActGroup.Command, scene => scene.IsOpen && scene.View.Case?.Escalations?.Any(line => line.Served is null && line.To == scene.Top) != true,
        call => call.Door<ICaseFront>().Escalate(call.Caller, call.Incident, new EscalateCommand(call.Why, call.Version, call.Id)));

    /// <summary>Take note of what has climbed.</summary>
    public static DeskAct TakeNote { get; } = new(
        "TakeNote", "J", ActGroup.Command, scene => scene is { IsOpen: true, Unnoted: not null },
        call => call.Door<ICaseFront>().TakeNote(call.Caller, call.Incident, Unnoted(call), new TakeNoteCommand(call.Why, call.Version, call.Id)));

    /// <summary>Hand over the lead on scene.</summary>
    public static DeskAct Lead { get; } = new(
        "Lead", "I", ActGroup.Command, scene => scene.IsOpen && scene.Serving.Count(a => a.OnSceneAt is not null) > 1,
        call => call.Door<ICaseFront>().Lead(call.Caller, call.Incident, new LeadCommand(call.Order.Op!.Value, call.Why, call.Version, call.Id)))
    {
        Ready = scene => scene.Chosen is { OnSceneAt: not null } chosen && scene.View.Case?.Lead != chosen.Op,
        OfRole = true,
    };

    /// <summary>Say that a leader has arrived, by post.</summary>
    public static DeskAct Leader { get; } = new(
        "Leader", "9", ActGroup.Command, scene => scene.IsOpen && scene.View.Case is { Leader: null },
        call => call.Door<ICaseFront>().Leader(call.Caller, call.Incident, new LeaderCommand(call.Why, call.At, call.Version, call.Id)))
    {
        MostCharacters = 100,
        WhyLabel = "Dialog.LeaderPost",
    };

    /// <summary>Record what a neighbour city has answered (跨市增援): it sends what was asked for, or nobody.</summary>
    public static DeskAct AnswerPartner { get; } = new(
        "AnswerPartner", "8", ActGroup.Command, scene => scene is { IsOpen: true, Asked: not null },
        call => call.Door<ICaseFront>().AnswerPartner(
            call.Caller, call.Incident, Asked(call).Number, new PartnerAnswerCommand(call.Said.Choice == PartnerSends ? Asked(call).Count : 0, call.Why, null, call.Version, call.Id)))
    {
        Choices = _ => [new ActChoice(PartnerSends), new ActChoice("partnerDeclines")],
    };

    /// <summary>Open a command post (现场指挥部).</summary>
    public static DeskAct OpenPost { get; } = new("OpenPost", "P", ActGroup.Command, scene => scene is { IsOpen: true, HasPost: false }, Open) { Right = CommandRight.Direct };

    public static IReadOnlyList<DeskAct> All { get; } = [Escalate, TakeNote, Lead, Leader, AnswerPartner, OpenPost];

    private static PartnerView Asked(ActCall call) => call.Order.Seen.Partners!.First(partner => partner.IsPending);

    private static int Unnoted(ActCall call) => call.Order.Seen.Case!.Escalations!.First(line => line is { NotedBy: null, Served: null }).Number;

    private static async Task<Answer<IncidentView>> Open(ActCall call)
    {
        var opened = await call.Door<IPostFront>().Open(call.Caller, call.Incident, new PostCommand(call.Why, call.Version, call.Id));
        return opened.Refusal is { } refusal ? refusal : await call.Door<IIncidentFront>().Get(call.Caller, call.Incident);
    }
}
