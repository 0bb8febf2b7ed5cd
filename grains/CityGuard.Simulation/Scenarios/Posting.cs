using CityGuard.Domain.Targets;

namespace CityGuard.Simulation.Scenarios;

/// <summary>One responder of a deployment in keys that people know.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Kind">Index of its kind.</param>
/// <param name="Class">Class letter, or empty.</param>
/// <param name="Capabilities">Mask of capabilities.</param>
/// <param name="Cell">Cell of its post.</param>
/// <param name="Target">Premises it is bound to (index), -1: none.</param>
/// <param name="Turnout">Expected turnout, deciseconds.</param>
/// <param name="IsOut">It is on duty at its level.</param>
/// <param name="Shift">When; null: always.</param>
internal sealed record Posting(
    string Id, byte Kind, string Class, ulong Capabilities, int Cell, int Target, ushort Turnout, bool IsOut, IReadOnlyList<MinuteSpan>? Shift = null);
