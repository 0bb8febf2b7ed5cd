using CityGuard.Domain.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CityGuard.Silo.Security;

/// <summary>A person opens a one-time link and gets a cookie for a shift.</summary>
internal static class SignIn
{
    public const string CookieName = "cityguard";
    private static readonly TimeSpan Shift = TimeSpan.FromHours(12);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = CookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = Shift;
        options.SlidingExpiration = false;
        options.LoginPath = "/signin";
        // A cookie is as good as the ticket in it: a copy of one that was signed out opens nothing.
        options.Events.OnValidatePrincipal = async context =>
        {
            if (context.Principal?.Credential().Ticket is not { } ticket || await context.HttpContext.RequestServices.GetRequiredService<UserTickets>().Verify(ticket) is null)
                context.RejectPrincipal();
        };
        options.Events.OnRedirectToLogin = context => Challenge(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Challenge(context, StatusCodes.Status403Forbidden);
    }

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/signin", async (HttpContext http, SignInLinks links, UserTickets tickets, string? token) =>
        {
            // A person who was removed since the link was made has no ticket that opens anything.
            if (await links.Use(token) is not { } link || tickets.Issue(link.Caller, Shift, link.Person) is not { } ticket || await tickets.Verify(ticket) is not { } caller)
                return Results.Content(Explanation, "text/html; charset=utf-8", statusCode: StatusCodes.Status401Unauthorized);
            var principal = CityGuardClaims.ForTicket(caller, ticket, CookieAuthenticationDefaults.AuthenticationScheme);
            await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, principal);
            return Results.LocalRedirect(caller.Role == PersonRole.Dispatcher ? "/desk" : "/"); // a dispatcher's work waits at the desk
        }).AllowAnonymous().ExcludeFromDescription();
    }

    private static Task Challenge(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/live"))
            context.Response.StatusCode = status;
        else
            context.Response.Redirect("/signin");
        return Task.CompletedTask;
    }

    private const string Explanation = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>CityGuard</title>
        <style>body{background:#0d1117;color:#c9d1d9;font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;display:grid;place-content:center;min-height:90vh}code{color:#7ee0ff}</style>
        <main><h1>CityGuard</h1>
        <p lang="zh">请使用一次性登录链接；链接只能用一次，24 小时内有效。需要新的链接时，在服务器上运行 <code>cityguard user link --name 姓名</code> 或 <code>cityguard link</code>。</p>
        <p>Open a one-time sign-in link. It works once, within 24 hours. For another one run <code>cityguard user link --name NAME</code> or <code>cityguard link</code> on the server.</p>
        </main></html>
        """;
}
