using CityGuard.Abstractions;
using CityGuard.Abstractions.Roads;
using CityGuard.Cities.Roads.Conditions;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Roads;
using CityGuard.Domain.Roads.Events;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Journaling;

namespace CityGuard.Grains.Roads;

/// <summary>Closures and slow-downs of the city's roads, on a stream of their own.</summary>
[GrainType("roads")]
internal sealed class RoadsGrain(CityIndex index, IJournal journal, TimeProvider time, RoadWatch watch, CpuPool pool)
    : LookingGrain<RoadState, RoadEvent>(journal, EventCodec.Roads, RoadState.Empty), IRoadsGrain
{
    private readonly Dictionary<string, int> _counts = [];
    private HashSet<string> _drawn = [];
    private RoadShapes? _shapes;

    protected override string Stream => RoadStream.Of(index.City.Areas[0].Id);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
        => this.GetPrimaryKeyString() == index.City.Areas[0].Id.Value
            ? base.OnActivateAsync(cancellationToken)
            : throw new ArgumentException($"{this.GetPrimaryKeyString()} is not this city.");

    public async Task<Answer<RoadsView>> Restrict(RestrictRoadsCommand command, string by)
    {
        var place = new RoadPlace(command.Street, command.Area);
        var fault = await pool.Run(() => watch.Conditions.Objection(place.Street, place.Area));
        if (fault is not null)
            return new Refusal(RefusalCode.Unprocessable, fault);
        var objection = await Execute(state => RoadRules.Restrict(
            state, new RoadRestricted("r-" + command.Command, place, command.Factor, command.Until, time.GetUtcNow(), by, command.Why, command.Command!)));
        return await Answer(objection);
    }

    public async Task<Answer<RoadsView>> Release(string restriction, ReleaseRoadsCommand command, string by)
        => await Answer(await Execute(state => RoadRules.Release(state, new RoadReleased(restriction, time.GetUtcNow(), by, command.Why, command.Command!))));

    public async Task<RoadsView> View()
    {
        var standing = State.InForce(time.GetUtcNow()).ToArray();
        foreach (var one in standing.Where(s => !_counts.ContainsKey(s.Id)))
            _counts[one.Id] = await pool.Run(() => watch.Conditions.Count(new RoadRestriction(one.Place.Street, one.Place.Area, one.Factor)));
        return new RoadsView(
            Version, index.Travel.Now.Version, [.. standing.Select(s => new RoadRestrictionView(s.Id, s.Place.Street, s.Place.Area, s.Factor, s.Until, s.At, s.By, s.Why, _counts[s.Id]))]);
    }

    public async Task<RoadShapes> Shapes()
    {
        var (version, standing) = (Version, State.InForce(time.GetUtcNow()).ToArray());
        if (_shapes is { } known && known.Version == version && _drawn.SetEquals(standing.Select(s => s.Id)))
            return known;
        var drawn = await pool.Run(() => RoadDrawing.Draw(watch.Conditions, standing));
        (_shapes, _drawn) = (new RoadShapes(version, drawn), [.. standing.Select(s => s.Id)]);
        return _shapes;
    }

    protected override RoadState Evolve(RoadState state, RoadEvent happened) => state.Evolve(happened);

    protected override StreamHead Head(RoadState state, long version) => new(null);

    private async Task<Answer<RoadsView>> Answer(Objection? objection)
    {
        if (objection is not null)
            return objection.ToRefusal();
        watch.Nudge();
        return await View();
    }
}
