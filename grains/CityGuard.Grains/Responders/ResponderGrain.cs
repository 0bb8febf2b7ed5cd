using CityGuard.Abstractions;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Journaling;
using CityGuard.Grains.Orders;
using CityGuard.Grains.Telemetry;

namespace CityGuard.Grains.Responders;

/// <summary>The one base of all responders. Its journal is the only truth of who holds it; position and progress are what it last heard.</summary>
[KeepAlive, DistrictPlacement]
internal abstract partial class ResponderGrain(ResponderServices services)
    : JournaledGrain<ResponderState, ResponderEvent>(services.Journal, EventCodec.Responders, ResponderState.Initial), IResponderGrain
{
    private OrderShelf? _orders;
    private AssignmentProgress? _progress;
    private bool _returning;

    protected sealed override string Stream => this.GetPrimaryKeyString();

    private ResponderProfile Profile => services.Index.City.Responders[_index];

    private ResponderKind Kind => services.Index.City.Rules.Kinds[services.Index.Responders.Kind[_index]];

    private DateTimeOffset Now => services.Time.GetUtcNow();

    private ResponderStatus Status => State switch
    {
        { InService: false } => ResponderStatus.OutOfService,
        { IsFree: true } => _returning ? ResponderStatus.Returning : ResponderStatus.Available,
        _ => StatusDuring(_progress),
    };

    /// <summary>What a held responder does; the incident tells it of a step only when this changes.</summary>
    internal static ResponderStatus StatusDuring(AssignmentProgress? progress) => progress switch
    {
        null or AssignmentProgress.Accepted => ResponderStatus.Assigned,
        AssignmentProgress.EnRoute => ResponderStatus.EnRoute,
        _ => ResponderStatus.OnScene,
    };

    public async Task<ReserveAnswer> Reserve(IncidentId incident, OperationId op, long expectedEpoch)
    {
        using var span = services.Tracer.Begin(incident, IncidentSpans.Reserve);
        var before = State;
        var objection = await Execute(state => ResponderRules.Reserve(state, incident, op, expectedEpoch, Now), confirm: true);
        Settle(before);
        span.Tag("cityguard.responder.id", Stream);
        span.Tag("cityguard.outcome", objection is null ? "granted" : "refused");
        return Answer(objection);
    }

    public async Task Release(IncidentId incident, long epoch, bool done)
    {
        var before = State;
        await Execute(state => ResponderRules.Release(state, incident, epoch, done, Now), confirm: true);
        Settle(before, done);
    }

    public Task Deliver(Order order)
    {
        // An order of an assignment that is over by now must not reach the crew.
        if (!order.Recall && State.IsHeldBy(order.Incident, order.Op) && State.Epoch == order.Epoch)
            Tell(order with { Seq = OrderShelf.SeqOf(order.Epoch, recall: false) });
        else if (order.Recall && State.TakenBack is { } back && back.Incident == order.Incident && back.Op == order.Op && back.Epoch == order.Epoch)
            Tell(order with { Seq = OrderShelf.SeqOf(order.Epoch, recall: true), At = back.At });
        return Task.CompletedTask;
    }

    public Task Progressed(OperationId op, long epoch, AssignmentProgress progress, DateTimeOffset at)
    {
        if (State.Op == op && State.Epoch == epoch && !(_progress >= progress))
        {
            _progress = progress;
            Show();
        }

        return Task.CompletedTask;
    }

    public async Task<bool> Holds(IncidentId incident, OperationId op, long epoch)
    {
        // A crew is refused for a no: memory alone does not say it.
        if (!Held())
            await Refresh();
        return Held();

        bool Held() => State.IsHeldBy(incident, op) && State.Epoch == epoch;
    }

    public async Task Look()
    {
        var before = State;
        await CatchUp(services.Time);
        Settle(before);
        TellLosses();
    }

    public async Task<Answer<Done>> ReportOwnStatus(StatusReport status, string by)
    {
        var before = State;
        var objection = await Execute(state => OwnStatus.Decide(state, services.TermsOf(_index), status, by, Now));
        if (objection is null && status.Status == OwnStatus.Available)
            _returning = false;
        Settle(before);
        return objection is null ? Done.Value : objection.ToRefusal();
    }

    public Task<ResponderView> View()
    {
        var (index, state) = (services.Index, State);
        var missing = ResponderReadiness.Lapsed(state, Terms, services.Founded, Now).ToList();
        if (!Presence.Holds(FreshUntil, Now))
            missing.Add("position");
        return Task.FromResult(new ResponderView(
            Profile.Id, Profile.Kind, Profile.Class, Profile.CallSign, Status, state.Epoch, state.Incident, state.Op, _position, _positionAt,
            index.City.Cells.Id(_cell), index.City.Areas[index.City.Cells.Sectors[index.HomeSector(_index)].Area].Id, missing, state.SignedInAt ?? services.Founded, state.Lent is { } lent && Now < lent.Until ? lent : null, services.Duties.At(_duty)));
    }

    public async Task<OrderBatch> Orders(long after, TimeSpan wait)
    {
        _orders ??= new OrderShelf();
        var batch = _orders.After(after);
        if (batch.Orders.Count > 0 || wait <= TimeSpan.Zero)
            return batch;
        await _orders.News(wait, services.Time);
        return _orders.After(after);
    }

    protected sealed override ResponderState Evolve(ResponderState state, ResponderEvent happened) => ResponderRules.Evolve(state, happened);

    protected sealed override StreamHead Head(ResponderState state, long version)
        => new(null, version % ResponderSnapshot.Every == 0 ? ResponderSnapshot.Write(state) : default(ReadOnlyMemory<byte>?)); // a bare null here means an empty snapshot

    protected sealed override ResponderState? Restore(ReadOnlyMemory<byte> snapshot) => ResponderSnapshot.Read(snapshot);

    /// <summary>After a command: what changed is told to boards, viewers and the crew.</summary>
    private void Settle(ResponderState before, bool done = false)
    {
        var after = State;
        if (ReferenceEquals(before, after))
            return;
        if (before.Op is { } op && before.Incident is { } incident && !after.IsHeldBy(incident, op))
        {
            if (!done)
                TakeBack(before.Epoch);
            _returning = ReturnsToPost && _progress >= AssignmentProgress.EnRoute && after.IsFree;
        }

        if (!after.IsHeldBy(before.Incident ?? default, before.Op ?? default))
            _progress = null;
        Show();
        Announce(atOnce: true);
    }

    /// <summary>The crew has an order that is no longer in force, and has not said that it is done.</summary>
    private void TakeBack(long epoch)
    {
        if (_orders?.Find(epoch) is { Recall: false } order)
            Tell(order with { Seq = OrderShelf.SeqOf(epoch, recall: true), Recall = true, At = Now });
    }

    private void Tell(Order order)
    {
        if (!(_orders ??= new OrderShelf()).Put(order))
            return;
        TellBook(order);
        if (IncidentTracer.IsWatched)
            services.Tracer.Tell(order.Incident, order.Recall ? IncidentSpans.Recall : IncidentSpans.Order, order.At, Now, ("cityguard.responder.id", Stream), ("cityguard.operation", order.Op.Value));
    }

    private void TellBook(Order order)
        => GrainFactory.GetGrain<IOrderBookGrain>(OrderBooks.Key(services.Index, _index)).Tell(order).Ignore();

    private void Show() => services.Feed.Position(_index, _position, Status, _positionAt, ReadyUntil < FreshUntil ? ReadyUntil : FreshUntil);
}
