using CityGuard.Web.Components;
using CityGuard.Web.Feed;
using CityGuard.Web.Localization;
using CityGuard.Web.Map;
using CityGuard.Web.Session;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CityGuard.Web;

/// <summary>The page, its live socket and its files.</summary>
public static class WebEndpoints
{
    /// <summary>Call after <c>UseAuthentication</c> and <c>UseAuthorization</c>. Sign-in itself is the host's.</summary>
    public static WebApplication MapCityGuardWeb(this WebApplication app)
    {
        app.UseRequestLocalization(Cultures.Options);
        app.UseWebSockets();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapCityParts();
        app.MapLiveSocket();
        app.MapGet("/language/{culture}", Cultures.Choose).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-out", (Delegate)SignOut).ExcludeFromDescription();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().RequireAuthorization(WebPolicies.View);
        return app;
    }

    private static async Task<IResult> SignOut(HttpContext context, IUserCredential users)
    {
        users.End(context.User);
        await context.SignOutAsync();
        return Results.LocalRedirect("~/");
    }
}
