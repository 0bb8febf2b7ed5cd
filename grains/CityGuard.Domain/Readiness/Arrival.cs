namespace CityGuard.Domain.Readiness;

/// <summary>One responder that could come: turnout + remaining work + travel, already added up.</summary>
/// <param name="Responder">The city model's index of the responder; also the last tie-break.</param>
/// <param name="Kind">Index of its kind in the city's kinds, 0 to 63.</param>
/// <param name="Deciseconds">Time to reach, deciseconds.</param>
public readonly record struct Arrival(int Responder, byte Kind, ushort Deciseconds);

/// <summary>A ring with its kinds as a bit mask over the city's kinds, made once when a city is loaded.</summary>
/// <param name="Deciseconds">The ring.</param>
/// <param name="Kinds">Bit k set: kind k counts.</param>
/// <param name="Count">How many responders.</param>
/// <param name="DistinctKinds">Of how many different kinds.</param>
public readonly record struct RingRule(ushort Deciseconds, ulong Kinds, byte Count, byte DistinctKinds);

/// <summary>A standard compiled for evaluation.</summary>
/// <param name="Rings">Rings, tightest first.</param>
/// <param name="OutermostDeciseconds">Nobody within this: dark.</param>
public readonly record struct StandardRule(ReadOnlyMemory<RingRule> Rings, ushort OutermostDeciseconds);

/// <summary>What <c>Readiness.Evaluate</c> says of a place.</summary>
/// <param name="Level">Level.</param>
/// <param name="First">Index of the first responder of any wanted kind, -1 when nobody.</param>
/// <param name="FirstDeciseconds">Its time, <see cref="Geography.Travel.Beyond"/> when nobody.</param>
/// <param name="Sole">When thin: the one responder whose leaving breaks it; else -1.</param>
/// <param name="MissingKinds">When incomplete, late or dark: mask of the kinds that would help the first broken ring: those wanted and not there in time, or all it wants when only the count is short; else 0.</param>
/// <param name="BrokenRing">Index of the first ring that is not met, -1 when all are.</param>
public readonly record struct Assessment(
    ReadinessLevel Level, int First, ushort FirstDeciseconds, int Sole, ulong MissingKinds, int BrokenRing);
