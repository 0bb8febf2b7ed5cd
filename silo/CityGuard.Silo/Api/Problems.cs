using CityGuard.Abstractions;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Silo.Api;

/// <summary>Every refusal leaves as problem+json: one status, one reason that a person can act on.</summary>
internal static class Problems
{
    public static IResult ToResult<T>(this Answer<T> answer, Func<T, IResult>? ok = null)
        => answer.IsOk ? (ok is null ? Ok(answer.Value!) : ok(answer.Value!)) : Problem(answer.Refusal!);

    public static IResult Ok<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, CityGuardJson.Options, statusCode: status);

    public static IResult Problem(Refusal refusal)
    {
        var problem = CityProblem.From(refusal);
        return Results.Json(problem, CityGuardJson.Options, CityProblem.MediaType, problem.Status);
    }
}
