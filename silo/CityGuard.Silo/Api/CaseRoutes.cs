using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Wire;

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
