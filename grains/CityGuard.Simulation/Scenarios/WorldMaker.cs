using CityGuard.Cities;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Targets;
using CityGuard.Simulation.Chance;
using CityGuard.Simulation.Engine;

namespace CityGuard.Simulation.Scenarios;

/// <summary>Makes a deployment ready for replications: keys become dense indexes, lists become columns.</summary>
internal sealed class WorldMaker
{
    private const int MostAtPost = 64, MostRequirements = 64;

    private readonly Deployment _deployment;
    private readonly CityModel _city;
    private readonly Scenario _scenario;
    private readonly NightTime _time;
    private readonly List<Requirement> _requirements = [];
    private readonly string[] _kinds;
    private readonly List<string> _classes = [];
    private readonly List<Turn> _turns = [];

    private WorldMaker(Deployment deployment, NightTime time)
    {
        (_deployment, _city, _scenario, _time) = (deployment, deployment.City.City, deployment.Scenario, time);
        _kinds = [.. _city.Rules.Kinds.Select(k => k.Id)];
    }

    /// <summary>The world, and the names of its classes of responder.</summary>
    public static (World World, IReadOnlyList<string> Classes) Make(Deployment deployment, CallTable calls, NightTime time)
    {
        var maker = new WorldMaker(deployment, time);
        return (maker.Make(calls), maker._classes);
    }

    private World Make(CallTable calls)
    {
        var (posts, units, postOf) = Post();
        var (targetClasses, classOfTarget) = TargetClasses();
        var slots = Slots(calls, targetClasses);
        var travels = Travels();
        int[][] postsFor = [.. _requirements.Select((_, r) => Enumerable.Range(0, posts.Length).Where(p => ((Fits(posts[p].Kind, posts[p].Capabilities) >> r) & 1) != 0).ToArray())];
        var levels = _city.Rules.Duty.Length;
        var standards = _deployment.Standards.SelectMany(s => _city.Rules.Duty.Select(level => StandardCompiler.Compile(s.Under(level), _kinds))).ToArray();
        var byId = _deployment.Standards.Select((s, i) => (s.Id, i)).ToDictionary(s => s.Id, s => s.i);
        var targetCells = _city.Targets.Select(t => _city.TryCell(t.Cell.Value, out var cell) ? cell : 0).ToArray();
        Shifts(units);
        if (_scenario.Policy.Relocation == RelocationRule.Patrol)
            for (var at = 0L; at < _time.Horizon; at += _scenario.Policy.PatrolMinutes * 60_000L)
                _turns.Add(new Turn(at, TurnKind.Patrol, 0));
        for (var at = _time.Warm; at < _time.Horizon; at += 60_000)
            _turns.Add(new Turn(at, TurnKind.Look, 0));
        return new World
        {
            Travels = [.. travels],
            Near = [.. travels.Select(t => _deployment.City.Near.Of(t, posts, [.. postsFor, [.. Enumerable.Range(0, posts.Length)]]))],
            PostsFor = postsFor,
            Fastest = [.. travels.Select(t => t.Fastest(_deployment.City.X, _deployment.City.Y))],
            Posts = posts,
            Units = units,
            PostOf = postOf,
            UnitsOfTarget = [.. Enumerable.Range(0, _city.Targets.Length).Select(_ => Array.Empty<int>())],
            Requirements = [.. _requirements],
            UnitFits = [.. units.Select(u => Fits(u.Kind, u.Capabilities))],
            Calls = calls.Calls,
            Slots = slots,
            TargetClasses = targetClasses.Count,
            DutyLevels = levels,
            ClassOfTarget = classOfTarget,
            DutyOfCell = _deployment.Duty,
            Standards = standards,
            Outermost = Travel.FromSeconds(_city.Rules.Standards.Max(s => s.OutermostSeconds)),
            StandardOfCell = [.. Enumerable.Range(0, _city.Cells.Count).Select(cell => (ushort)((byId[_city.Cells.Standard[cell]] * levels) + _deployment.Duty[cell]))],
            StandardOfTarget = [.. _city.Targets.Select((t, i) => (ushort)((byId[t.Standard] * levels) + _deployment.Duty[targetCells[i]]))],
            GradeOfTarget = [.. _city.Targets.Select(t => (byte)t.Grade)],
            SectorOfCell = [.. _city.Cells.Sector],
            CellsOfSector = [.. _city.Cells.Sectors.Select(s => Enumerable.Range(s.First, s.Count).ToArray())],
            Classes = _classes.Count,
            X = _deployment.City.X,
            Y = _deployment.City.Y,
            Raster = _deployment.City.Raster,
            Weight = [.. _deployment.Demand.CellShare],
            Cells = new AliasTable([.. _deployment.Demand.CellShare.Select(s => (double)s)]),
            Policy = Policy(),
            TurnoutFactor = _scenario.Service.TurnoutCv > 0 ? new Distribution(DistributionShape.Lognormal, 1, _scenario.Service.TurnoutCv) : Distribution.Constant(1),
            Transport = _scenario.Service.Transport is { } transport
                ? new Transport(transport.Share, [.. transport.Places.Select(p => _city.Locator.TryLocate(p, out var cell) ? cell : 0)], transport.Handover) : null,
            Turns = [.. _turns.OrderBy(t => t.At).ThenBy(t => t.Kind).ThenBy(t => t.Value)],
            StartsOff = [.. units.Select(u => u.Target == World.Abroad || (u.Shift is { } shift && !new OpeningHours(shift).IsOpen(_time.StartMinute)))],
            Neighbours = [.. Enumerable.Range(0, units.Length).Where(u => units[u].Target == World.Abroad)],
            StartMinute = _time.StartMinute,
        }.WithTargets(units);
    }

