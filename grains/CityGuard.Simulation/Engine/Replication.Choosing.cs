using System.Numerics;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Simulation.Demand;

namespace CityGuard.Simulation.Engine;

// Who is sent: candidates are cut where nobody farther can be chosen, then the one rule of the live city chooses.
internal sealed partial class Replication
{
    private readonly Choice[] _choice = new Choice[1];
    private Candidate[] _candidates = new Candidate[64];
    private int[] _candidateUnits = new int[64];
    private ushort[] _candidateBacks = new ushort[64];
    private int[] _places = [];
    private int _found;
    private ushort _soonest;

    /// <summary>Travel of the last one chosen, deciseconds: from where it is, as the choice was made by.</summary>
    private int _chosenTravel;
    private ushort _chosenBack;

    /// <summary>True: nothing is cut, for proving that cutting changes nothing and for measuring what it saves. Nearest rule without redispatch only.</summary>
    internal bool LooksAtEverybody { get; init; }

    /// <summary>True: everybody on the roads is looked at by one row of times to the incident, kept for each cell: the bare scan to measure against.</summary>
    internal bool ScansRows { get; init; }

    /// <summary>Unit for a role, -1: nobody can be sent now.</summary>
    private int Choose(in Incident incident, int requirement, int severity)
    {
        var wanted = _world.Requirements[requirement];
        if (ScansRows)
            return Scan(incident, requirement);
        if (LooksAtEverybody)
        {
            GatherEverybody(incident, requirement);
            return Select(wanted);
        }

        var divert = _policy.Redispatch && severity >= (int)IncidentSeverity.High;
        if (_policy.Rule == DispatchRule.Layered)
            foreach (var (kinds, within) in _policy.Layers)
            {
                var layer = wanted with { Kinds = wanted.Kinds & kinds, LimitDeciseconds = within };
                if (layer.Kinds == 0)
                    continue;
                Gather(incident, requirement, within, divert, layer.Kinds);
                if (Select(layer) is var light && light >= 0)
                    return light;
            }

        var reach = _policy.Rule == DispatchRule.Dmexclp ? _policy.CoverageWithin : (ushort)0;
        Gather(incident, requirement, reach, divert, ulong.MaxValue);
        if (_soonest > _world.Outermost)
        {
            GatherFar(incident, requirement);
            if (_found > 0 && incident.Received >= _warm)
                _tally.Escalated++;
        }

        return _policy.Rule == DispatchRule.Dmexclp && CheapestInTime(wanted, reach) is var cheapest && cheapest >= 0 ? cheapest : Select(wanted);
    }

    private int Select(in Requirement wanted)
        => DispatchPolicy.Select(wanted, _candidates.AsSpan(0, _found), _choice, []) > 0 ? Chosen(_choice[0].Candidate) : -1;

    private int Chosen(int candidate)
    {
        var unit = _candidateUnits[candidate];
        (_chosenTravel, _chosenBack) = (_candidates[candidate].Deciseconds - _facts[unit].Turnout, _candidateBacks[candidate]);
        return unit;
    }

    /// <summary>Of those who fit and are in time, the one whose leaving costs the least expected coverage; ties go by the order of choosing.</summary>
    private int CheapestInTime(Requirement wanted, ushort within)
    {
        var (best, least) = (-1, double.MaxValue);
        wanted = wanted with { LimitDeciseconds = Math.Min(within, wanted.LimitDeciseconds) };
        for (var i = 0; i < _found; i++)
        {
            if (DispatchPolicy.Judge(wanted, _candidates[i]) != Verdict.Later)
                continue;
            var unit = _candidateUnits[i];
            // One who is bound to an incident or to premises covers nothing that would be lost.
            var cost = _facts[unit].Target >= 0 || _units[unit].Doing == Doing.Bound ? 0 : _coverage!.Loss(_units[unit].Cell, _facts[unit].Turnout);
            if (cost < least || (cost == least && DispatchPolicy.Compare(_candidates[i], _candidates[best]) < 0))
                (best, least) = (i, cost);
        }

        return best < 0 ? -1 : Chosen(best);
    }

    /// <summary>Everybody who could be the first to arrive, and all others within a time.</summary>
    /// <remarks>Cut where it makes no difference: the rest of a list that is sorted by arrival, and whoever is too far even in a straight line.</remarks>
    private void Gather(in Incident incident, int requirement, ushort within, bool divert, ulong kinds)
    {
        (_found, _soonest) = (0, Travel.Beyond);
        var best = Travel.Beyond;
        if (incident.Target >= 0)
            foreach (var unit in _world.UnitsOfTarget[incident.Target])
                if (_units[unit].Doing == Doing.AtPost && ((_facts[unit].Fits >> requirement) & 1) != 0)
                {
                    Offer(unit, _facts[unit].Turnout);
                    best = Math.Min(best, _facts[unit].Turnout);
                }

        best = GatherPosts(incident, requirement, within, kinds, best);
        if (_moving.Count > 0)
            GatherMoving(incident.Cell, requirement, Math.Min(Math.Max(best, within), _world.Outermost), divert, kinds);
    }

    /// <returns>The earliest arrival.</returns>
    private ushort GatherPosts(in Incident incident, int requirement, ushort within, ulong kinds, ushort best = Travel.Beyond)
    {
        foreach (var entry in _near[requirement].Of(incident.Cell))
        {
            var arrival = NearPosts.Arrival(entry);
            if (arrival > best && arrival > within)
                break;
            var post = NearPosts.Post(entry);
            var idle = _idle[post];
            if (idle == 0 || ((kinds >> _world.Posts[post].Kind) & 1) == 0)
                continue;
            Offer(_world.Posts[post].First + BitOperations.TrailingZeroCount(idle), arrival, NearPosts.Back(entry));
            best = Math.Min(best, arrival);
        }

        return best;
    }

