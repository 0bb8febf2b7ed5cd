using CityGuard.Domain.Areas;

namespace CityGuard.Domain.Duty;

/// <summary>A duty level (勤务等级) as a table of measures; names are data.</summary>
/// <param name="Level">Key: <c>normal</c>, <c>3</c>, <c>2</c>, <c>1</c>.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="ShareOut">Share of each responder kind that should be out, 0 to 1, by kind key; a kind not named: 1.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.DutyMeasures")]
public sealed record DutyMeasures(
    [property: Id(0)] string Level,
    [property: Id(1)] BilingualName Name,
    [property: Id(2)] IReadOnlyDictionary<string, double> ShareOut);
