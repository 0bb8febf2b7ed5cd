using CityGuard.Abstractions;
using CityGuard.Abstractions.Stocks;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Stocks;
using CityGuard.Domain.Areas.Stocks.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Journaling;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Areas.Stocks;

/// <summary>The shelves of an area, on a stream of their own: an incident that draws waits for no duty level, and a count that is set waits for no incident.</summary>
[GrainType("stock"), DistrictPlacement]
internal sealed class StockGrain(CityIndex index, IJournal journal, TimeProvider time, ILogger<StockGrain> log)
    : LookingGrain<StockState, StockEvent>(journal, EventCodec.Stocks, StockState.Empty), IStockGrain
{
    private Area _area = null!;

    protected override string Stream => StockStream.Of(_area.Id);

    private StockTerms Terms => index.City.Rules.Stocks;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (!index.City.TryArea(this.GetPrimaryKeyString(), out var at))
            throw new ArgumentException($"The city has no area {this.GetPrimaryKeyString()}.");
        _area = index.City.Areas[at];
        return base.OnActivateAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<DrawnSupply>> Draw(IncidentId incident, string op, IReadOnlyList<PlannedSupply> wanted)
    {
        var kept = wanted.Where(supply => Terms.CountOf(_area, supply.Item) is not null).ToArray();
        await Carry(kept, (state, supply) => StockRules.Draw(state, new DrawKey(incident, op, supply.Item), supply.Count, Terms.CountOf(_area, supply.Item)!.Value, time.GetUtcNow()));
        return [.. kept.Select(supply => new DrawnSupply(supply.Item, _area.Id, State.Draws[new DrawKey(incident, op, supply.Item)].Drawn.Count))];
    }

    public Task Return(IncidentId incident, string op, IReadOnlyList<DrawnSupply> used)
        => Carry(used, (state, supply) => StockRules.Return(state, new DrawKey(incident, op, supply.Item), supply.Count, time.GetUtcNow()));

    public async Task<Answer<StockView>> Set(string item, SetStockCommand command, string by)
    {
        if (Terms.CountOf(_area, item) is not { } begins)
            return new Refusal(RefusalCode.Unknown, $"{_area.Id} keeps no '{item}', only {string.Join(", ", Terms.KeptBy(_area).Select(kept => kept.Item.Id))}");
        var objection = await Execute(state => command.IfVersion is { } seen && seen != Version && !state.Commands.ContainsKey(command.Command!)
            ? new Objection(ObjectionKind.Conflict, $"the books of {_area.Id} have moved on to version {Version}: look again")
            : StockRules.Set(state, item, command.Count, begins, by, command.Why, time.GetUtcNow(), command.Command!));
        return objection is not null ? objection.ToRefusal() : await View();
    }

    public Task<StockView> View() => Task.FromResult(new StockView(
        _area.Id, Version, [.. Terms.KeptBy(_area).Select(kept => new StockItemView(
            kept.Item.Id, kept.Item.Name, kept.Item.Unit, kept.Item.Consumable, State.OnShelf(kept.Item.Id, kept.Count), State.Out(kept.Item.Id)))]));

    protected override StockState Evolve(StockState state, StockEvent happened) => state.Evolve(happened);

    protected override StreamHead Head(StockState state, long version) => new(null);

    /// <summary>All of it in one append. What a rule will not have is a fault of ours: it is left out and logged, and the rest is done.</summary>
    private async Task Carry<T>(IReadOnlyList<T> all, Func<StockState, T, Decision<StockEvent>> decide) => await Execute(state =>
    {
        var facts = new List<StockEvent>();
        foreach (var one in all)
        {
            var decision = decide(state, one);
            if (decision.Objection is { } objection)
                log.LogError("{Stock}: {Reason}", Stream, objection.Reason);
            facts.AddRange(decision.Events);
            state = decision.Events.Aggregate(state, (before, happened) => before.Evolve(happened));
        }

        return facts.ToArray();
    });
}
