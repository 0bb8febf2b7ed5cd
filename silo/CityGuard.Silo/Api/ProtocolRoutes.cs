using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Silo.Api;

/// <summary>Who holds whom across incidents: force-release, divert, reopen, merge.</summary>
internal static class ProtocolRoutes
{
    public static void MapProtocol(this IEndpointRouteBuilder api)
    {
        Command<ForceReleaseCommand, ResponderView>(api, ApiRoutes.ForceRelease, "Take a responder from whoever holds it; the incident that loses it looks for another unless told otherwise.",
            (http, door, id, command) => door.ForceRelease(http.Caller(), id, command));
        Command<DivertCommand, IncidentView>(api, ApiRoutes.Divert, "Take a responder from a strictly less grave incident.", (http, door, id, command) => door.Divert(http.Caller(), id, command));
        Command<ReopenCommand, IncidentView>(api, ApiRoutes.Reopen, "Open a closed incident again, with dispatch by the plan or for checking only.", (http, door, id, command) => door.Reopen(http.Caller(), id, command));
        Command<MergeCommand, IncidentView>(api, ApiRoutes.Merge, "Merge an incident into an older one: both are about one event. Its crews are given back, its reports kept as evidence.",
            (http, door, id, command) => door.Merge(http.Caller(), id, command));
        Command<UnmergeCommand, IncidentView>(api, ApiRoutes.Unmerge, "Undo a merge: the incident is on its own again.", (http, door, id, command) => door.Unmerge(http.Caller(), id, command));
    }

    private static void Command<T, TView>(IEndpointRouteBuilder api, string path, string summary, Func<HttpContext, IProtocolFront, string, T, Task<Answer<TView>>> act)
        where T : class
        => api.MapPost(path, async (HttpContext http, IGrainFactory grains, string id) =>
            {
                var command = await JsonBody.Read<T>(http.Request);
                return command.IsOk ? (await act(http, grains.GetGrain<IProtocolFront>(0), id, command.Value!)).ToResult() : Problems.Problem(command.Refusal!);
            })
            .Needs(Scope.Command).Accepts<T>("application/json").Produces<TView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).WithSummary(summary);
}
