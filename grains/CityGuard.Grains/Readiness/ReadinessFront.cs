using CityGuard.Abstractions;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Readiness;
using CityGuard.Grains.Cells;
using CityGuard.Grains.Front;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Sectors;
using CityGuard.Grains.Targets;
using Orleans.Concurrency;

namespace CityGuard.Grains.Readiness;

/// <summary>The door to the boards: checks who asks, finds the sector, adds up what sectors say.</summary>
[StatelessWorker]
internal sealed class ReadinessFront(CityIndex index, SectorRound round, ICallerVerifier verifier, TimeProvider time, Inward inward) : Grain, IReadinessFront
{
    public async Task<Answer<CircleView>> Cell(Credential caller, string cell)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal)
            return refusal;
        if (!index.City.TryCell(cell, out var at))
            return new Refusal(RefusalCode.Unknown, $"There is no cell '{cell}'.");
        return await inward.Read<CircleView>(async () => Since(await Sector(at).CellCircle(at), await GrainFactory.GetGrain<ICellGrain>(cell).Standing()));
    }

    public async Task<Answer<CircleView>> Target(Credential caller, string target)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal)
            return refusal;
        if (!index.City.TryTarget(target, out var at))
            return new Refusal(RefusalCode.Unknown, $"There is no key target '{target}'.");
        return await inward.Read<CircleView>(
            async () => Since(await Sector(index.TargetCell[at]).TargetCircle(at), (await GrainFactory.GetGrain<IKeyTargetGrain>(target).Standing()).Circle));
    }

    public async Task<Answer<ReadinessSummary>> Summary(Credential caller, string area)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal)
            return refusal;
        if (!index.City.TryArea(area, out var at))
            return new Refusal(RefusalCode.Unknown, $"There is no area '{area}'.");
        var asked = index.City.Areas[at];
        var sector = asked.Kind == AreaKind.Beat ? index.Areas.Parent[at] : at;
        var sectors = index.Areas.Sectors(sector).ToArray();
        if (sectors.Length == 0)
            return new Refusal(RefusalCode.Unprocessable, $"Readiness is counted down the police tree; '{area}' is a {asked.Kind} of the civil tree.");
        var answers = await round.Summaries(sectors);
        if (asked.Kind is AreaKind.City or AreaKind.District)
            return SummarySums.Of(index, asked, sectors, answers, time.GetUtcNow()) with { Children = Children(at, answers) };
        if (!answers.TryGetValue(sectors[0], out var whole))
            return SummarySums.Of(index, asked, sectors, answers, time.GetUtcNow());
        return asked.Kind == AreaKind.Sector
            ? whole
            : whole.Children.FirstOrDefault(c => c.Area.Id == asked.Id) ?? (Answer<ReadinessSummary>)new Refusal(RefusalCode.Unknown, $"Beat '{area}' has no cells.");
    }

    public async Task<Answer<IReadOnlyList<FragileTarget>>> Fragile(Credential caller, string area, int most)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal)
            return refusal;
        if (!index.City.TryArea(area, out var at))
            return new Refusal(RefusalCode.Unknown, $"There is no area '{area}'.");
        if (most is < 1 or > 200)
            return new Refusal(RefusalCode.Malformed, "'most' must be 1 to 200.");
        var answers = await round.Ask(index.Areas.Sectors(at).ToArray(), s => s.Fragile());
        return answers.Values.SelectMany(f => f)
            .OrderBy(f => f.Grade).ThenByDescending(f => f.Level).ThenBy(f => f.Since).ThenBy(f => f.Target.Value, StringComparer.Ordinal)
            .Take(most).ToArray();
    }

    public async Task<CityHealth> Health()
    {
        var (city, hash) = (index.City, index.City.Manifest.Hash);
        var answers = await round.Ask(Enumerable.Range(0, index.SectorCount), s => s.Ensure(hash));
        var ready = answers.Values.Count(r => r);
        return new CityHealth(
            ready == index.SectorCount, city.Manifest.CityId, city.Cells.Count, index.SectorCount, city.Responders.Length, city.Targets.Length,
            await StandingActors.Count(GrainFactory), ready);
    }

    /// <summary>The actor remembers across boards since when it has been so.</summary>
    private static CircleView Since(CircleView circle, PlaceStanding standing)
        => standing.Certain == circle.Level && circle.Level != ReadinessLevel.Unknown && standing.CertainSince < circle.Since
            ? circle with { Since = standing.CertainSince }
            : circle;

    private ReadinessSummary[] Children(int area, IReadOnlyDictionary<int, ReadinessSummary> answers)
    {
        var children = new List<ReadinessSummary>();
        foreach (var child in index.Areas.Children(area))
            if (index.Areas.Sectors(child) is { Length: > 0 } sectors)
                children.Add(SummarySums.Of(index, index.City.Areas[child], sectors.ToArray(), answers, time.GetUtcNow()));
        return [.. children];
    }

    private ISectorGrain Sector(int cell) => GrainFactory.GetGrain<ISectorGrain>(index.SectorIds[index.SectorOfCell(cell)]);
}
