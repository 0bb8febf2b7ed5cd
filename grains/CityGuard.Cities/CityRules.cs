using System.Collections.Immutable;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;

namespace CityGuard.Cities;

/// <summary>The city's rules, all of them data.</summary>
/// <param name="Kinds">Kinds of responder; the position in this list is the kind's index (0 to 63).</param>
/// <param name="Capabilities">Capability keys; the position is the bit.</param>
/// <param name="Standards">Response standards by key.</param>
/// <param name="Plans">Response plans.</param>
/// <param name="Duty">Duty table; the first level is in force when none is set.</param>
/// <param name="IncidentTypes">Types accepted, with names.</param>
/// <param name="UnitChecks">The checks of a minimal unit (八统一), with their validity in days.</param>
public sealed record CityRules(
    ImmutableArray<ResponderKind> Kinds,
    ImmutableArray<string> Capabilities,
    ImmutableArray<ResponseStandard> Standards,
    ImmutableArray<ResponsePlan> Plans,
    ImmutableArray<DutyMeasures> Duty,
    ImmutableArray<IncidentType> IncidentTypes,
    ImmutableArray<UnitCheck> UnitChecks);

/// <summary>A type of incident.</summary>
public sealed record IncidentType(string Id, BilingualName Name);

/// <summary>One of the uniform checks of a minimal unit, with how long a renewal holds.</summary>
public sealed record UnitCheck(string Id, BilingualName Name, int ValidDays);
