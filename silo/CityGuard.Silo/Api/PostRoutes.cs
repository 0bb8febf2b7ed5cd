using CityGuard.Abstractions;
using CityGuard.Abstractions.Posts;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Silo.Api;

/// <summary>Command posts of major incidents.</summary>
internal static class PostRoutes
{
    public static void MapPosts(this IEndpointRouteBuilder api)
    {
        api.MapGet(ApiRoutes.Post, async (HttpContext http, IGrainFactory grains, string id) => (await Door(grains).Get(http.Caller(), id)).ToResult())
            .Needs(Scope.Read).Produces<PostView>().ProducesProblem(404).WithSummary("The command post of an incident: checklist, forces held, log.");
        Command<PostCommand>(api, ApiRoutes.Post, "Open a command post: pins the forces, starts the plan's checklist.", (http, door, command) => door.Open(http.Caller(), Slot(http, "id"), command));
        Command<TickCommand>(api, ApiRoutes.PostTick, "Tick off an item of the checklist.", (http, door, command) => door.Tick(http.Caller(), Slot(http, "id"), Slot(http, "item"), command));
        Command<NoteCommand>(api, ApiRoutes.PostNotes, "Write into the log of the post.", (http, door, command) => door.Note(http.Caller(), Slot(http, "id"), command));
        Command<PostCommand>(api, ApiRoutes.PostLetGo, "Let a force go, so that it may be recalled or diverted.", (http, door, command) => door.LetGo(http.Caller(), Slot(http, "id"), Slot(http, "op"), command));
        Command<PostCommand>(api, ApiRoutes.PostHold, "Hold a force again.", (http, door, command) => door.Hold(http.Caller(), Slot(http, "id"), Slot(http, "op"), command));
        Command<PostCommand>(api, ApiRoutes.PostStandDown, "Stand the post down.", (http, door, command) => door.StandDown(http.Caller(), Slot(http, "id"), command));
    }

    private static void Command<T>(IEndpointRouteBuilder api, string path, string summary, Func<HttpContext, IPostFront, T, Task<Answer<PostView>>> act)
        where T : class
        => api.MapPost(path, async (HttpContext http, IGrainFactory grains) =>
            {
                var command = await JsonBody.Read<T>(http.Request);
                return command.IsOk ? (await act(http, Door(grains), command.Value!)).ToResult() : Problems.Problem(command.Refusal!);
            })
            .Needs(Scope.Command).Accepts<T>("application/json").Produces<PostView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).WithSummary(summary);

    private static string Slot(HttpContext http, string name) => (string)http.Request.RouteValues[name]!;

    private static IPostFront Door(IGrainFactory grains) => grains.GetGrain<IPostFront>(0);
}
