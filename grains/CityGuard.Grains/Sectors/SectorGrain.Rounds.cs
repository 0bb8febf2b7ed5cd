using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.Deployments;
using CityGuard.Grains.GridEvents;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Responders;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Sectors;

/// <summary>What a sector does by itself: it starts its board, flushes it, calls the silent, sweeps.</summary>
internal sealed partial class SectorGrain
{
    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(250), CallEvery = TimeSpan.FromSeconds(5),
        SweepEvery = TimeSpan.FromSeconds(30), TellAgainEvery = TimeSpan.FromSeconds(1);

    private const int TellAgainParts = 60;

    /// <summary>Membership and the directory of silos settle at different moments; a move waits for both.</summary>
    private static readonly TimeSpan MovesAfter = TimeSpan.FromSeconds(5);

    private int _tellPart;
    private Posts _posts = null!;
    private DateTimeOffset? _strangeSince;
    private bool _moving;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Turn.Begin();
        if (!services.Index.TrySector(Id, out var sector))
            throw new ArgumentException($"The city has no sector {Id}.");
        _board = new ReadinessBoard(new SectorMap(services.Index, sector));
        _views = new BoardViews(_board);
        _home = new SectorHome(services, _board, _incidents, GrainFactory);
        _posts = services.Index.Posts.Now;
        await StartDuty(sector, cancellationToken);
        _start = new BoardStart(services.Index.Neighbours(sector).ToArray(), Now);
        _flushedAt = Now;
        await ReadMode(cancellationToken);

        // Boards of one silo must not all work in the same instant: each has its own phase.
        var phase = (sector * 0.6180339887498949) % 1;
        Every(FlushEvery, phase, Flush);
        Every(TellAgainEvery, phase, TellAgain);
        Every(CallEvery, phase, _home.CallSilent);
        Every(CallEvery, phase, _home.TellDutyAgain);
        Every(SweepEvery, phase, Sweep);
        Every(EnterEvery, phase, EnterCalls);
        this.RegisterGrainTimer(_ => WakeHome(), Beside(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
    }

    /// <summary>Timers run beside the turns: their waits never hold up a beacon or a query.</summary>
    private static GrainTimerCreationOptions Beside(TimeSpan due, TimeSpan period) => new(due, period) { Interleave = true, KeepAlive = true };

    private void Every(TimeSpan period, double phase, Func<Task> work) => this.RegisterGrainTimer(_ => services.Closing.HasBegun ? Task.CompletedTask : work(), Beside(period * (0.5 + (phase / 2)), period));

    private async Task WakeHome()
    {
        foreach (var neighbour in services.Index.Neighbours(_board.Map.Sector).ToArray())
            GrainFactory.GetGrain<ISectorGrain>(services.Index.SectorIds[neighbour]).Introduce(_board.Map.Sector).Ignore();
        await _home.CallSilent();
        IntroduceThoseHere();
        await _home.WakePlaces();
    }

    private Task Flush()
    {
        var (now, before) = (Now, _board.Certainty);
        TurnDuty();
        TakeUpPosts();
        _board.Become(_start.At(now, before == Certainty.Whole || _board.HeardAllHome, before));
        foreach (var change in _board.Flush(now))
            _home.Tell(change, viewersOnly: _board.Certainty == Certainty.Rebuilding);
        _flushedAt = now;
        foreach (var told in _board.TakeNewlyInReach().GroupBy(t => t.Sector))
            GrainFactory.GetGrain<ISectorGrain>(services.Index.SectorIds[told.Key]).Beacons([.. told.Select(t => t.Beacon)]).Ignore();
        if (before != Certainty.Rebuilding || _board.Certainty == Certainty.Rebuilding)
            return Task.CompletedTask;
        IntroduceThoseHere();
        return Sweep();
    }

    /// <summary>
    /// A silo that joined may own this district now: then everyone at home here is sent there with the sector, which wakes them at
    /// the warden's next call. What they know is in the journal.
    /// </summary>
    private void MoveWhenDue()
    {
        _strangeSince = services.Owner.IsHere(Id) ? null : _strangeSince ?? Now;
        if (_moving || _strangeSince is null || Now - _strangeSince < MovesAfter)
            return;
        _moving = true;
        Move().Ignore();
    }

    private async Task Move()
    {
        services.Log.LogInformation("Sector {Sector} and those at home in it move to the silo that owns their district now", Id);
        await _home.SendAway();
        // Migrating takes the directory along; a mere end would be followed by a new start here, where others still believe the sector to be.
        this.MigrateOnIdle();
        (_moving, _strangeSince) = (false, null);
    }

    /// <summary>Posts may have been moved since the last flush.</summary>
    private void TakeUpPosts()
    {
        var (before, now) = (_posts, services.Index.Posts.Now);
        if (ReferenceEquals(before, now))
            return;
        _posts = now;
        _home.TakeUpPosts([.. now.Home(_board.Map.Sector).Where(r => before.HomeCell[r] != now.HomeCell[r])], now.Count).Ignore();
    }

    private Task TellAgain()
    {
        _home.TellAgain(_tellPart, TellAgainParts);
        _tellPart = (_tellPart + 1) % TellAgainParts;
        return Task.CompletedTask;
    }

    /// <summary>Finds what neither stream nor nudge has started: open incidents in the journal that have not spoken for a while.</summary>
    private async Task Sweep()
    {
        var askedAt = Now;
        var open = await services.Journal.Open(Id);
        foreach (var over in _incidents.KeepOnly(open.ToHashSet(), askedAt))
            TakeUp(over, 0); // its last word was lost, and the feed still waits for it
        foreach (var stream in open)
            if (IncidentId.TryParse(stream, out var incident) && !_incidents.HasSpoken(incident, askedAt - SweepEvery))
                TakeUp(incident, 0);
            else if (GridEventId.TryParse(stream, out _))
                GrainFactory.GetGrain<IGridEventGrain>(stream).TakeUp().Ignore(); // its clock runs only while it is awake
        await CountOpen(open);
    }

    /// <summary>Sends neighbours that asked the beacons of those who stand here and reach them.</summary>
    private void IntroduceThoseHere()
    {
        foreach (var asker in _introduceTo)
        {
            Beacon[] here = [.. _board.Known.Select(k => k.Beacon)
                .Where(b => _board.Map.TryLocalCell(b.Cell, out _) && services.Index.Travel.Now.Table.Sectors(b.Cell).Contains((ushort)asker))];
            GrainFactory.GetGrain<ISectorGrain>(services.Index.SectorIds[asker]).Introduced(_board.Map.Sector, here).Ignore();
        }

        _introduceTo.Clear();
    }
}