    /// <summary>Road units by post, then those of premises, then those of neighbour cities. Their numbers keep the order of the city.</summary>
    private (Post[] Posts, Member[] Units, int[] PostOf) Post()
    {
        var live = (_scenario.Live?.Responders ?? []).ToDictionary(r => r.Id);
        var members = _deployment.Postings.Select((posting, number) => (posting, number)).Where(m => m.posting.IsOut).Select(m => Member(m.posting, m.number, live)).ToArray();
        var posts = new List<Post>();
        var units = new List<Member>(members.Length);
        foreach (var alike in members.Where(m => m.Target == World.Nowhere).GroupBy(m => (m.Cell, m.Kind, m.Capabilities, m.Turnout)))
            foreach (var some in alike.Chunk(MostAtPost))
            {
                posts.Add(new Post(alike.Key.Cell, alike.Key.Kind, alike.Key.Capabilities, alike.Key.Turnout, units.Count, some.Length));
                units.AddRange(some);
            }

        var postOf = posts.SelectMany((post, i) => Enumerable.Repeat(i, post.Count)).ToList();
        units.AddRange(members.Where(m => m.Target >= 0));
        units.AddRange(Neighbours(_deployment.Postings.Count));
        postOf.AddRange(Enumerable.Repeat(-1, units.Count - postOf.Count));
        return ([.. posts], [.. units], [.. postOf]);
    }

    private Member Member(Posting posting, int number, Dictionary<string, LiveResponder> live)
        => new(posting.Id, number, posting.Kind, ClassOf(_kinds[posting.Kind], posting.Class), posting.Capabilities, posting.Cell, posting.Target, posting.Turnout, _city.Rules.Kinds[posting.Kind].Patrols, posting.Shift)
        {
            Opening = live.TryGetValue(posting.Id, out var as_) && _city.TryCell(as_.Cell, out var cell)
                ? new Opening(cell, as_.Severity is null ? 0 : as_.BusySeconds * 1000L) : null,
        };

    private IEnumerable<Member> Neighbours(int number)
    {
        if (_scenario.Policy.AidAfterSeconds is null)
            yield break;
        foreach (var partner in _city.Rules.Partners)
            foreach (var force in partner.Forces)
                for (var i = 1; i <= force.Count; i++)
                {
                    var kind = Array.IndexOf(_kinds, force.Kind);
                    if (kind < 0 || !_city.TryCell(partner.Gate.Value, out var gate))
                        continue;
                    yield return new Member(
                        $"{partner.Id}/{force.Kind}-{i}", number++, (byte)kind, ClassOf(force.Kind, partner.Id), Domain.KeyMask.Of(_city.Rules.Capabilities, force.Capabilities),
                        gate, World.Abroad, Travel.FromSeconds(force.GateSeconds), false, null);
                }
    }

    private int ClassOf(string kind, string letter)
    {
        var name = letter.Length == 0 ? kind : $"{kind} {letter}";
        var known = _classes.IndexOf(name);
        if (known >= 0)
            return known;
        _classes.Add(name);
        return _classes.Count - 1;
    }

    private ulong Fits(byte kind, ulong capabilities)
    {
        var fits = 0UL;
        for (var i = 0; i < _requirements.Count; i++)
            if (((_requirements[i].Kinds >> kind) & 1) != 0 && (capabilities & _requirements[i].Capabilities) == _requirements[i].Capabilities)
                fits |= 1UL << i;
        return fits;
    }

