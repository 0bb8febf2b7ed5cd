using CityGuard.Domain.Duty;
using CityGuard.Grains.Cells;
using CityGuard.Grains.Duty;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Targets;
using Microsoft.Extensions.Logging;
using Orleans.Core.Internal;

namespace CityGuard.Grains.Sectors;

/// <summary>Calls what is at home in a sector: wakes its actors, asks its silent responders, tells its places what the board says of them.</summary>
internal sealed class SectorHome(SectorServices services, ReadinessBoard board, OpenIncidents incidents, IGrainFactory grains)
{
    private readonly HashSet<int> _calling = [];
    private readonly HashSet<IUnderDuty> _untold = [];

    private SectorMap Map => board.Map;

    /// <summary>Calls everyone at home who is silent; what he answers wins over silence. A call that fails is made again by the next round.</summary>
    public Task CallSilent() => Bounded.ForEach(board.SilentHome(services.Time.GetUtcNow()).Where(r => !_calling.Contains(r)).ToArray(), Call);

    /// <summary>Wakes the cells and targets.</summary>
    public Task WakePlaces()
    {
        var cells = Enumerable.Range(Map.Range.First, Map.Range.Count).Select(c => (Func<Task>)(() => Cell(c).Wake()));
        return Bounded.ForEach(cells.Concat(Map.Targets.Select(t => (Func<Task>)(() => Target(t).Wake()))), wake => Try(wake, "wake a place"));
    }

    /// <summary>Has all actors at home placed anew, wherever they run.</summary>
    public Task SendAway()
    {
        IEnumerable<IAddressable> actors =
        [
            .. Map.Home.Select(Responder),
            .. Enumerable.Range(Map.Range.First, Map.Range.Count).Select(Cell),
            .. Map.Targets.Select(Target),
        ];
        return Bounded.ForEach(actors, actor => Try(() => actor.AsReference<IGrainManagementExtension>().MigrateOnIdle().AsTask(), "send an actor away"));
    }

    /// <summary>Tells viewers and the place itself. A board that is rebuilding has nothing to say to places, which remember better than it.</summary>
    public void Tell(PlaceChange change, bool viewersOnly)
    {
        if (change.Target)
            services.Feed.Target(change.Index, change.Level);
        else
            services.Feed.Cell(change.Index, change.Level);
        if (viewersOnly)
            return;
        if (change.Target)
            TellTarget(change.Index);
        else
            TellCell(change.Index);
    }

    /// <summary>Tells one part in <paramref name="parts"/> of all places again, so that what was lost heals without a burst.</summary>
    public void TellAgain(int part, int parts)
    {
        for (var c = part; c < Map.Range.Count; c += parts)
            TellCell(Map.Range.First + c);
        for (var t = part; t < Map.Targets.Length; t += parts)
            TellTarget(Map.Targets[t]);
    }

    public void TellCell(int cell)
    {
        var local = cell - Map.Range.First;
        Cell(cell).Told(Reading(board.Cell(local), board.Patrolled[local], incidents.CountIn(cell))).Ignore();
    }

    private void TellTarget(int target)
    {
        if (Map.TryLocalTarget(target, out var local))
            Target(target).Told(Reading(board.Target(local), null, 0)).Ignore();
    }

    /// <summary>What the areas above have ordered; every reading repeats it.</summary>
    public DutyPicture Duty { get; private set; } = DutyPicture.Empty;

    /// <summary>Tells everyone at home what is ordered, 64 at a time; who does not answer is told by <see cref="TellDutyAgain"/>.</summary>
    public Task TellDuty(DutyPicture picture)
    {
        OweDuty(picture);
        return TellDutyAgain();
    }

    /// <summary>Everyone at home is to be told by the next <see cref="TellDutyAgain"/>.</summary>
    public void OweDuty(DutyPicture picture)
    {
        Duty = picture;
        _untold.UnionWith(All());
    }

    public Task TellDutyAgain() => _untold.Count == 0 ? Task.CompletedTask : Bounded.ForEach(_untold.ToArray(), async one =>
    {
        try
        {
            var told = Duty;
            await one.HearDuty(told);
            if (ReferenceEquals(told, Duty))
                _untold.Remove(one);
        }
#pragma warning disable CA1031 // one who does not answer must not keep the others from hearing it
        catch (Exception e)
#pragma warning restore CA1031
        {
            services.Log.LogDebug(e, "One at home in {Sector} has not heard its duty", services.Index.SectorIds[Map.Sector]);
        }
    });

    public Task TellDuty(DutyPicture picture, int responder) => Responder(responder).HearDuty(picture);

    /// <summary>These are posted here since posts were moved for the last time: they are asked where they are now, and told what is ordered here.</summary>
    public Task TakeUpPosts(IReadOnlyList<int> newcomers, int count)
    {
        if (Duty.Stamp > 0)
            _untold.UnionWith(newcomers.Select(Responder));
        return Bounded.ForEach(newcomers, one => Try(async () => board.Hear(await Responder(one).TakePost(count), services.Time.GetUtcNow()), "tell one where it is posted now"));
    }

    private IEnumerable<IUnderDuty> All() =>
    [
        .. Map.Home.Select(Responder),
        .. Enumerable.Range(Map.Range.First, Map.Range.Count).Select(Cell),
        .. Map.Targets.Select(Target),
    ];

    private async Task Call(int responder)
    {
        if (!_calling.Add(responder))
            return;
        try
        {
            var before = board.TryKnown(responder, out var known) ? known.Beacon : null;
            var beacon = await Responder(responder).Wake();
            // Awaited, so it wins over what was known when it was asked, but not over a beacon that came meanwhile.
            var nothingCame = board.TryKnown(responder, out known) ? ReferenceEquals(known.Beacon, before) : before is null;
            board.Hear(beacon, services.Time.GetUtcNow(), answer: nothingCame);
        }
#pragma warning disable CA1031 // whatever keeps one responder from answering must not keep the others
        catch (Exception e)
#pragma warning restore CA1031
        {
            services.Log.LogDebug(e, "{Responder} does not answer its sector", services.Index.City.Responders[responder].Id);
        }
        finally
        {
            _calling.Remove(responder);
        }
    }

    private async Task Try(Func<Task> call, string what)
    {
        try
        {
            await call();
        }
#pragma warning disable CA1031 // one actor that fails to start must not keep the others asleep; the next reading wakes it
        catch (Exception e)
#pragma warning restore CA1031
        {
            services.Log.LogWarning(e, "Sector {Sector} could not {What}", services.Index.SectorIds[Map.Sector], what);
        }
    }

    private PlaceReading Reading(PlaceState state, DateTimeOffset? patrolled, int open)
        => new(services.Time.GetUtcNow(), state.Told, state.Since, state.ToldSole, state.ToldMissing, patrolled, open, Duty);

    private IResponderGrain Responder(int responder) => grains.Responder(services.Index.City.Responders[responder].Id);

    private ICellGrain Cell(int cell) => grains.GetGrain<ICellGrain>(services.Index.City.Cells.Id(cell).Value);

    private IKeyTargetGrain Target(int target) => grains.GetGrain<IKeyTargetGrain>(services.Index.City.Targets[target].Id.Value);
}
