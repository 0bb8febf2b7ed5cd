using CityGuard.Abstractions;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Stocks;
using CityGuard.Domain.Areas;
using CityGuard.Domain.People;
using CityGuard.Grains.Areas.Stocks;
using CityGuard.Grains.Hosting;
using Orleans.Concurrency;

namespace CityGuard.Grains.Front;

/// <summary>The door to stocks.</summary>
[StatelessWorker, Reentrant, GrainType("stock-front")]
internal sealed class StockFront(CityIndex index, ICallerVerifier verifier, Inward inward, Mandates mandates) : Grain, IStockFront
{
    private const int Why = 500, Item = 64;

    public async Task<Answer<StockView>> Get(Credential caller, string area)
    {
        if (((await verifier.Admit(caller, Scope.Read)).Refusal ?? Keeper(area)) is { } refusal)
            return refusal;
        return await inward.Read<StockView>(async () => await Stock(area).View());
    }

    public async Task<Answer<StockView>> Set(Credential caller, string area, string item, SetStockCommand command)
    {
        var admitted = await mandates.OverArea(caller, area, CommandRight.Handle);
        if ((admitted.Refusal ?? Keeper(area) ?? ReportCheck.Text(item, 1, Item, "item") ?? ReportCheck.Text(command?.Why, 1, Why, "why") ?? IncidentFront.IdCheck(command?.Command)) is { } refusal)
            return refusal;
        var given = command! with { Command = command.Command ?? IncidentFront.NewId() };
        return await inward.Ask(() => Stock(area).Set(item, given, admitted.Value!.Name));
    }

    private Refusal? Keeper(string? area)
    {
        if (area is null || !index.City.TryArea(area, out var at))
            return new Refusal(RefusalCode.Unknown, $"the city has no area '{Places.Short(area ?? "")}'");
        return index.City.Areas[at].Kind is AreaKind.City or AreaKind.District or AreaKind.Sector
            ? null
            : new Refusal(RefusalCode.Unprocessable, $"{area} keeps no stock: ask for a sector, a district or the city");
    }

    private IStockGrain Stock(string area) => GrainFactory.GetGrain<IStockGrain>(area);
}
