using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace CityGuard.Web.Localization;

/// <summary>The languages of the page. A person's choice is kept in a cookie; without one the browser's language decides, Chinese by default.</summary>
public static class Cultures
{
    public const string Chinese = "zh-CN", English = "en";
    private static readonly string[] All = [Chinese, English];

    public static IReadOnlyList<string> Known => All;

    internal static RequestLocalizationOptions Options => new RequestLocalizationOptions { ApplyCurrentCultureToResponseHeaders = true }
        .SetDefaultCulture(Chinese)
        .AddSupportedCultures(All)
        .AddSupportedUICultures(All);

    internal static IResult Choose(string culture, HttpResponse response)
    {
        if (!All.Contains(culture))
            return Results.NotFound();
        response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions { IsEssential = true, HttpOnly = true, MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax });
        return Results.LocalRedirect("~/");
    }
}
