using CityGuard.Domain.Areas;
using CityGuard.Domain.Deployments;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Responders;

namespace CityGuard.Abstractions.Deployments;

/// <summary>Moves posts, all together or none. Who was on duty stays so; crews drive to their new post by themselves.</summary>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="Moves">1 to 500; nobody twice.</param>
/// <param name="IfCount">How often posts had been moved when these moves were decided (see <see cref="DeploymentView.Count"/>); refused when somebody moved some since. Null: whatever it is.</param>
/// <param name="Scenario">Name and version of the scenario that they come from, at most 200 characters; null: none.</param>
/// <param name="Command">Id of this command; sent again, it changes nothing.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.MovePostsCommand")]
public sealed record MovePostsCommand(
    [property: Id(0)] string Why,
    [property: Id(1)] IReadOnlyList<PostMove> Moves,
    [property: Id(2)] int? IfCount = null,
    [property: Id(3)] string? Scenario = null,
    [property: Id(4)] string? Command = null);

/// <summary>Where posts stand elsewhere than in the city package.</summary>
/// <param name="Count">How often posts were moved; 0: never.</param>
/// <param name="Moved">Posts that stand elsewhere, by id.</param>
/// <param name="Changes">The latest 50 changes, the newest first.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.DeploymentView")]
public sealed record DeploymentView([property: Id(0)] int Count, [property: Id(1)] IReadOnlyList<MovedPost> Moved, [property: Id(2)] IReadOnlyList<DeploymentChange> Changes);

/// <summary>A post that was moved.</summary>
/// <param name="Who">Whose.</param>
/// <param name="Kind">Kind of responder.</param>
/// <param name="From">The post of the city package.</param>
/// <param name="To">The post now.</param>
/// <param name="Cell">Its cell.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.MovedPost")]
public sealed record MovedPost([property: Id(0)] ResponderId Who, [property: Id(1)] string Kind, [property: Id(2)] GeoPoint From, [property: Id(3)] GeoPoint To, [property: Id(4)] CellId Cell);

/// <summary>One change of posts.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Why">Why.</param>
/// <param name="Scenario">Name and version of the scenario that was adopted; null: none.</param>
/// <param name="Posts">How many posts were moved.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.DeploymentChange")]
public sealed record DeploymentChange([property: Id(0)] DateTimeOffset At, [property: Id(1)] string By, [property: Id(2)] string Why, [property: Id(3)] string? Scenario, [property: Id(4)] int Posts);
