using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;

namespace CityGuard.Domain.Targets;

/// <summary>Grade of a key target; the responsible police branch sets it. One is the gravest.</summary>
public enum TargetGrade : byte
{
    /// <summary>City-level key area (重点区域), 1-minute circle.</summary>
    One = 1,

    /// <summary>Important to a district, 3-minute circle.</summary>
    Two = 2,

    /// <summary>Crowded place or landmark of a street or town, 5-minute circle.</summary>
    Three = 3,
}

/// <summary>What a city knows of one key target (重点目标).</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="Trade">Trade key (school, hospital, mall, station ...): data.</param>
/// <param name="Grade">Grade.</param>
/// <param name="Standard">Key of its response standard (circle).</param>
/// <param name="Place">Location, WGS 84.</param>
/// <param name="Cell">Cell it stands in.</param>
/// <param name="Hours">When its circle counts, in the city's time zone.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.KeyTargetProfile")]
public sealed record KeyTargetProfile(
    [property: Id(0)] TargetId Id,
    [property: Id(1)] BilingualName Name,
    [property: Id(2)] string Trade,
    [property: Id(3)] TargetGrade Grade,
    [property: Id(4)] string Standard,
    [property: Id(5)] GeoPoint Place,
    [property: Id(6)] CellId Cell,
    [property: Id(7)] OpeningHours Hours);
