using CityGuard.Domain.Areas;
using CityGuard.Domain.Plans;

namespace CityGuard.Abstractions.Areas;

/// <summary>How much shall go by itself in an area and all below it; the area is named by the path.</summary>
/// <param name="Mode">How much.</param>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="Command">Id of this command; a repeat with the same one changes nothing. Null: given by the door.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ModeCommand")]
public sealed record ModeCommand([property: Id(0)] DispatchMode Mode, [property: Id(1)] string Why, [property: Id(2)] string? Command = null);

/// <summary>The modes of an area.</summary>
/// <param name="Area">The area.</param>
/// <param name="Set">What was last said by the area itself; null: nothing. A later word above or below it counts instead.</param>
/// <param name="Sectors">What counts in each of its sectors.</param>
/// <param name="Silent">Sectors that did not answer.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.AreaModes")]
public sealed record AreaModes(
    [property: Id(0)] AreaId Area,
    [property: Id(1)] ModeWord? Set,
    [property: Id(2)] IReadOnlyList<SectorMode> Sectors,
    [property: Id(3)] IReadOnlyList<AreaId> Silent);

/// <summary>What counts in one sector.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Word">The latest word, with who said it where and why.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.SectorMode")]
public sealed record SectorMode([property: Id(0)] AreaId Sector, [property: Id(1)] ModeWord Word);
