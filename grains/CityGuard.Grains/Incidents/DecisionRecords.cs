using System.Text.Json;
using CityGuard.Domain;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Incidents;

/// <summary>Turns what the board saw (dense indexes) into what the journal keeps (stable keys).</summary>
internal static class DecisionRecords
{
    public static string KeyOf(Verdict verdict) => JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString());

    public static Decided Record(CityIndex index, Selection selection, Requirement wanted, ResponsePlan plan, PlanRole role, string cause, DispatchMode mode, Reach reach, DateTimeOffset at) => new(
        plan.Id,
        role.Role,
        cause,
        selection.RulesVersion,
        new WantedRecord(role.Kinds, role.Capabilities, wanted.Count, wanted.LimitDeciseconds == Travel.Beyond ? null : wanted.LimitDeciseconds),
        [.. selection.Chosen.Select(chosen => index.City.Responders[chosen.Responder].Id)],
        [.. selection.Nearest.Select(near => Record(index, near.Candidate, near.Verdict, wanted))],
        ByKey(selection.Counts),
        mode == DispatchMode.Automatic,
        at,
        mode,
        RecommendationRules.Counting(mode, selection.Word),
        reach == Reach.Ring ? null : reach,
        plan.Version);

    public static CandidateRecord Record(CityIndex index, Candidate seen, Verdict verdict, Requirement wanted) => new(
        index.City.Responders[seen.Responder].Id,
        index.KindIds[seen.Kind],
        seen.Flags,
        wanted.Capabilities == 0 ? null : KeyMask.Keys(index.City.Rules.Capabilities, seen.Capabilities & wanted.Capabilities),
        seen.Deciseconds == Travel.Beyond ? null : seen.Deciseconds,
        seen.Epoch,
        verdict);

    public static Dictionary<string, int> ByKey(int[] byVerdict)
    {
        var counts = new Dictionary<string, int>();
        for (var verdict = 0; verdict < byVerdict.Length; verdict++)
            if (byVerdict[verdict] > 0)
                counts[KeyOf((Verdict)verdict)] = byVerdict[verdict];
        return counts;
    }
}
