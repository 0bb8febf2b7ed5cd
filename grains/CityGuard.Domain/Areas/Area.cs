namespace CityGuard.Domain.Areas;

/// <summary>The level of an area in the police tree or the civil tree.</summary>
public enum AreaKind
{
    /// <summary>City (市局), root of both trees.</summary>
    City,

    /// <summary>District (分局).</summary>
    District,

    /// <summary>Sector (派出所辖区), one station.</summary>
    Sector,

    /// <summary>Beat (警务专业网格, 警格).</summary>
    Beat,

    /// <summary>Street or town (镇街), civil tree.</summary>
    Street,

    /// <summary>Community (社区, 村居), civil tree.</summary>
    Community,
}

/// <summary>A name in both languages of the product.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.BilingualName")]
public sealed record BilingualName([property: Id(0)] string Zh, [property: Id(1)] string En);

/// <summary>One area of the police tree (city, district, sector, beat) or the civil tree (city, district, street, community).</summary>
/// <param name="Id">Identifier, e.g. <c>s-440104-03</c>.</param>
/// <param name="Kind">Level.</param>
/// <param name="Parent">The area above, null for the city.</param>
/// <param name="Name">Name in both languages.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Area")]
public sealed record Area(
    [property: Id(0)] AreaId Id,
    [property: Id(1)] AreaKind Kind,
    [property: Id(2)] AreaId? Parent,
    [property: Id(3)] BilingualName Name);

/// <summary>How built-up a cell is; decides its local limit where no circle is tighter.</summary>
public enum CellSetting : byte
{
    /// <summary>Urban.</summary>
    Urban,

    /// <summary>Suburban.</summary>
    Suburban,

    /// <summary>Rural.</summary>
    Rural,
}
