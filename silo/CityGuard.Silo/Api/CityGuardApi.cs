using CityGuard.Abstractions;
using CityGuard.Abstractions.Security;
using CityGuard.Silo.Security;
using Microsoft.AspNetCore.Diagnostics;
using Scalar.AspNetCore;

namespace CityGuard.Silo.Api;

/// <summary>The HTTP API, version 1.</summary>
internal static class CityGuardApi
{
    public static void MapCityGuardApi(this WebApplication app)
    {
        app.MapHealth();
        var api = app.MapGroup("").DisableAntiforgery();
        api.MapIncidents();
        api.MapCases();

        api.MapPosts();
        api.MapDesk();
        api.MapProtocol();
        api.MapResponders();
        api.MapReadiness();
        api.MapAreas();
        api.MapAids();
        api.MapDuty();
        api.MapGridEvents();
        api.MapTransfers();
        api.MapStocks();
        api.MapRoads();
        api.MapDeployment();
        api.MapScenarios();
        api.MapRuns();
        app.MapOpenApi().AllowAnonymous();
        // The document for people. It works offline, and calls nobody home.
        app.MapScalarApiReference("/docs/api", o => o.WithTitle("CityGuard").DisableDefaultFonts().DisableTelemetry().DisableAgent()).AllowAnonymous();
    }

    /// <summary>Whatever is not handled is our fault: logged with its trace, answered without inner details.</summary>
    public static void UseProblemDetails(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = Answer,
            // The caller's own fault is told to the caller, not to the log.
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages();
    }

    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder route, Scope scope)
        => route.RequireAuthorization(scope.ToString()).ProducesProblem(401).ProducesProblem(403);

    public static Credential Caller(this HttpContext http) => http.User.Credential();

    private static Task Answer(HttpContext http)
    {
        var fault = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        var result = fault is BadHttpRequestException bad
            ? Problems.Problem(new Refusal(bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? RefusalCode.TooLarge : RefusalCode.Malformed, bad.Message))
            : Transient(fault)
                ? Problems.Problem(new Refusal(RefusalCode.Unavailable, "Whether it was done is not known: look, or send the same again where ids make that safe.", IsOutcomeUnknown: true))
                : Results.Problem("The city could not answer; the fault is in its log.", statusCode: StatusCodes.Status500InternalServerError);
        return result.ExecuteAsync(http);
    }

    private static bool Transient(Exception? fault) => fault is TimeoutException or Orleans.Runtime.OrleansException or OperationCanceledException;
}
