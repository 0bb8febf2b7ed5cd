using CityGuard.Abstractions;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Readiness;
using CityGuard.Grains.Cells;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Sectors;
using CityGuard.Grains.Targets;
using Orleans.Concurrency;

namespace CityGuard.Grains.Readiness;

/// <summary>The door to the boards: checks who asks, finds the sector, adds up what sectors say.</summary>
[StatelessWorker]
internal sealed class ReadinessFront(CityIndex index, SectorRound round, CityCondition condition, ICallerVerifier verifier, TimeProvider time)
    : Grain, IReadinessFront
{
    public async Task<Answer<CircleView>> Cell(Credential caller, string cell)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal)
            return refusal;
        if (!index.City.TryCell(cell, out var at))
            return new Refusal(RefusalCode.Unknown, $"There is no cell '{cell}'.");
        var remembered = round.OrSilent(() => GrainFactory.GetGrain<ICellGrain>(cell).Standing());
        var duty = round.OrSilent(() => GrainFactory.GetGrain<ICellGrain>(cell).DutyNow());
        var circle = await round.OrSilent(() => Sector(at).CellCircle(at)) ?? SilentCircle.OfCell(index, at, time.GetUtcNow());
        return Remembering(circle, await remembered) with { Duty = await duty };
    }

    public async Task<Answer<CircleView>> Target(Credential caller, string target)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal)
            return refusal;
        if (!index.City.TryTarget(target, out var at))
            return new Refusal(RefusalCode.Unknown, $"There is no key target '{target}'.");
        var remembered = round.OrSilent(() => GrainFactory.GetGrain<IKeyTargetGrain>(target).Standing());
        var duty = round.OrSilent(() => GrainFactory.GetGrain<IKeyTargetGrain>(target).DutyNow());
        var circle = await round.OrSilent(() => Sector(index.TargetCell[at]).TargetCircle(at)) ?? SilentCircle.OfTarget(index, at, time.GetUtcNow());
        return Remembering(circle, (await remembered)?.Circle) with { Duty = await duty };
    }

    public async Task<Answer<ReadinessSummary>> Summary(Credential caller, string area)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal)
            return refusal;
        if (!index.City.TryArea(area, out var at))
            return new Refusal(RefusalCode.Unknown, $"There is no area '{area}'.");
        var parts = index.City.Areas[at].Kind switch
        {
            AreaKind.City or AreaKind.District => CountedParts.None,
            AreaKind.Sector or AreaKind.Beat => CountedParts.Beats,
            _ => CountedParts.Communities,
        };
        var (counts, now) = (await round.Counts(index.Areas.Touching(at).ToArray(), parts), time.GetUtcNow());
        return SummarySums.Of(index, at, counts, now, [.. Children(at).Select(child => SummarySums.Of(index, child, counts, now, []))]);
    }

    public async Task<Answer<IReadOnlyList<FragileTarget>>> Fragile(Credential caller, string area, int most)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal)
            return refusal;
        if (!index.City.TryArea(area, out var at))
            return new Refusal(RefusalCode.Unknown, $"There is no area '{area}'.");
        if (most is < 1 or > 200)
            return new Refusal(RefusalCode.Malformed, "'most' must be 1 to 200.");
        var answers = await round.Ask(index.Areas.Touching(at).ToArray(), s => s.Fragile());
        // The levels are in the order of display, best first: what can still be saved stands before what is broken already.
        return answers.Values.SelectMany(f => f)
            .Where(f => index.City.TryTarget(f.Target.Value, out var target) && index.IsWithin(index.TargetCell[target], at))
            .OrderBy(f => f.Grade).ThenBy(f => f.Level).ThenBy(f => f.Since).ThenBy(f => f.Target.Value, StringComparer.Ordinal)
            .Take(most).ToArray();
    }

    public Task<CityHealth> Health() => condition.Look();

    /// <summary>The actor remembers across boards since when it has been so, and when a patrol was there.</summary>
    private static CircleView Remembering(CircleView circle, PlaceStanding? standing)
    {
        if (standing is null)
            return circle;
        var patrolled = circle.PatrolledAt is null || standing.PatrolledAt > circle.PatrolledAt ? standing.PatrolledAt : circle.PatrolledAt;
        return standing.Certain == circle.Level && circle.Level != ReadinessLevel.Unknown && standing.CertainSince < circle.Since
            ? circle with { Since = standing.CertainSince, PatrolledAt = patrolled }
            : circle with { PatrolledAt = patrolled };
    }

    /// <summary>One level down: the police tree as far as it goes, and communities under a street.</summary>
    private int[] Children(int area) => [.. index.Areas.Children(area).ToArray().Where(child =>
        index.City.Areas[child].Kind is AreaKind.District or AreaKind.Sector or AreaKind.Beat or AreaKind.Community && index.Areas.Touching(child).Length > 0)];

    private ISectorGrain Sector(int cell) => GrainFactory.GetGrain<ISectorGrain>(index.SectorIds[index.SectorOfCell(cell)]);
}
