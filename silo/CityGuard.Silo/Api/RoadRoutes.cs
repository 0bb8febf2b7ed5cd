using CityGuard.Abstractions.Roads;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Geography;

namespace CityGuard.Silo.Api;

/// <summary>The roads: what is closed, what way one would drive, and what one reaches.</summary>
internal static class RoadRoutes
{
    public static void MapRoads(this IEndpointRouteBuilder api)
    {
        api.MapGet(ApiRoutes.Roads, async (HttpContext http, IGrainFactory grains) => (await Front(grains).Get(http.Caller())).ToResult())
            .Needs(Scope.Read).Produces<RoadsView>().WithSummary("Roads that are closed or slower than usual now, and the conditions that travel times are for.");
        api.MapPost(ApiRoutes.RoadRestrictions, async (HttpContext http, IGrainFactory grains)
                => await http.With<RestrictRoadsCommand>(async command => (await Front(grains).Restrict(http.Caller(), command)).ToResult()))
            .Needs(Scope.Command).Accepts<RestrictRoadsCommand>("application/json").Produces<RoadsView>()
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422).WithSummary("Close a street, a bridge or all roads of an area, or say that they are slower. Travel times follow within seconds.");
        api.MapPost(ApiRoutes.RoadRelease, async (HttpContext http, IGrainFactory grains, string id)
                => await http.With<ReleaseRoadsCommand>(async command => (await Front(grains).Release(http.Caller(), id, command)).ToResult()))
            .Needs(Scope.Command).Accepts<ReleaseRoadsCommand>("application/json").Produces<RoadsView>()
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).WithSummary("Lift a restriction before its end.");
        api.MapGet(ApiRoutes.Route, async (HttpContext http, IGrainFactory grains, double fromLon, double fromLat, double toLon, double toLat)
                => (await Front(grains).Route(http.Caller(), new GeoPoint(fromLon, fromLat), new GeoPoint(toLon, toLat))).ToResult())
            .Needs(Scope.Read).Produces<WayView>().ProducesProblem(400).ProducesProblem(422).WithSummary("The way that a responder would drive now, with its time and line.");
        api.MapGet(ApiRoutes.Isochrone, async (HttpContext http, IGrainFactory grains, double lon, double lat, double minutes, string mode = "drive")
                => (await Front(grains).Isochrone(http.Caller(), new GeoPoint(lon, lat), minutes, Mode(mode))).ToResult())
            .Needs(Scope.Read).Produces<IsochroneView>().ProducesProblem(400).ProducesProblem(422).WithSummary("What is reached from a place within some minutes, as a GeoJSON feature.");
    }

    // The framework reads enums of a query by the letter; the door refuses what is none.
    private static TravelMode Mode(string text) => Enum.TryParse<TravelMode>(text, ignoreCase: true, out var mode) ? mode : (TravelMode)(-1);

    private static IRoadsFront Front(IGrainFactory grains) => grains.GetGrain<IRoadsFront>(0);
}
