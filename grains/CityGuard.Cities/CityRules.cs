using System.Collections.Immutable;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Stocks;
using CityGuard.Domain.Duty;
using CityGuard.Domain.GridEvents;
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
/// <param name="UnitChecks">The checks of a minimal unit (八统一) but the eighth, the sign-in, whose validity its kind gives in seconds.</param>
/// <param name="Course">How incidents are handled beside the plans; null: <see cref="CourseRules.Default"/>.</param>
/// <param name="GridEvents">How grid events and tickets are handled; null: <see cref="GridEventTerms.Default"/>.</param>
/// <param name="Stocks">What is kept in stock; null: nothing.</param>
/// <param name="Partners">Neighbour cities that may be asked for forces; null: none.</param>
/// <param name="Periods">Hours at which travel takes longer; they do not overlap; null: travel times are the same at all hours.</param>
public sealed record CityRules(
    ImmutableArray<ResponderKind> Kinds,
    ImmutableArray<string> Capabilities,
    ImmutableArray<ResponseStandard> Standards,
    ImmutableArray<ResponsePlan> Plans,
    ImmutableArray<DutyMeasures> Duty,
    ImmutableArray<IncidentType> IncidentTypes,
    ImmutableArray<UnitCheck> UnitChecks,
    CourseRules? Course = null,
    GridEventTerms? GridEvents = null,
    StockTerms? Stocks = null,
    IReadOnlyList<PartnerCity>? Partners = null,
    IReadOnlyList<TravelPeriod>? Periods = null)
{
    /// <summary>How incidents are handled beside the plans.</summary>
    public CourseRules Course { get; init; } = Course ?? CourseRules.Default;

    /// <summary>How grid events and tickets are handled.</summary>
    public GridEventTerms GridEvents { get; init; } = GridEvents ?? GridEventTerms.Default;

    /// <summary>What is kept in stock.</summary>
    public StockTerms Stocks { get; init; } = Stocks ?? StockTerms.None;

    /// <summary>Neighbour cities that may be asked for forces.</summary>
    public IReadOnlyList<PartnerCity> Partners { get; init; } = Partners ?? [];

    /// <summary>Hours at which travel takes longer.</summary>
    public IReadOnlyList<TravelPeriod> Periods { get; init; } = Periods ?? [];

    /// <summary>What keeps a responder of this kind ready: its sign-in, and for minimal units the checks.</summary>
    public ReadinessTerms TermsOf(ResponderKind kind) => new(
        kind.SignInSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        kind.PremisesOnly ? [.. UnitChecks.Select(check => new CheckValidity(check.Id, TimeSpan.FromDays(check.ValidDays)))] : []);
}

/// <summary>A type of incident.</summary>
public sealed record IncidentType(string Id, BilingualName Name);

/// <summary>One of the uniform checks of a minimal unit, with how long a renewal holds.</summary>
public sealed record UnitCheck(string Id, BilingualName Name, int ValidDays);
