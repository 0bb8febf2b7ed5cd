using CityGuard.Cities;

namespace CityGuard.Simulation.Scenarios;

/// <summary>What may be asked of the calls.</summary>
internal static class DemandTerms
{
    public static IEnumerable<ScenarioProblem> Problems(string path, Edit edit, CityModel city) => edit switch
    {
        DemandEdit demand => Demand(path, demand, city),
        CrowdEdit crowd => Crowd(path, crowd, city),
        InjectEdit inject => inject.Incidents.SelectMany((incident, i) => Given($"{path}.incidents[{i}]", incident, city)),
        _ => [],
    };

    private static IEnumerable<ScenarioProblem> Demand(string path, DemandEdit edit, CityModel city)
    {
        if (edit.Factor is not (>= 0 and <= 20))
            yield return new(path + ".factor", $"calls are multiplied by 0 to 20, not by {edit.Factor}");
        foreach (var type in (edit.Types ?? []).Where(type => !city.Demand.Mix.Any(m => m.Type == type)))
            yield return new(path + ".types", $"the city's demand has no type '{type}'");
        if (edit.Area is { } area && !city.TryArea(area, out _))
            yield return new(path + ".area", $"there is no area '{area}'");
    }

    private static IEnumerable<ScenarioProblem> Crowd(string path, CrowdEdit edit, CityModel city)
    {
        if (!edit.Place.IsValid || !city.Locator.TryLocate(edit.Place, out _))
            yield return new(path + ".place", $"{edit.Place.Lon}, {edit.Place.Lat} lies outside the city");
        if (edit.RadiusMetres is not (>= 0 and <= 5000))
            yield return new(path + ".radiusMetres", $"{edit.RadiusMetres} m do not lie between 0 and 5,000");
        if (edit.Profile.Count == 0 || edit.Profile.Any(rate => rate is not (>= 0 and <= 1000)))
            yield return new(path + ".profile", "it gives expected incidents for each hour, 0 to 1,000");
        if (edit.Mix.Count == 0 || edit.Mix.Any(m => m.Share is not (>= 0 and <= 1) || m.OnSceneSeconds < 0) || edit.Mix.Sum(m => m.Share) <= 0)
            yield return new(path + ".mix", "it gives types with shares of 0 to 1, one of them above 0, and times on scene of 0 or more");
        foreach (var share in edit.Mix.Where(share => !city.Rules.IncidentTypes.Any(t => t.Id == share.Type)))
            yield return new(path + ".mix", $"there is no type '{share.Type}'");
    }

    private static IEnumerable<ScenarioProblem> Given(string path, Injected incident, CityModel city)
    {
        if (!double.IsFinite(incident.AtSeconds) || incident.AtSeconds < 0)
            yield return new(path + ".atSeconds", "0 or more");
        if (!city.Rules.IncidentTypes.Any(t => t.Id == incident.Type))
            yield return new(path + ".type", $"there is no type '{incident.Type}'");
        if (incident.OnSceneSeconds is < 0 or > 604_800)
            yield return new(path + ".onSceneSeconds", "0 to a week");
        if (incident.Target is { } target ? !city.TryTarget(target, out _) : incident.Place is not { } place || !place.IsValid || !city.Locator.TryLocate(place, out _))
            yield return new(path + ".place", "it names a target of the city or a place within it");
    }
}
