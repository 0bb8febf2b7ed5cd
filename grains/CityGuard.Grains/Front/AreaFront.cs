using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Grains.Areas.Aid;
using CityGuard.Grains.Areas.Counters;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Readiness;
using Orleans.Concurrency;

namespace CityGuard.Grains.Front;

/// <summary>The door to the life of an area. What concerns its hand-overs is in the other part.</summary>
[StatelessWorker, Reentrant, GrainType("area-front")]
internal sealed partial class AreaFront(CityIndex index, ICallerVerifier verifier, AreaPictures pictures, Inward inward, Mandates mandates, ReadinessPrices prices, OpenAids aids, SectorRound round, TimeProvider time)
    : Grain, IAreaFront
{
    public async Task<Answer<AreaBoard>> Board(Credential caller, string area)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } shut)
            return shut;
        var within = Commanding(area);
        return within.Refusal is { } refusal ? refusal : await inward.Read<AreaBoard>(async () => await pictures.Board(within.Value, time.GetUtcNow()));
    }

    /// <summary>An area that dispatches: a sector, a district or the city.</summary>
    private Answer<int> Commanding(string? area)
    {
        if (area is null || !index.City.TryArea(area, out var at))
            return new Refusal(RefusalCode.Unknown, $"the city has no area '{Places.Short(area ?? "")}'");
        return index.City.Areas[at].Kind is AreaKind.City or AreaKind.District or AreaKind.Sector && index.Areas.Sectors(at).Length > 0
            ? at
            : new Refusal(RefusalCode.Unprocessable, $"{area} commands nobody: ask for a sector, a district or the city");
    }
}
