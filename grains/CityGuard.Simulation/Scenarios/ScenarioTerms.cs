using CityGuard.Cities;
using CityGuard.Domain.Targets;
using CityGuard.Simulation.Engine;

namespace CityGuard.Simulation.Scenarios;

/// <summary>Ranges of time, policy and service.</summary>
internal static class ScenarioTerms
{
    public static IEnumerable<ScenarioProblem> Problems(Scenario scenario, CityModel city)
    {
        var time = scenario.Time;
        if (string.IsNullOrWhiteSpace(scenario.Name) || scenario.Name.Length > 100)
            yield return new("$.name", "a name has 1 to 100 characters");
        if (time.Start is < 0 or >= OpeningHours.Week)
            yield return new("$.time.start", $"minute {time.Start} is none of a week: 0 (Monday 00:00) to 10,079");
        if (time.Days is not (> 0 and <= 366))
            yield return new("$.time.days", $"{time.Days} days do not lie above 0 and up to 366");
        if (time.WarmUpHours is not (>= 0 and <= 240) || time.WarmUpHours != Math.Floor(time.WarmUpHours))
            yield return new("$.time.warmUpHours", $"{time.WarmUpHours} hours are no whole number from 0 to 240");
        foreach (var problem in Policy(scenario.Policy, city).Concat(Service(scenario.Service, city)).Concat(scenario.Demand is { } demand ? GivenDemands.Problems(demand, city) : []).Concat(scenario.Live is { } live ? Live(live, city) : []))
            yield return problem;
    }

    private static IEnumerable<ScenarioProblem> Live(LiveBase live, CityModel city)
    {
        foreach (var (responder, i) in live.Responders.Select((r, i) => (r, i)))
            if (!city.TryResponder(responder.Id, out _) || !city.TryCell(responder.Cell, out _) || responder.BusySeconds is < 0 or > 604_800)
                yield return new($"$.live.responders[{i}]", $"the city has no responder '{responder.Id}' or no cell '{responder.Cell}', or it is busy for less than 0 s or more than a week");
        foreach (var twice in live.Responders.GroupBy(r => r.Id).Where(g => g.Count() > 1))
            yield return new("$.live.responders", $"{twice.Key} is named {twice.Count()} times");
        foreach (var (who, post) in live.Posts ?? new Dictionary<string, Domain.Geography.GeoPoint>())
            if (!city.TryResponder(who, out _) || !post.IsValid || !city.Locator.TryLocate(post, out _))
                yield return new($"$.live.posts.{who}", $"the city has no responder '{who}', or it would be posted outside the city");
        foreach (var (incident, i) in live.Incidents.Select((r, i) => (r, i)))
            if (!city.TryCell(incident.Cell, out _) || (incident.Target is { } target && !city.TryTarget(target, out _)) || !city.Rules.IncidentTypes.Any(t => t.Id == incident.Type))
                yield return new($"$.live.incidents[{i}]", $"the city has no cell '{incident.Cell}', no target '{incident.Target}' or no type '{incident.Type}'");
    }

    private static IEnumerable<ScenarioProblem> Policy(ScenarioPolicy policy, CityModel city)
    {
        foreach (var (layer, i) in policy.Layers.Select((l, i) => (l, i)))
        {
            if (layer.WithinSeconds is < 1 or > 6000)
                yield return new($"$.policy.layers[{i}].withinSeconds", $"{layer.WithinSeconds} s do not lie between 1 and 6,000");
            foreach (var kind in layer.Kinds.Where(kind => !city.Rules.Kinds.Any(k => k.Id == kind)))
                yield return new($"$.policy.layers[{i}].kinds", $"there is no kind '{kind}'");
        }

        if (policy.CoverageSeconds is < 1 or > 3600)
            yield return new("$.policy.coverageSeconds", $"{policy.CoverageSeconds} s do not lie between 1 and 3,600");
        if (policy.BusyFraction is not (>= 0 and < 1))
            yield return new("$.policy.busyFraction", $"{policy.BusyFraction} does not lie between 0 and below 1");
        if (policy.PatrolMinutes is < 1 or > 1440)
            yield return new("$.policy.patrolMinutes", $"{policy.PatrolMinutes} minutes do not lie between 1 and 1,440");
        if (policy.AidAfterSeconds is < 0)
            yield return new("$.policy.aidAfterSeconds", "0 or more");
        if (policy.Relocation == RelocationRule.Table && policy.ComplianceTable.Count == 0)
            yield return new("$.policy.complianceTable", "relocation by table needs one");
        foreach (var (row, i) in policy.ComplianceTable.Select((r, i) => (r, i)))
            foreach (var cell in row.Where(cell => !city.TryCell(cell, out _)))
                yield return new($"$.policy.complianceTable[{i}]", $"there is no cell '{cell}'");
    }

    private static IEnumerable<ScenarioProblem> Service(ServiceTimes service, CityModel city)
    {
        if (service.Processing.Objection() is { } processing)
            yield return new("$.service.processing", processing);
        if (service.TurnoutCv is not (>= 0 and <= 2))
            yield return new("$.service.turnoutCv", $"{service.TurnoutCv} does not lie between 0 and 2");
        if (service.OnScene.Objection() is { } onScene)
            yield return new("$.service.onScene", onScene);
        foreach (var (type, distribution) in service.OnSceneByType)
        {
            if (!city.Rules.IncidentTypes.Any(t => t.Id == type))
                yield return new($"$.service.onSceneByType.{type}", $"there is no type '{type}'");
            if (distribution.Objection() is { } reason)
                yield return new($"$.service.onSceneByType.{type}", reason);
        }

        if (service.TargetShare is not (>= 0 and <= 1))
            yield return new("$.service.targetShare", $"{service.TargetShare} does not lie between 0 and 1");
        if (service.CalmFactor is not (>= 1 and <= 5))
            yield return new("$.service.calmFactor", $"{service.CalmFactor} does not lie between 1 and 5");
        if (service.Transport is not { } transport)
            yield break;
        if (transport.Share is not (>= 0 and <= 1))
            yield return new("$.service.transport.share", $"{transport.Share} does not lie between 0 and 1");
        if (transport.Places.Count == 0 || transport.Places.Any(p => !p.IsValid || !city.Locator.TryLocate(p, out _)))
            yield return new("$.service.transport.places", "there is none, or one lies outside the city");
        if (transport.Handover.Objection() is { } handover)
            yield return new("$.service.transport.handover", handover);
    }
}
