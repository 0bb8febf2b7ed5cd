using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Roads;

namespace CityGuard.Grains.Sectors;

/// <summary>
/// The readiness board of one sector, without an actor around it: beacons go in, changed places come out at each flush.
/// Hearing a beacon costs a lookup and a mark; a flush recomputes only lanes that changed and only cells they changed.
/// </summary>
internal sealed class ReadinessBoard
{
    public static readonly TimeSpan SilentAfter = TimeSpan.FromSeconds(75), CallAfter = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(1);

    private readonly Dictionary<int, KnownResponder> _known = [];
    private readonly List<KnownResponder> _list = [];
    private readonly ReachTable _reach;
    private readonly DirtySet _dirtyKnown = new(64), _dirtyCells, _dirtyTargets;
    private readonly HashSet<int>[] _units;
    private readonly PlaceState[] _cells, _targets;
    private readonly ushort[] _matters;
    private readonly List<PlaceChange> _changes = [];
    private DateTimeOffset _nextSweep = DateTimeOffset.MinValue, _now;
    private Arrival[] _arrivals = new Arrival[64];
    private readonly List<(int Sector, Beacon Beacon)> _newlyInReach = [];
    private TravelTimes _times;

    public ReadinessBoard(SectorMap map)
    {
        Map = map;
        _times = map.Index.Travel.Now;
        Hours = new CircleHours(map);
        Patrolled = new DateTimeOffset?[map.Range.Count];
        _reach = new ReachTable(map.Range.Count);
        _dirtyCells = new DirtySet(map.Range.Count);
        _dirtyTargets = new DirtySet(map.Targets.Length);
        _units = [.. map.Targets.Select(_ => new HashSet<int>())];
        _cells = new PlaceState[map.Range.Count];
        _targets = new PlaceState[map.Targets.Length];
        _matters = new ushort[map.Range.Count];
        Array.Fill(_matters, ushort.MaxValue);
        Array.Fill(_cells, new PlaceState { Assessment = PlaceState.Nothing, ToldSole = -1 });
        Array.Fill(_targets, new PlaceState { Assessment = PlaceState.Nothing, ToldSole = -1 });
        _dirtyCells.MarkAll();
        _dirtyTargets.MarkAll();
    }

    public SectorMap Map { get; }

    public CircleHours Hours { get; }

    /// <summary>How far the board may speak; see <see cref="Certainty"/>.</summary>
    public Certainty Certainty { get; private set; } = Certainty.Rebuilding;

    /// <summary>Place in the duty table of the level whose circles are kept.</summary>
    public int Rank { get; private set; }

    /// <summary>When a patrol was last in each local cell, as far as this board has heard.</summary>
    public DateTimeOffset?[] Patrolled { get; }

    public IReadOnlyList<KnownResponder> Known => _list;

    public bool TryKnown(int responder, out KnownResponder known) => _known.TryGetValue(responder, out known!);

    public PlaceState Cell(int local) => _cells[local];

    public PlaceState Target(int local) => _targets[local];

    /// <summary>Takes a beacon; an older one than the last is ignored unless it is the awaited answer of a call.</summary>
    public bool Hear(Beacon beacon, DateTimeOffset now, bool answer = false)
    {
        if (_known.TryGetValue(beacon.Responder, out var known))
        {
            if (!answer && !beacon.IsNewerThan(known.Beacon))
                return false;
            (known.Beacon, known.HeardAt) = (beacon, now);
        }
        else
        {
            known = new KnownResponder(beacon.Responder, _list.Count, beacon, now);
            _known.Add(beacon.Responder, known);
            _list.Add(known);
            if (!Columns.PremisesOnly[beacon.Responder])
                known.Lane = _reach.Enter(beacon.Responder, Columns.Kind[beacon.Responder]);
            else if (Map.TryLocalTarget(Columns.Premises[beacon.Responder], out var target))
                _units[target].Add(beacon.Responder);
        }

        // Somebody off line patrols nothing, and a post that was never measured was not patrolled.
        if (beacon.Status != ResponderStatus.OutOfService && beacon.PositionAt is { } at && Map.TryLocalCell(beacon.Cell, out var cell)
            && Map.Index.City.Rules.Kinds[Columns.Kind[beacon.Responder]].Patrols && !(Patrolled[cell] > at))
            Patrolled[cell] = at;
        _dirtyKnown.Mark(known.Place);
        return true;
    }

    public void Become(Certainty certainty)
    {
        if (Certainty == certainty)
            return;
        Certainty = certainty;
        _dirtyCells.MarkAll();
        _dirtyTargets.MarkAll();
    }

    /// <summary>Judges every place by the circles of a duty level (place in the table) from the next flush on.</summary>
    public void Keep(int rank)
    {
        if (rank == Rank)
            return;
        Rank = rank;
        Map.Tighten(rank);
        Hours.Weigh();
        _dirtyCells.MarkAll();
        _dirtyTargets.MarkAll();
    }

