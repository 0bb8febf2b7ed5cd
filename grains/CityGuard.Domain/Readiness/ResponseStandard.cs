namespace CityGuard.Domain.Readiness;

/// <summary>One ring of a standard: so many responders, of the kinds wanted, of so many different kinds, within so many seconds.</summary>
/// <param name="Seconds">The ring, in seconds from alert.</param>
/// <param name="Kinds">Keys of the kinds that count; empty: every kind.</param>
/// <param name="Count">How many responders.</param>
/// <param name="DistinctKinds">Of how many different kinds.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ResponseRing")]
public sealed record ResponseRing(
    [property: Id(0)] int Seconds,
    [property: Id(1)] IReadOnlyList<string> Kinds,
    [property: Id(2)] int Count,
    [property: Id(3)] int DistinctKinds);

/// <summary>A response standard (快反圈) as data: rings, and the limit beyond which a place is dark.</summary>
/// <param name="Id">Key, e.g. <c>circle-1</c>, <c>urban</c>.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="Rings">Rings, tightest first.</param>
/// <param name="OutermostSeconds">Nobody within this: dark.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ResponseStandard")]
public sealed record ResponseStandard(
    [property: Id(0)] string Id,
    [property: Id(1)] Areas.BilingualName Name,
    [property: Id(2)] IReadOnlyList<ResponseRing> Rings,
    [property: Id(3)] int OutermostSeconds);

/// <summary>Readiness of a place or cell (快反态势). The order is the order of display, best first.</summary>
public enum ReadinessLevel : byte
{
    /// <summary>未知: we cannot say; never shown as dark.</summary>
    Unknown,

    /// <summary>达标: every ring met.</summary>
    Met,

    /// <summary>临界: met, but losing one named responder breaks it.</summary>
    Thin,

    /// <summary>缺方: someone in time, a party missing.</summary>
    Incomplete,

    /// <summary>超时: somebody comes, too late.</summary>
    Late,

    /// <summary>盲区: nobody who counts for the circle within the outermost limit; responders of kinds that no ring of it wants may well be near.</summary>
    Dark,

    /// <summary>Closed now; its circle asks for nothing (targets only).</summary>
    Closed,
}
