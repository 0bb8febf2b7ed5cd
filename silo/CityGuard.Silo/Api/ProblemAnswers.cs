using CityGuard.Abstractions;
using CityGuard.Silo.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace CityGuard.Silo.Api;

/// <summary>Refusals that are given before any of our own code runs leave as problem+json with a reason too.</summary>
internal static class ProblemAnswers
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(o => o.CustomizeProblemDetails = context
            => context.ProblemDetails.Detail ??= Reason(context.HttpContext.Request, context.HttpContext.Response.StatusCode));
        // A parameter that is absent or does not parse is told by name; without this it is an empty 400.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Doorkeeper>();
    }

    private static string? Reason(HttpRequest request, int status) => status switch
    {
        StatusCodes.Status404NotFound => $"There is nothing at {request.Path}.",
        StatusCodes.Status405MethodNotAllowed => $"{request.Path} does not take {request.Method}.",
        StatusCodes.Status415UnsupportedMediaType => "The body must be JSON with Content-Type application/json.",
        _ => null,
    };

    /// <summary>Says what is missing, a key or a scope; pages are sent to the sign-in as usual.</summary>
    private sealed class Doorkeeper : IAuthorizationMiddlewareResultHandler
    {
        private readonly AuthorizationMiddlewareResultHandler _usual = new();

        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded || !context.Request.Path.StartsWithSegments("/api"))
                return _usual.HandleAsync(next, context, policy, authorizeResult);
            return Problems.Problem(Refusal(context, authorizeResult)).ExecuteAsync(context);
        }

        private static Refusal Refusal(HttpContext context, PolicyAuthorizationResult result)
        {
            if (context.User.Identity?.IsAuthenticated != true || result.Challenged)
            {
                context.Response.Headers.WWWAuthenticate = ApiKeyHandler.Header;
                return new Refusal(RefusalCode.Unauthenticated, $"This needs a valid key in {ApiKeyHandler.Header}.");
            }

            var scope = context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>()?.Policy?.ToLowerInvariant();
            return new Refusal(RefusalCode.Forbidden, $"This needs the scope {scope}.");
        }
    }
}