    private void GatherMoving(int cell, int requirement, ushort limit, bool divert, ulong kinds)
    {
        if (_places.Length < _moving.Count + 16)
            _places = new int[(_moving.Count * 2) + 64];
        var near = _moving.Within(cell, limit - _world.LeastTurnout[requirement], _fastest[cell], Decisecond, _places);
        for (var i = 0; i < near; i++)
        {
            var unit = _moving.Unit(_places[i]);
            if (((_facts[unit].Fits >> requirement) & 1) == 0 || ((kinds >> _facts[unit].Kind) & 1) == 0 || (_units[unit].Doing == Doing.Bound && !divert))
                continue;
            var arrival = Arrivals.Add(_travel.Between(_moving.CellOf(unit, Decisecond), cell), _facts[unit].Turnout);
            if (arrival <= limit && arrival != Travel.Beyond)
                Offer(unit, arrival);
        }
    }

    /// <summary>Nobody is within the outermost limit: those who are farther, by searched times.</summary>
    /// <remarks>
    /// The list of posts goes on; when nobody of it is free, all posts are looked at. One who is on the way, and farther than the table knows, is timed by way of
    /// its post: no sooner than from there, so the order of posts tells when to stop.
    /// </remarks>
    private void GatherFar(in Incident incident, int requirement)
    {
        var cell = incident.Cell;
        var list = _near[requirement].Of(cell);
        foreach (var entry in list)
        {
            if (NearPosts.Arrival(entry) > _soonest)
                return;
            OfferAway(NearPosts.Post(entry), cell);
        }

        if (list.Length == _world.PostsFor[requirement].Length || _found > 0)
            return;
        foreach (var post in _world.PostsFor[requirement])
        {
            if (_idle[post] != 0 && Arrivals.Add(_travel.WholeFrom(_world.Posts[post].Cell)[cell], _world.Posts[post].Turnout) is var arrival && arrival != Travel.Beyond)
                Offer(_world.Posts[post].First + BitOperations.TrailingZeroCount(_idle[post]), arrival);
            OfferAway(post, cell);
        }
    }

    private int Scan(in Incident incident, int requirement)
    {
        var row = _travel.WholeTo(incident.Cell);
        var (best, least) = (-1, int.MaxValue);
        if (incident.Target >= 0)
            foreach (var unit in _world.UnitsOfTarget[incident.Target])
                Look(unit, 0);
        for (var unit = 0; unit < _facts.Length && _facts[unit].Post >= 0; unit++)
            if (_units[unit].Doing is Doing.AtPost or Doing.Moving)
                Look(unit, row[_units[unit].Doing == Doing.AtPost ? _facts[unit].Cell : _moving.CellOf(unit, Decisecond)]);
        if (best >= 0)
            (_chosenTravel, _chosenBack) = (least - _facts[best].Turnout, Travel.Beyond);
        return best;

        void Look(int unit, int time)
        {
            if (((_facts[unit].Fits >> requirement) & 1) != 0 && time != Travel.Beyond && time + _facts[unit].Turnout < least && _units[unit].Doing is (Doing.AtPost or Doing.Moving))
                (best, least) = (unit, time + _facts[unit].Turnout);
        }
    }

    private void GatherEverybody(in Incident incident, int requirement)
    {
        (_found, _soonest) = (0, Travel.Beyond);
        for (var unit = 0; unit < _units.Length; unit++)
        {
            ref readonly var facts = ref _facts[unit];
            var doing = _units[unit].Doing;
            if (doing is not (Doing.AtPost or Doing.Moving) || ((facts.Fits >> requirement) & 1) == 0 || (facts.Target >= 0 && facts.Target != incident.Target))
                continue;
            var from = doing == Doing.AtPost ? facts.Cell : _moving.CellOf(unit, Decisecond);
            var arrival = facts.Target >= 0 ? facts.Turnout : Arrivals.Add(TimeFrom(from, facts.Cell, incident.Cell), facts.Turnout);
            if (arrival != Travel.Beyond)
                Offer(unit, arrival);
        }

        if (_soonest > _world.Outermost && _found > 0 && incident.Received >= _warm)
            _tally.Escalated++;
    }

    /// <summary>Those of a post who are free somewhere else.</summary>
    private void OfferAway(int post, int cell)
    {
        for (var away = _away[post]; away != 0; away &= away - 1)
        {
            var unit = _world.Posts[post].First + BitOperations.TrailingZeroCount(away);
            var arrival = Arrivals.Add(TimeFrom(_moving.CellOf(unit, Decisecond), _facts[unit].Cell, cell), _facts[unit].Turnout);
            if (arrival != Travel.Beyond)
                Offer(unit, arrival);
        }
    }

    /// <param name="back">Deciseconds back to its post, when it starts from there and they are at hand.</param>
    private void Offer(int unit, ushort arrival, ushort back = Travel.Beyond)
    {
        if (_found == _candidates.Length)
        {
            Array.Resize(ref _candidates, _found * 2);
            Array.Resize(ref _candidateUnits, _found * 2);
            Array.Resize(ref _candidateBacks, _found * 2);
        }

        _soonest = Math.Min(_soonest, arrival);
        ref readonly var member = ref _facts[unit];
        (_candidateUnits[_found], _candidateBacks[_found]) = (unit, back);
        _candidates[_found++] = new Candidate(member.Number, member.Kind, CandidateFlags.Fit, member.Capabilities, arrival, 0);
    }
}
