using CityGuard.Abstractions;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Incidents;

namespace CityGuard.Grains.Responders;

/// <summary>Where it is, and what it tells the boards within its reach.</summary>
internal abstract partial class ResponderGrain
{
    private static readonly TimeSpan RecallHolds = TimeSpan.FromHours(12);

    private IGrainTimer? _beat;
    private int _index;
    private int _cell;
    private int _home;
    private GeoPoint _position;
    private DateTimeOffset? _positionAt;
    private DateTimeOffset? _checkpointed;
    private DateTimeOffset _announcedUntil;
    private long _incarnation;
    private long _seq;

    /// <summary>True: after an incident it drives back to its post before it is available there.</summary>
    protected virtual bool ReturnsToPost => false;

    public sealed override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (!services.Index.City.TryResponder(Stream, out _index))
            throw new ArgumentException($"The city has no responder {Stream}.");
        await base.OnActivateAsync(cancellationToken);
        _duty = await services.Duties.Of(services.Index.HomeSector(_index), cancellationToken);
        _incarnation = Now.ToUnixTimeMilliseconds();
        _home = services.Index.HomeCell(_index);
        TakePlace();
        _beat = this.RegisterGrainTimer(OnBeat, new GrainTimerCreationOptions { DueTime = BeaconBeat.First(_index, Kind.PremisesOnly), Period = BeaconBeat.Period, KeepAlive = true });
        Show();
        TellLosses();
    }

    public Task<Refusal?> Position(GeoPoint position, int cell, DateTimeOffset at)
    {
        if (Kind.PremisesOnly)
            return Refused(RefusalCode.Unprocessable, "a minimal unit is bound to its premises and reports no positions");
        if (at < _positionAt)
            return Refused(RefusalCode.Conflict, $"older than the last position, {_positionAt:O}");
        var (from, lapsed) = (_cell, !Presence.Holds(_announcedUntil, Now));
        (_position, _positionAt, _cell) = (position, at, cell);
        if (_returning && cell == _home)
            _returning = false;
        if (from != cell)
            Announce(from);
        else if (lapsed)
            Announce();
        Show();
        return Task.FromResult<Refusal?>(null);
    }

    public Task<Beacon> Wake() => Task.FromResult(MakeBeacon());

    public async Task<Beacon> TakePost(int count)
    {
        await services.Deployments.Reach(count);
        await TakeUpPost();
        return MakeBeacon();
    }

    /// <summary>
    /// It may be posted elsewhere by now, and then under the duty of other areas. Where it stands was measured and stays so; who was never measured
    /// stands at its post, wherever that is.
    /// </summary>
    private async Task TakeUpPost()
    {
        if (services.Index.HomeCell(_index) == _home)
            return;
        _home = services.Index.HomeCell(_index);
        _duty = await services.Duties.Of(services.Index.HomeSector(_index), CancellationToken.None);
        var from = _cell;
        if (_positionAt is null)
            TakePlace();
        Announce(leaving: from == _cell ? -1 : from);
        Show();
    }

    /// <summary>
    /// The last checkpoint with its true age; who never reported stands at its post, and nobody measured that. A checkpoint from the future was written by a clock that was
    /// wrong: how old it is nobody knows, and it must not keep the next report out.
    /// </summary>
    private void TakePlace()
    {
        (_position, _positionAt, _cell) = (services.Index.Posts.Now.Place[_index], null, _home);
        if (!Kind.PremisesOnly && services.Positions.Last(Profile.Id) is { } last && last.At <= Now + ResponderRules.Tolerance && services.Index.City.Locator.TryLocate(last.Position, out var cell))
            (_position, _positionAt, _cell) = (last.Position, last.At, cell);
        _checkpointed = _positionAt;
    }

    private async Task OnBeat(CancellationToken cancel)
    {
        _beat?.Change(BeaconBeat.Next(_index, Kind.PremisesOnly), BeaconBeat.Period);
        _beat = null; // changed once: from now on it keeps its place in the period
        if (IsPoisoned)
            return;
        await TakeUpPost();
        Announce();
        if (_positionAt is { } measured && _checkpointed != measured)
        {
            services.Positions.Checkpoint(Profile.Id, new PositionFix(_position, measured));
            _checkpointed = measured;
        }

        if (State is { Incident: { } incident, Op: { } op })
        {
            var order = _orders?.Find(State.Epoch);
            GrainFactory.GetGrain<IIncidentGrain>(incident.Value).HeldBy(Profile.Id, op, State.Epoch, orderLost: order is null).Ignore();
            if (order is not null)
                TellBook(order);
        }
        else
        {
            RepeatRecall();
        }

        services.Owner.SendHome(this);
    }

    /// <summary>
    /// An order that was taken back is told for a shift, until another comes: whoever polls late must hear it. After a new start the incident
    /// tells it again.
    /// </summary>
    private void RepeatRecall()
    {
        if (State.TakenBack is not { } back || back.At + RecallHolds <= Now)
            return;
        if (_orders?.FindRecall(back.Epoch) is { } recall)
            TellBook(recall);
        else
            GrainFactory.GetGrain<IIncidentGrain>(back.Incident.Value).RecallLost(Profile.Id, back.Op, back.Epoch).Ignore();
    }

    /// <summary>
    /// One beacon for all boards within reach; those it has just left hear it too, and drop it. The post carries it within a tenth of a second;
    /// when it is taken or given back, the board where it stands, which would choose it next, hears at once.
    /// </summary>
    private void Announce(int leaving = -1, bool atOnce = false)
    {
        var beacon = MakeBeacon();
        var here = services.Index.SectorOfCell(_cell);
        if (atOnce)
            services.Sectors[here].Beacon(beacon).Ignore();
        if (Kind.PremisesOnly)
        {
            if (!atOnce)
                services.Post.Send(here, beacon);
            return;
        }

        var near = services.Index.Travel.Now.Table.Sectors(_cell);
        foreach (var sector in near)
            if (!atOnce || sector != here)
                services.Post.Send(sector, beacon);
        foreach (var sector in Borrowers)
            if (!near.Contains((ushort)sector))
                services.Post.Send(sector, beacon);
        if (leaving >= 0)
            foreach (var sector in services.Index.Travel.Now.Table.Sectors(leaving))
                if (!near.Contains(sector))
                    services.Post.Send(sector, beacon);
    }

    /// <summary>From this moment on its position is stale.</summary>
    private DateTimeOffset FreshUntil
        => Presence.FreshUntil(Kind, _positionAt ?? services.Founded, _cell == _home);

    /// <summary>From this moment on a check or its sign-in has lapsed.</summary>
    private DateTimeOffset ReadyUntil => ResponderReadiness.ReadyUntil(State, Terms, services.Founded);

    private Beacon MakeBeacon()
    {
        var state = State;
        var beacon = new Beacon(_index, state.Epoch, _incarnation, ++_seq, _cell, Status, state.Incident, _positionAt, FreshUntil, 0, ReadyUntil, LentTo, state.Lent?.Until ?? default, _duty.Stamp);
        _announcedUntil = beacon.CountsUntil;
        return beacon;
    }

    private static Task<Refusal?> Refused(RefusalCode code, string reason) => Task.FromResult<Refusal?>(new Refusal(code, reason));
}
