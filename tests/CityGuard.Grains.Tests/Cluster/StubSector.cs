using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Sectors;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace CityGuard.Grains.Tests.Cluster;

/// <summary>As much of a board as the protocol needs: it hears beacons and hints, and lets the policy choose.</summary>
[ImplicitStreamSubscription(StreamNames.Incidents), GrainType("stub-sector")]
internal sealed class StubSector(CityIndex index, TimeProvider time, SectorSwitches switches) : Grain, ISectorGrain, IStreamSubscriptionObserver, IAsyncObserver<IncidentHint>
{
    private readonly Dictionary<int, Beacon> _board = [];
    private readonly Dictionary<IncidentId, IncidentLine> _lines = [];

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<IncidentHint>().ResumeAsync(this);

    public Task OnNextAsync(IncidentHint item, StreamSequenceToken? token = null)
        => switches.Deaf ? Task.CompletedTask : GrainFactory.GetGrain<IIncidentGrain>(item.Incident.Value).TakeUp(item.Version);

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;

    public async Task<bool> Ensure(string cityHash)
    {
        index.TrySector(this.GetPrimaryKeyString(), out var sector);
        foreach (var responder in index.Home(sector).ToArray())
            await Beacon(await GrainFactory.Responder(index.City.Responders[responder].Id).Wake());
        return true;
    }

    public Task Beacon(Beacon beacon)
    {
        if (!_board.TryGetValue(beacon.Responder, out var known) || Order(beacon).CompareTo(Order(known)) > 0)
            _board[beacon.Responder] = beacon;
        return Task.CompletedTask;

        static (long, long, long) Order(Beacon b) => (b.Epoch, b.Incarnation, b.Seq);
    }

    public Task<Selection?> Select(SelectionQuery query)
    {
        if (switches.Rebuilding)
            return Task.FromResult<Selection?>(null);
        var candidates = _board.Values.Select(beacon => Seen(beacon, query)).OrderBy(c => c.Deciseconds).ThenBy(c => c.Responder).ToArray();
        var (choices, verdicts) = (new Choice[query.Requirement.Count], new Verdict[candidates.Length]);
        var count = DispatchPolicy.Select(query.Requirement, candidates, choices, verdicts);
        var counts = new int[Enum.GetValues<Verdict>().Length];
        foreach (var verdict in verdicts)
            counts[(int)verdict]++;
        return Task.FromResult<Selection?>(new Selection(
            !switches.Manual, "stub", [.. choices[..count].Select(c => candidates[c.Candidate])],
            [.. candidates.Zip(verdicts, (c, v) => new ConsideredCandidate(c, v)).Take(32)], counts));
    }

    public Task Nudge(IncidentId incident, long version) => GrainFactory.GetGrain<IIncidentGrain>(incident.Value).TakeUp(version);

    public Task IncidentChanged(IncidentLine line, long version)
    {
        if (line.State == IncidentState.Closed)
            _lines.Remove(line.Id);
        else
            _lines[line.Id] = line;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<IncidentLine>> OpenIncidents() => Task.FromResult<IReadOnlyList<IncidentLine>>([.. _lines.Values]);

    public Task<CircleView> CellCircle(int cell) => throw new NotSupportedException();

    public Task<CircleView> TargetCircle(int target) => throw new NotSupportedException();

    public Task<ReadinessSummary> Summary() => throw new NotSupportedException();

    public Task<IReadOnlyList<FragileTarget>> Fragile() => throw new NotSupportedException();

    private Candidate Seen(Beacon beacon, SelectionQuery query)
    {
        var columns = index.Responders;
        var flags = (beacon.Incident is null ? CandidateFlags.Free : 0)
            | (beacon.Status == Domain.Responders.ResponderStatus.OutOfService ? 0 : CandidateFlags.InService)
            | (beacon.FreshUntil > time.GetUtcNow() ? CandidateFlags.Fresh : 0)
            | (beacon.Ready ? CandidateFlags.Ready : 0)
            | (query.Excluded.Contains(beacon.Responder) ? CandidateFlags.Excluded : 0)
            | (columns.PremisesOnly[beacon.Responder] && (query.Target < 0 || columns.Premises[beacon.Responder] != query.Target) ? CandidateFlags.Elsewhere : 0);
        var travel = columns.PremisesOnly[beacon.Responder] ? (ushort)0 : index.City.Travel.Time(beacon.Cell, query.Cell, index.City.Cells);
        var arrival = travel == Travel.Beyond ? Travel.Beyond : (ushort)(columns.Turnout[beacon.Responder] + travel);
        return new Candidate(beacon.Responder, columns.Kind[beacon.Responder], flags, columns.Capabilities[beacon.Responder], arrival, beacon.Epoch);
    }
}

/// <summary>What a test does to all boards.</summary>
internal sealed class SectorSwitches
{
    /// <summary>Hints of the stream are not heard.</summary>
    public bool Deaf { get; set; }

    public bool Rebuilding { get; set; }

    /// <summary>Automatic dispatch is off.</summary>
    public bool Manual { get; set; }
}
