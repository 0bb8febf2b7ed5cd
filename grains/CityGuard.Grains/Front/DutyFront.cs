using CityGuard.Abstractions;
using CityGuard.Abstractions.Duty;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
using CityGuard.Domain.People;
using CityGuard.Grains.Areas;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Readiness;
using Orleans.Concurrency;

namespace CityGuard.Grains.Front;

/// <summary>The door to graded duty: checks who orders what where, and shows what is in force.</summary>
[StatelessWorker, Reentrant, GrainType("duty-front")]
internal sealed class DutyFront(CityIndex index, ICallerVerifier verifier, Mandates mandates, Inward inward, SectorRound round, TimeProvider time) : Grain, IDutyFront
{
    private const int Scenario = 100, Why = 500, LevelKey = 64;

    public async Task<Answer<DutyView>> Set(Credential caller, string area, DutyCommand command)
    {
        var admitted = await mandates.OverArea(caller, area);
        var at = Commanding(area);
        if ((admitted.Refusal ?? at.Refusal ?? ReportCheck.Text(command?.Level, 1, LevelKey, "level") ?? ReportCheck.Text(command?.Scenario, 1, Scenario, "scenario")
                ?? ReportCheck.Text(command?.Why, 1, Why, "why") ?? IncidentFront.IdCheck(command?.Command)) is { } refusal)
            return refusal;
        var (by, id) = (admitted.Value!.Name, command!.Command ?? IncidentFront.NewId());
        var done = await inward.Ask(() => Area(at.Value).SetDuty(command, by, id));
        return done.Refusal is { } no ? no : await View(at.Value);
    }

    public async Task<Answer<DutyView>> End(Credential caller, string area, EndDutyCommand command)
    {
        var admitted = await mandates.OverArea(caller, area);
        var at = Commanding(area);
        if ((admitted.Refusal ?? at.Refusal ?? ReportCheck.Text(command?.Why, 1, Why, "why") ?? IncidentFront.IdCheck(command?.Command)) is { } refusal)
            return refusal;
        var (by, id) = (admitted.Value!.Name, command!.Command ?? IncidentFront.NewId());
        var done = await inward.Ask(() => Area(at.Value).EndDuty(command, by, id));
        return done.Refusal is { } no ? no : await View(at.Value);
    }

    public async Task<Answer<DutyView>> Acknowledge(Credential caller, string sector, AcknowledgeDutyCommand command)
    {
        var admitted = await mandates.OverArea(caller, sector, CommandRight.Handle);
        var at = Commanding(sector);
        if ((admitted.Refusal ?? at.Refusal ?? IncidentFront.IdCheck(command?.Command)) is { } refusal)
            return refusal;
        if (index.City.Areas[at.Value].Kind != AreaKind.Sector)
            return new Refusal(RefusalCode.Unprocessable, $"the stations below acknowledge what {sector} has ordered: name one of them");
        if (command!.Measures is { Count: > 16 } || command.Measures?.Any(measure => !Enum.IsDefined(measure)) == true)
            return new Refusal(RefusalCode.Malformed, $"measures: name some of {string.Join(", ", Enum.GetNames<DutyMeasure>())}");
        var picture = await inward.Read<DutyPicture>(async () => await Picture(at.Value));
        if (picture.Refusal is { } silence)
            return silence;
        if (picture.Value!.Areas.FirstOrDefault(said => said.Area == command.Area)?.Orders.FirstOrDefault(order => order.Version == command.Order) is not { } order)
            return new Refusal(RefusalCode.Unknown, $"{sector} is under no order {command.Order} of {command.Area}: it never was given, or is over");
        var (by, id) = (admitted.Value!.Name, command.Command ?? IncidentFront.NewId());
        var done = await inward.Ask(() => Area(at.Value).AcknowledgeDuty(order, [.. command.Measures ?? []], by, id));
        return done.Refusal is { } no ? no : await View(at.Value);
    }

    public async Task<Answer<DutyView>> Duty(Credential caller, string area)
    {
        var at = Commanding(area);
        return ((await verifier.Admit(caller, Scope.Read)).Refusal ?? at.Refusal) is { } refusal ? refusal : await View(at.Value);
    }

    private Task<Answer<DutyView>> View(int area) => inward.Read<DutyView>(async () =>
    {
        var picture = await Picture(area);
        var sectors = await round.Ask(index.Areas.Sectors(area).ToArray(), sector => sector.DutyMeasures());
        var inForce = picture.At(time.GetUtcNow(), index.City.Rules.Duty);
        return new DutyView(
            index.City.Areas[area].Id, inForce, index.City.Rules.Duty[inForce.Rank], [.. picture.Areas.SelectMany(said => said.Orders)],
            [.. sectors.OrderBy(sector => sector.Key).Select(sector => sector.Value)]);
    });

    /// <summary>What the area and those above it have ordered.</summary>
    private async Task<DutyPicture> Picture(int area)
    {
        var picture = DutyPicture.Empty;
        foreach (var above in index.Areas.SelfAndAncestors(area).ToArray())
            if (await Area(above).Duty() is { Version: > 0 } said)
                picture = picture.With(said);
        return picture;
    }

    private Answer<int> Commanding(string? area)
    {
        if (area is null || !index.City.TryArea(area, out var at))
            return new Refusal(RefusalCode.Unknown, $"the city has no area '{Places.Short(area ?? "")}'");
        return index.City.Areas[at].Kind is AreaKind.City or AreaKind.District or AreaKind.Sector && index.Areas.Sectors(at).Length > 0
            ? at
            : new Refusal(RefusalCode.Unprocessable, $"nobody is on duty for {area}: set the duty of a sector, a district or the city");
    }

    private IAreaGrain Area(int area) => GrainFactory.GetGrain<IAreaGrain>(index.City.Areas[area].Id.Value);
}
