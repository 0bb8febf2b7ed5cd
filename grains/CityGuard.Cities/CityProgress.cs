namespace CityGuard.Cities;

/// <summary>How far the making of a city has come.</summary>
/// <param name="Stage">Stable key of the stage, e.g. <c>roads</c>, <c>travel</c>, <c>save</c>.</param>
/// <param name="Fraction">Share of that stage done, 0 to 1.</param>
public sealed record CityProgress(string Stage, double Fraction);
