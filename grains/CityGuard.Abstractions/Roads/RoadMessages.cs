using System.Text.Json.Serialization;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Geography;

namespace CityGuard.Abstractions.Roads;

/// <summary>Closes roads, or says that they are slower than usual. A street, an area, or both: then those of the street within the area.</summary>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="Street">Name of a street or bridge as the city's roads have it; null: any.</param>
/// <param name="Area">Corners of a polygon in WGS 84, 3 to 500, not repeated at the end; null: everywhere.</param>
/// <param name="Factor">Travel time as a multiple of the usual, 0.2 to 20; null: closed.</param>
/// <param name="Until">It ends by itself then; null: when it is lifted.</param>
/// <param name="Command">Id of this command; sent again, it changes nothing.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.RestrictRoadsCommand")]
public sealed record RestrictRoadsCommand(
    [property: Id(0)] string Why,
    [property: Id(1)] string? Street = null,
    [property: Id(2)] IReadOnlyList<GeoPoint>? Area = null,
    [property: Id(3)] double? Factor = null,
    [property: Id(4)] DateTimeOffset? Until = null,
    [property: Id(5)] string? Command = null);

/// <summary>Lifts a restriction before its end.</summary>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="Command">Id of this command; sent again, it changes nothing.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ReleaseRoadsCommand")]
public sealed record ReleaseRoadsCommand([property: Id(0)] string Why, [property: Id(1)] string? Command = null);

/// <summary>What is said of the city's roads.</summary>
/// <param name="Version">Version of its books; 0: nothing was ever said.</param>
/// <param name="TravelTimes">Conditions that the travel times in use now were worked out for: hours and restrictions, joined by '+'; empty: as usual. A few seconds behind what was just said.</param>
/// <param name="Restrictions">What is in force.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.RoadsView")]
public sealed record RoadsView([property: Id(0)] long Version, [property: Id(1)] string TravelTimes, [property: Id(2)] IReadOnlyList<RoadRestrictionView> Restrictions);

/// <summary>Roads that are closed or slower than usual.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Street">Name of the street; null: any.</param>
/// <param name="Area">Corners of the area; null: everywhere.</param>
/// <param name="Factor">Travel time as a multiple of the usual; null: closed.</param>
/// <param name="Until">It ends by itself then; null: when it is lifted.</param>
/// <param name="Since">Since when.</param>
/// <param name="By">Who said so.</param>
/// <param name="Why">Why.</param>
/// <param name="Arcs">How many stretches of road it is about, each way counted.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.RoadRestrictionView")]
public sealed record RoadRestrictionView(
    [property: Id(0)] string Id,
    [property: Id(1)] string? Street,
    [property: Id(2)] IReadOnlyList<GeoPoint>? Area,
    [property: Id(3)] double? Factor,
    [property: Id(4)] DateTimeOffset? Until,
    [property: Id(5)] DateTimeOffset Since,
    [property: Id(6)] string By,
    [property: Id(7)] string Why,
    [property: Id(8)] int Arcs);

/// <summary>Lines of restricted roads.</summary>
/// <param name="Version">Version of the books that they are drawn from, see <see cref="RoadsView.Version"/>.</param>
/// <param name="GeoJson">Text of a GeoJSON feature collection of lines, with the properties <c>id</c> and <c>closed</c>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.RoadShapes")]
public sealed record RoadShapes([property: Id(0)] long Version, [property: Id(1)] string GeoJson);

/// <summary>How one travels.</summary>
public enum TravelMode
{
    /// <summary>As a responder under way, on the roads as they are now.</summary>
    Drive,

    /// <summary>On foot; a city whose ways on foot are not known has its roads walked at 4.8 km/h.</summary>
    Walk,
}

/// <summary>The way that a responder would drive now.</summary>
/// <param name="Seconds">Time on the roads, turnout not counted.</param>
/// <param name="Metres">Length.</param>
/// <param name="TravelTimes">Conditions it is for, see <see cref="RoadsView.TravelTimes"/>.</param>
/// <param name="Line">Points of the way in WGS 84, from where it starts on.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.WayView")]
public sealed record WayView([property: Id(0)] double Seconds, [property: Id(1)] double Metres, [property: Id(2)] string TravelTimes, [property: Id(3)] IReadOnlyList<GeoPoint> Line);

/// <summary>What is reached from a place within a time.</summary>
/// <param name="Minutes">The time.</param>
/// <param name="Mode">How.</param>
/// <param name="TravelTimes">Conditions it is for, see <see cref="RoadsView.TravelTimes"/>.</param>
/// <param name="GeoJson">The area as the text of a GeoJSON geometry, polygon or polygons, in WGS 84.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.IsochroneView"), JsonConverter(typeof(IsochroneConverter))]
public sealed record IsochroneView([property: Id(0)] double Minutes, [property: Id(1)] TravelMode Mode, [property: Id(2)] string TravelTimes, [property: Id(3)] string GeoJson);
