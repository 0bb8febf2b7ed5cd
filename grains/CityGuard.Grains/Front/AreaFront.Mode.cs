using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.People;
using CityGuard.Grains.Areas;
using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Front;

/// <summary>How much goes by itself in an area.</summary>
internal sealed partial class AreaFront
{
    private const int LongestWhy = 500;

    public async Task<Answer<Done>> SetMode(Credential caller, string area, ModeCommand command)
    {
        var admitted = await mandates.OverArea(caller, area, CommandRight.Direct);
        if (admitted.Refusal is { } shut)
            return shut;
        if ((Commanding(area).Refusal ?? ModeCheck(command) ?? ReportCheck.Text(command.Why, 1, LongestWhy, "why") ?? IncidentFront.IdCheck(command.Command)) is { } refusal)
            return refusal;
        var id = command.Command ?? IncidentFront.NewId();
        return await inward.Ask(() => Area(area).SetMode(command.Mode, command.Why, admitted.Value!.Name, id));
    }

    public async Task<Answer<AreaModes>> Modes(Credential caller, string area)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } shut)
            return shut;
        var within = Commanding(area);
        if (within.Refusal is { } refusal)
            return refusal;
        var sectors = index.Areas.Sectors(within.Value).ToArray();
        var said = await round.Ask(sectors, sector => sector.Mode());
        return await inward.Read<AreaModes>(async () => new AreaModes(
            AreaId.Parse(area), await Area(area).Mode(),
            [.. sectors.Where(said.ContainsKey).Select(sector => new SectorMode(SectorId(sector), said[sector]))], [.. sectors.Where(sector => !said.ContainsKey(sector)).Select(SectorId)]));
    }

    // The serializer lets a number through that no mode has.
    private static Refusal? ModeCheck(ModeCommand? command)
        => command is null || !Enum.IsDefined(command.Mode) ? new Refusal(RefusalCode.Malformed, "mode is none of automatic, recommend, manual") : null;

    private AreaId SectorId(int sector) => AreaId.Parse(index.SectorIds[sector]);

    private IAreaGrain Area(string area) => GrainFactory.GetGrain<IAreaGrain>(area);
}
