using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Incidents.Handling;

namespace CityGuard.Silo.Api;

/// <summary>What people say of an incident's case.</summary>
internal static class CaseRoutes
{
    public static void MapCases(this IEndpointRouteBuilder api)
    {
        Command<VerifyCommand>(api, ApiRoutes.Verify, "Say that a report nobody vouched for is true.", (front, caller, id, command) => front.Verify(caller, id, command));
        Command<FalseAlarmCommand>(
            api, ApiRoutes.FalseAlarm, "Call it a false alarm: everybody is given back and it closes. Where a crew was on scene, a second word is needed.",
            (front, caller, id, command) => front.FalseAlarm(caller, id, command));
        Command<FeedbackCommand>(api, ApiRoutes.Feedback, "Say what came of it, once every crew has cleared.", (front, caller, id, command) => front.Feedback(caller, id, command));
        Command<CheckCommand>(
            api, ApiRoutes.Check, "Say whether it is done; refused to whoever handled it. A failed check has the roles filled anew.",
            (front, caller, id, command) => front.Check(caller, id, command));
        Command<EvaluateCommand>(api, ApiRoutes.Evaluation, "Sign the evaluation of a closed incident.", (front, caller, id, command) => front.Evaluate(caller, id, command));
        Command<EscalateCommand>(api, ApiRoutes.Escalate, "Tell the next command level.", (front, caller, id, command) => front.Escalate(caller, id, command));
        Command<LeaderCommand>(api, ApiRoutes.Leader, "Say that a leader is on scene.", (front, caller, id, command) => front.Leader(caller, id, command));
        Command<LeadCommand>(api, ApiRoutes.Lead, "Hand over the lead on scene.", (front, caller, id, command) => front.Lead(caller, id, command));
        api.MapPost(ApiRoutes.TakeNote, async (HttpContext http, IGrainFactory grains, string id, int number) =>
            {
                var command = await JsonBody.Read<TakeNoteCommand>(http.Request);
                return command.IsOk
                    ? (await grains.GetGrain<ICaseFront>(0).TakeNote(http.Caller(), id, number, command.Value!)).ToResult()
                    : Problems.Problem(command.Refusal!);
            })
            .Needs(Scope.Command).Accepts<TakeNoteCommand>("application/json").Produces<IncidentView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409)
            .WithSummary("Take note of an escalation; what was escalated by hand is served by that.");
        api.MapPost(ApiRoutes.Partner, async (HttpContext http, IGrainFactory grains, string id, int number) =>
            {
                var command = await JsonBody.Read<PartnerAnswerCommand>(http.Request);
                return command.IsOk
                    ? (await grains.GetGrain<ICaseFront>(0).AnswerPartner(http.Caller(), id, number, command.Value!)).ToResult()
                    : Problems.Problem(command.Refusal!);
            })
            .Needs(Scope.Command).Accepts<PartnerAnswerCommand>("application/json").Produces<IncidentView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Record what a neighbour city has answered to a request for forces.");
        api.MapGet(ApiRoutes.Escalations, async (HttpContext http, IGrainFactory grains, string area)
                => (await grains.GetGrain<ICaseFront>(0).Escalations(http.Caller(), area)).ToResult())
            .Needs(Scope.Read).Produces<IReadOnlyList<EscalationLine>>().ProducesProblem(404).ProducesProblem(422).WithSummary("What climbs to a station's sector, a district or the city and is not served.");
        api.MapGet(ApiRoutes.Evaluation, async (HttpContext http, IGrainFactory grains, string id)
                => (await grains.GetGrain<ICaseFront>(0).Evaluation(http.Caller(), id)).ToResult())
            .Needs(Scope.Read).Produces<Evaluation>().ProducesProblem(404).WithSummary("Each interval of an incident against its standard, and who was nearer and was not sent.");
    }

    private static void Command<T>(IEndpointRouteBuilder api, string path, string summary, Func<ICaseFront, Credential, string, T, Task<Answer<IncidentView>>> act)
        where T : class
        => api.MapPost(path, async (HttpContext http, IGrainFactory grains, string id) =>
            {
                var command = await JsonBody.Read<T>(http.Request);
                return command.IsOk
                    ? (await act(grains.GetGrain<ICaseFront>(0), http.Caller(), id, command.Value!)).ToResult()
                    : Problems.Problem(command.Refusal!);
            })
            .Needs(Scope.Command).Accepts<T>("application/json").Produces<IncidentView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).WithSummary(summary);
}
