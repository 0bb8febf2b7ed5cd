using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Telemetry;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace CityGuard.Grains.Sectors;

/// <summary>One sector: the actor around its readiness board. It hears beacons, answers from memory, and sweeps its open incidents.</summary>
[KeepAlive, DistrictPlacement, GrainType("sector"), ImplicitStreamSubscription(StreamNames.Incidents), ImplicitStreamSubscription(StreamNames.Activity)]
internal sealed partial class SectorGrain(SectorServices services)
    : Grain, ISectorGrain, IAsyncObserver<IncidentHint>, IAsyncObserver<IncidentActivity>, IStreamSubscriptionObserver
{
    private readonly OpenIncidents _incidents = new();
    private readonly HashSet<int> _introduceTo = [];
    private ReadinessBoard _board = null!;
    private BoardViews _views = null!;
    private SectorHome _home = null!;
    private BoardStart _start = null!;
    private DateTimeOffset _flushedAt;

    private DateTimeOffset Now => services.Time.GetUtcNow();

    private string Id => this.GetPrimaryKeyString();

    /// <summary>What a decision is made by: the package, and the conditions of the roads where they are not as usual.</summary>
    private string RulesVersion => services.Index.City.Manifest.Hash + (_board.TimesVersion.Length == 0 ? "" : "+" + _board.TimesVersion);

    public Task<bool> Ensure(string cityHash)
    {
        var own = services.Index.City.Manifest.Hash;
        if (cityHash != own)
            throw new InvalidOperationException($"This silo runs city package {own}, not {cityHash}: all silos must load the same.");
        MoveWhenDue();
        return Task.FromResult(_board.Certainty != Certainty.Rebuilding);
    }

    public Task Beacon(Beacon beacon)
    {
        _board.Hear(beacon, Now);
        HeardDuty(beacon);
        return Task.CompletedTask;
    }

    public Task Beacons(Beacon[] beacons)
    {
        var now = Now;
        foreach (var beacon in beacons)
        {
            _board.Hear(beacon, now);
            HeardDuty(beacon);
        }

        return Task.CompletedTask;
    }

    public Task Introduce(int sector)
    {
        _introduceTo.Add(sector);
        if (_board.Certainty != Certainty.Rebuilding || _board.HeardAllHome)
            IntroduceThoseHere();
        return Task.CompletedTask;
    }

    public Task Introduced(int sector, Beacon[] beacons)
    {
        foreach (var beacon in beacons)
            _board.Hear(beacon, Now);
        _start.Answered(sector);
        return Task.CompletedTask;
    }

    public async Task<Selection?> Select(SelectionQuery query)
    {
        if (_board.Certainty == Certainty.Rebuilding)
            return null;
        var selection = Decide(null);
        if (selection.Chosen.Length == query.Requirement.Count || await Far(query) is not { Count: > 0 } far)
            return selection;
        // The board moved on during the search: everyone is considered as he is now.
        return Decide(far);

        Selection Decide(IReadOnlyDictionary<int, ushort>? far)
            => BoardDispatch.Decide(query, BoardDispatch.Candidates(_board, query, Now, far), Word, RulesVersion);
    }

    public async Task<int?> Arrival(int responder, int cell, int target)
    {
        if (!_board.TryKnown(responder, out var known) || (known.Beacon.Flags(Now) & CandidateFlags.Fresh) == 0)
            return null;
        var arrival = BoardDispatch.Arrival(_board, known, cell, target);
        if (arrival == Travel.Beyond && !services.Index.Responders.IsElsewhere(responder, target))
            arrival = BoardDispatch.Arrival(_board, known, cell, target, (await services.Far.Nearest([known.Beacon.Cell], cell, 1, 0)).GetValueOrDefault(known.Beacon.Cell, Travel.Beyond));
        return arrival == Travel.Beyond ? null : arrival;
    }

    public Task Nudge(IncidentId incident, long version)
    {
        TakeUp(incident, version);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<IncidentLine>> OpenIncidents() => Task.FromResult(_incidents.Lines);

    public Task<SectorCensus?> Census() => Task.FromResult(_board.Certainty == Certainty.Rebuilding ? null : new SectorCensus(
        [.. _board.OnDuty(Now).Select(known => new OnDuty(known.Responder, known.Beacon.Cell, known.Beacon.Incident))], _incidents.Lines, DutyInForce));

    public Task<CircleView> CellCircle(int cell)
        => Task.FromResult(_board.Map.TryLocalCell(cell, out var local) ? _views.Cell(local, _flushedAt) : throw NotHere("cell", cell));

    public Task<CircleView> TargetCircle(int target)
        => Task.FromResult(_board.Map.TryLocalTarget(target, out var local) ? _views.Target(local, _flushedAt) : throw NotHere("target", target));

    public Task<SectorCounts> Counts(CountedParts parts)
        => Task.FromResult(new SectorCounts(Word.Mode, BoardCounts.Of(_board, _incidents, parts, Now), DutyInForce, Receipts.Count(receipt => receipt.By is null)));

    public Task<IReadOnlyList<FragileTarget>> Fragile() => Task.FromResult(_views.Fragile());

    public Task<IReadOnlyList<string>> Check() => Task.FromResult(BoardCheck.Differences(_board, Now));

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.StreamId.GetNamespace() == StreamNames.Activity
        ? handleFactory.Create<IncidentActivity>().ResumeAsync(this)
        : handleFactory.Create<IncidentHint>().ResumeAsync(this);

    public Task OnNextAsync(IncidentHint item, StreamSequenceToken? token = null)
    {
        TakeUp(item.Incident, item.Version);
        return Task.CompletedTask;
    }

    public Task OnNextAsync(IncidentActivity item, StreamSequenceToken? token = null)
    {
        Count(item.Line, item.ClosedAt);
        var cell = services.Index.City.Locator.TryLocate(item.Line.Place, out var at) ? at : -1;
        if (!_incidents.Tell(item.Line, item.Version, cell, Now))
            return Task.CompletedTask;
        services.Feed.Incident(item.Shown);
        if (_board.Map.TryLocalCell(cell, out _))
            _home.TellCell(cell);
        return Task.CompletedTask;
    }

    /// <summary>A stream that fails loses hints only; nudge and sweep find the incidents.</summary>
    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;

    private void TakeUp(IncidentId incident, long version)
    {
        // Version 0: the sweep asks whether there is something to do, and mostly there is not.
        using var span = version > 0 ? services.Tracer.Begin(incident, IncidentSpans.TakeUp) : default;
        span.Tag("cityguard.sector", Id);
        GrainFactory.GetGrain<IIncidentGrain>(incident.Value).TakeUp(version).Ignore();
    }

    /// <summary>
    /// Travel times of those who could be sent but stand beyond the travel table, as many as matter for the choice; null when there is
    /// nobody like that. Who is left out comes later than all who are wanted, whatever his turnout.
    /// </summary>
    private async Task<IReadOnlyDictionary<int, ushort>?> Far(SelectionQuery query)
    {
        var beyond = BoardDispatch.Candidates(_board, query, Now)
            .Where(c => c.Deciseconds == Travel.Beyond && DispatchPolicy.Judge(query.Requirement, c) == Verdict.TooFar && _board.TryKnown(c.Responder, out _))
            .Select(c => (c.Responder, Cell: CellOf(c.Responder), Turnout: (int)services.Index.Responders.Turnout[c.Responder])).ToArray();
        if (beyond.Length == 0)
            return null;
        var margin = beyond.Max(b => b.Turnout) - beyond.Min(b => b.Turnout);
        var times = await services.Far.Nearest([.. beyond.Select(b => b.Cell).Distinct()], query.Cell, query.Requirement.Count, margin);
        return beyond.Where(b => times.ContainsKey(b.Cell)).ToDictionary(b => b.Responder, b => times[b.Cell]);

        int CellOf(int responder) => _board.TryKnown(responder, out var known) ? known.Beacon.Cell : -1;
    }

    private ArgumentException NotHere(string what, int index) => new($"Sector {Id} has no {what} {index}.");
}
