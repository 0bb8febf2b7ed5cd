using CityGuard.Web.Session;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityGuard.Web.Map;

/// <summary>Serves the packed parts. Their address holds the package's hash, so a browser keeps them for good.</summary>
internal static class MapEndpoints
{
    public static void MapCityParts(this IEndpointRouteBuilder routes)
        => routes.MapGet("/live/city/{version}/{part}", Part).RequireAuthorization(WebPolicies.View).ExcludeFromDescription();

    private static IResult Part(string version, string part, MapParts parts, HttpResponse response)
    {
        if (version != parts.Version || parts.Find(part) is not { } found)
            return Results.NotFound();
        response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.Bytes(found.Body, found.ContentType);
    }
}