    /// <summary>Brings every place up to date. The answer is valid until the next flush.</summary>
    public IReadOnlyList<PlaceChange> Flush(DateTimeOffset now)
    {
        _now = now;
        _changes.Clear();
        TakeUpTimes();
        Sweep(now, now >= _nextSweep);
        Hours.Look(now, _dirtyCells, _dirtyTargets);
        _dirtyKnown.Drain(Apply);
        if (_arrivals.Length < _reach.Lanes + _list.Count)
            _arrivals = new Arrival[(_reach.Lanes + _list.Count) * 2];
        // A cell's circle is its governing target's, so whatever touches the one touches the other.
        foreach (var cell in _dirtyCells.Items)
            foreach (var target in Map.TargetsInCell[cell])
                _dirtyTargets.Mark(target);
        foreach (var target in _dirtyTargets.Items)
            _dirtyCells.Mark(Map.TargetCells[target]);
        _dirtyTargets.Drain(t => Tell(ref _targets[t], AssessTarget(t), true, Map.Targets[t]));
        _dirtyCells.Drain(c =>
        {
            Tell(ref _cells[c], AssessCell(c), false, Map.Range.First + c);
            _matters[c] = LatestThatMatters(c);
        });
        return _changes;
    }

    /// <summary>Who arrives in a local cell, and with a local target also its own units; in no order.</summary>
    public ReadOnlySpan<Arrival> Arrivals(int cell, int target, ushort limit)
    {
        var count = _reach.Arrivals(cell, limit, _arrivals);
        if (target >= 0)
            foreach (var unit in _units[target])
                if (_known[unit].AppliedDelay <= limit && _known[unit].AppliedDelay != Travel.Beyond)
                    _arrivals[count++] = new Arrival(unit, Columns.Kind[unit], _known[unit].AppliedDelay);
        return _arrivals.AsSpan(0, count);
    }

    /// <summary>Travel time of one known to a local cell, from where it stands now.</summary>
    public ushort TravelTime(KnownResponder known, int cell)
    {
        if (known.Lane >= 0 && known.AppliedCell == known.Beacon.Cell)
            return _reach.TravelTo(cell, known.Lane);
        var slice = _times.Table.Slice(known.Beacon.Cell, Map.Sector);
        return slice.IsEmpty ? Travel.Beyond : slice[cell];
    }

    /// <summary>The standard that a local cell keeps now.</summary>
    public CompiledStandard StandardOf(int cell)
        => Hours.Governing(cell) is >= 0 and var target ? Map.TargetStandards[target] : Map.CellStandards[cell];

    /// <summary>Home responders that have not been heard for long enough to be called.</summary>
    public IEnumerable<int> SilentHome(DateTimeOffset now)
        => Map.Home.Where(r => !_known.TryGetValue(r, out var known) || now - known.HeardAt >= CallAfter);

    /// <summary>Home responders never heard, or dropped since.</summary>
    public bool HeardAllHome => Map.Home.All(_known.ContainsKey);

    /// <summary>Those at home who could be sent but for what holds them now.</summary>
    public IEnumerable<KnownResponder> OnDuty(DateTimeOffset now)
    {
        foreach (var responder in Map.Home)
            if (_known.TryGetValue(responder, out var known) && (known.Beacon.Flags(now) | CandidateFlags.Free) == CandidateFlags.Fit)
                yield return known;
    }

    /// <summary>Beacons of those who stand here, for boards that they reach since other travel times hold; told once.</summary>
    public IReadOnlyList<(int Sector, Beacon Beacon)> TakeNewlyInReach()
    {
        if (_newlyInReach.Count == 0)
            return [];
        (int, Beacon)[] taken = [.. _newlyInReach];
        _newlyInReach.Clear();
        return taken;
    }

    /// <summary>Conditions that the board's times are for, see <see cref="TravelTimes.Version"/>.</summary>
    public string TimesVersion => _times.Version;

    private ResponderColumns Columns => Map.Index.Responders;

    /// <summary>Other travel times hold now than at the last flush: every lane is written again, from the same beacons.</summary>
    private void TakeUpTimes()
    {
        if (ReferenceEquals(_times, Map.Index.Travel.Now))
            return;
        var before = _times;
        _times = Map.Index.Travel.Now;
        foreach (var known in _list)
        {
            known.AppliedCell = -1;
            _dirtyKnown.Mark(known.Place);
            // Whoever stands here has not told the boards that he did not reach: now they hear of him from here.
            if (known.Lane >= 0 && Map.TryLocalCell(known.Beacon.Cell, out _))
                foreach (var sector in _times.Table.Sectors(known.Beacon.Cell))
                    if (sector != Map.Sector && !before.Table.Sectors(known.Beacon.Cell).Contains(sector))
                        _newlyInReach.Add((sector, known.Beacon));
        }
    }