    private (List<(string Trade, TargetGrade Grade)?> Classes, byte[] OfTarget) TargetClasses()
    {
        var classes = new List<(string, TargetGrade)?> { null };
        var ofTarget = new byte[_city.Targets.Length];
        for (var target = 0; target < ofTarget.Length; target++)
        {
            (string, TargetGrade)? key = (_city.Targets[target].Trade, _city.Targets[target].Grade);
            var known = classes.IndexOf(key);
            if (known < 0)
            {
                known = classes.Count;
                classes.Add(key);
            }

            ofTarget[target] = checked((byte)known);
        }

        return (classes, ofTarget);
    }

    private Slot[][] Slots(CallTable calls, List<(string Trade, TargetGrade Grade)?> targets)
        => [.. from call in calls.Calls
            from target in targets
            from level in _city.Rules.Duty
            select Slots(PlanMatcher.Match(_deployment.Plans, call.Type, call.Severity, target?.Trade, target?.Grade, level.Level)?.Plan)];

    private Slot[] Slots(ResponsePlan? plan)
        => [.. (plan?.Roles ?? []).SelectMany(role => Enumerable.Repeat(new Slot(RequirementOf(role), (role.WithinSeconds ?? 0) * 1000, role.Since), role.Count)).Take(OpenIncidents.MostSlots)];

    private byte RequirementOf(PlanRole role)
    {
        var wanted = RequirementCompiler.Compile(role, 1, _kinds, _city.Rules.Capabilities);
        var known = _requirements.IndexOf(wanted);
        if (known >= 0)
            return (byte)known;
        if (_requirements.Count == MostRequirements)
            throw new ScenarioException([new ScenarioProblem("$", $"the plans ask for more than {MostRequirements} different kinds of role")]);
        _requirements.Add(wanted);
        return (byte)(_requirements.Count - 1);
    }

    /// <summary>Travel times by period, with the turns from one to the next.</summary>
    private List<CityTravel> Travels()
    {
        var periods = _city.Rules.Periods;
        var travels = new List<CityTravel>();
        var known = new Dictionary<string, int>();
        var now = -1;
        var minutes = periods.Count == 0 ? 1 : (_time.Horizon / 60_000) + 1;
        for (var minute = 0L; minute < minutes; minute++)
        {
            var period = periods.FirstOrDefault(p => p.IsNow((int)((_time.StartMinute + minute) % OpeningHours.Week)));
            if (!known.TryGetValue(period?.Id ?? "", out var index))
            {
                known[period?.Id ?? ""] = index = travels.Count;
                travels.Add(_deployment.City.Travel(period, _deployment.Roads));
            }

            if (index != now && minute > 0)
                _turns.Add(new Turn(minute * 60_000, TurnKind.Travel, index));
            now = index;
        }

        return travels;
    }

    private void Shifts(Member[] units)
    {
        for (var unit = 0; unit < units.Length; unit++)
            foreach (var span in units[unit].Shift ?? [])
                for (var week = -1L; week <= (_time.Horizon / 604_800_000) + 1; week++)
                {
                    Turn(span.From, TurnKind.On, unit, week);
                    Turn(span.Until, TurnKind.Off, unit, week);
                }

        void Turn(int minuteOfWeek, TurnKind kind, int unit, long week)
        {
            var at = ((week * OpeningHours.Week) + minuteOfWeek - _time.StartMinute) * 60_000L;
            if (at > 0 && at < _time.Horizon)
                _turns.Add(new Turn(at, kind, unit));
        }
    }

    private WorldPolicy Policy()
    {
        var policy = _scenario.Policy;
        return new WorldPolicy
        {
            Rule = policy.Dispatch,
            Layers = PolicyLayers.Of(policy, _city.Rules),
            Redispatch = policy.Redispatch,
            Queues = policy.Queues,
            Relocation = policy.Relocation,
            BusyFraction = policy.BusyFraction,
            CoverageWithin = Travel.FromSeconds(policy.CoverageSeconds),
            ComplianceTable = [.. policy.ComplianceTable.Select(row => row.Select(id => _city.TryCell(id, out var cell) ? cell : 0).ToArray())],
            AidAfter = policy.AidAfterSeconds * 1000L,
            CalmFactor = _scenario.Service.CalmFactor,
            CalmBelow = _scenario.Service.CalmBelow,
        };
    }
}