    private void Sweep(DateTimeOffset now, bool due)
    {
        if (!due)
            return;
        _nextSweep = now + SweepEvery;
        for (var i = _list.Count - 1; i >= 0; i--)
            if (now - _list[i].HeardAt >= SilentAfter)
                Drop(_list[i]);
            else if (_list[i].AppliedDelay != Travel.Beyond && !Presence.Holds(_list[i].Beacon.CountsUntil, now))
                _dirtyKnown.Mark(i);
            else if (_list[i].AppliedDelay == Travel.Beyond && _list[i].Beacon.LentTo >= 0 && _list[i].Beacon.LentUntil <= now)
                _dirtyKnown.Mark(i);
    }

    private void Apply(int place)
    {
        if (place >= _list.Count)
            return; // dropped after it was marked
        var known = _list[place];
        var delay = known.Beacon.IsLentAway(Map, _now) ? Travel.Beyond : known.Beacon.Delay(Columns.Turnout[known.Responder], _now);
        if (delay == known.AppliedDelay && known.Beacon.Cell == known.AppliedCell)
            return;
        if (known.Lane >= 0)
        {
            if (known.Beacon.Cell != known.AppliedCell)
                _reach.Move(known.Lane, _times.Table.Slice(known.Beacon.Cell, Map.Sector));
            _reach.Set(known.Lane, delay, _matters, _dirtyCells);
        }
        else if (Map.TryLocalTarget(Columns.Premises[known.Responder], out var target))
        {
            _dirtyTargets.Mark(target);
        }

        (known.AppliedDelay, known.AppliedCell) = (delay, known.Beacon.Cell);
    }

    private void Drop(KnownResponder known)
    {
        _known.Remove(known.Responder);
        if (known.Lane >= 0)
            _reach.Leave(known.Lane, _matters, _dirtyCells);
        else if (Map.TryLocalTarget(Columns.Premises[known.Responder], out var target))
        {
            _units[target].Remove(known.Responder);
            _dirtyTargets.Mark(target);
        }

        // The last of the list takes its place, and is marked in case it was waiting under its old number.
        var last = _list[^1];
        (_list[known.Place], last.Place) = (last, known.Place);
        _list.RemoveAt(_list.Count - 1);
        if (last != known)
            _dirtyKnown.Mark(last.Place);
    }

    private Assessment AssessTarget(int target) => Hours.IsOpen(target)
        ? Assess(Map.TargetCells[target], target, Map.TargetStandards[target].Rule)
        : PlaceState.Nothing with { Level = ReadinessLevel.Closed };

    private Assessment AssessCell(int cell) => Hours.Governing(cell) is >= 0 and var target
        ? _targets[target].Assessment
        : Assess(cell, -1, Map.CellStandards[cell].Rule);

    /// <summary>Whoever comes after the last ring says something only of a place where nobody comes before: most places are judged by a few.</summary>
    private Assessment Assess(int cell, int target, in StandardRule rule)
    {
        var near = ReadinessRule.Evaluate(rule, Arrivals(cell, target, rule.Rings.Span[^1].Deciseconds));
        return near.First >= 0 ? near : ReadinessRule.Evaluate(rule, Arrivals(cell, target, rule.OutermostDeciseconds));
    }

    /// <summary>The latest arrival that can change what is said of a cell or of a target inside it.</summary>
    private ushort LatestThatMatters(int cell)
    {
        var latest = Latest(_cells[cell], StandardOf(cell).Rule);
        foreach (var target in Map.TargetsInCell[cell])
            if (Hours.IsOpen(target))
                latest = Math.Max(latest, Latest(_targets[target], Map.TargetStandards[target].Rule));
        return latest;

        static ushort Latest(in PlaceState place, in StandardRule rule)
            => place.Assessment.FirstDeciseconds <= rule.Rings.Span[^1].Deciseconds ? rule.Rings.Span[^1].Deciseconds : rule.OutermostDeciseconds;
    }

    private void Tell(ref PlaceState place, Assessment assessment, bool target, int index)
    {
        place.Assessment = assessment;
        var told = Certainty.Shown(assessment.Level);
        var (sole, missing) = told == ReadinessLevel.Unknown ? (-1, 0UL) : (assessment.Sole, assessment.MissingKinds);
        if (told == place.Told && sole == place.ToldSole && missing == place.ToldMissing && place.Since != default)
            return;
        if (told != place.Told || place.Since == default)
            (place.Told, place.Since) = (told, _now);
        (place.ToldSole, place.ToldMissing) = (sole, missing);
        _changes.Add(new PlaceChange(target, index, told));
    }
}
