using CityGuard.Cities;
using CityGuard.Cities.Roads.Conditions;
using CityGuard.Domain;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

namespace CityGuard.Simulation.Scenarios;

/// <summary>Applies a scenario's edits in their order, and says everything that is wrong with it at once.</summary>
internal sealed class DeploymentMaker
{
    private readonly SimulationCity _at;
    private readonly CityModel _city;
    private readonly Scenario _scenario;
    private readonly List<ScenarioProblem> _problems = [];
    private readonly List<Posting?> _postings = [];
    private readonly Dictionary<string, int> _places = [];
    private readonly List<ResponseStandard> _standards;
    private readonly List<ResponsePlan> _plans;
    private readonly List<RoadRestriction> _roads = [];
    private readonly byte[] _duty;
    private readonly string[] _kinds;

    private DeploymentMaker(SimulationCity at, Scenario scenario)
    {
        (_at, _city, _scenario) = (at, at.City, scenario);
        _standards = [.. _city.Rules.Standards];
        _plans = [.. _city.Rules.Plans];
        _duty = new byte[_city.Cells.Count];
        _kinds = [.. _city.Rules.Kinds.Select(k => k.Id)];
    }

    /// <exception cref="ScenarioException">It cannot be played in this city.</exception>
    public static Deployment Make(SimulationCity at, Scenario scenario)
    {
        if (!string.Equals(scenario.City, at.City.Manifest.Hash, StringComparison.Ordinal))
            throw new ScenarioException([new ScenarioProblem("$.city", $"the scenario is made for a city with hash {Short(scenario.City)}, and this one is {at.City.Manifest.Name.En} with {Short(at.City.Manifest.Hash)}: open it with its own city, or make it anew")]);
        return new DeploymentMaker(at, scenario).Make();
    }

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash.Length == 0 ? "(none)" : hash;

    private Deployment Make()
    {
        _problems.AddRange(ScenarioTerms.Problems(_scenario, _city));
        BaseDuty();
        for (var i = 0; i < _scenario.Edits.Count; i++)
            if (_scenario.Edits[i] is DutyEdit duty)
                SetDuty($"$.edits[{i}]", duty.Area, duty.Level);
        Base();
        for (var i = 0; i < _scenario.Edits.Count; i++)
            Apply($"$.edits[{i}]", _scenario.Edits[i]);
        if (_problems.Count == 0 && _postings.All(p => p is null or { IsOut: false }))
            Wrong("$.edits", "nobody is left on duty");
        return _problems.Count > 0
            ? throw new ScenarioException(_problems)
            : new Deployment { City = _at, Scenario = _scenario, Postings = [.. _postings.OfType<Posting>()], Standards = _standards, Plans = _plans, Duty = _duty, Roads = _roads, Demand = _scenario.Demand is { } given ? GivenDemands.Model(given, _city) : _city.Demand, Shapes = _scenario.Demand is { } said ? GivenDemands.Shapes(said, _city) : [] };
    }

    private void BaseDuty()
    {
        foreach (var (area, level) in _scenario.Live?.Duty ?? new Dictionary<string, string>())
            SetDuty("$.live.duty", area, level, onlyHigher: true); // as in the live city: the highest of all areas above counts
        var roads = _scenario.Live?.Roads ?? [];
        for (var i = 0; i < roads.Count; i++)
            Restrict($"$.live.roads[{i}]", roads[i]);
    }

    /// <summary>Everybody of the package; on duty are as many of each sector and kind as its level wants, spread evenly, or those who were when the city was forked.</summary>
    private void Base()
    {
        var live = _scenario.Live?.Responders.Select(r => r.Id).ToHashSet();
        var homes = _city.Responders.Select(profile => Home(profile)).ToArray();
        var posted = _city.Responders.Index().CountBy(r => (_city.Cells.Sector[homes[r.Index]], r.Item.Kind)).ToDictionary();
        var seen = new Dictionary<(ushort, string), int>();
        foreach (var (i, profile) in _city.Responders.Index())
        {
            var cell = homes[i];
            var group = (_city.Cells.Sector[cell], profile.Kind);
            var number = seen[group] = seen.GetValueOrDefault(group) + 1;
            var wanted = PlannedStrength.Of(_city.Rules.Duty[_duty[cell]], profile.Kind, posted[group]);
            var isOut = live?.Contains(profile.Id.Value) ?? (long)number * wanted / posted[group] > (long)(number - 1) * wanted / posted[group];
            var kind = (byte)Array.IndexOf(_kinds, profile.Kind);
            var target = _city.Rules.Kinds[kind].PremisesOnly && profile.Premises is { } premises && _city.TryTarget(premises.Value, out var at) ? at : -1;
            _places[profile.Id.Value] = _postings.Count;
            // A unit of a kind that goes nowhere, without premises, can never be sent: as in the live city.
            _postings.Add(new Posting(
                profile.Id.Value, kind, profile.Class, KeyMask.Of(_city.Rules.Capabilities, profile.Capabilities), cell, target, Travel.FromSeconds(profile.TurnoutSeconds),
                isOut && (target >= 0 || !_city.Rules.Kinds[kind].PremisesOnly)));
        }

        int Home(ResponderProfile profile)
            => _scenario.Live?.Posts?.TryGetValue(profile.Id.Value, out var moved) == true && moved.IsValid && _city.Locator.TryLocate(moved, out var there) ? there
                : _city.TryCell(profile.Cell.Value, out var cell) ? cell : 0;
    }

    private void Apply(string path, Edit edit)
    {
        switch (edit)
        {
            case MoveEdit move when Located(path + ".to", move.To) is { } cell:
                Each(path, move.Who, posting => _city.Rules.Kinds[posting.Kind].PremisesOnly
                    ? $"{posting.Id} is bound to its premises and cannot be moved" : OffDuty(posting), posting => posting with { Cell = cell });
                break;
            case AddEdit add:
                Add(path, add);
                break;
            case RemoveEdit remove:
                Each(path, remove.Who, _ => null, _ => null);
                break;
            case ReclassEdit reclass:
                Reclass(path, reclass);
                break;
            case ShiftEdit shift:
                if (shift.On.Any(s => s.From < 0 || s.Until > OpeningHours.Week || s.From >= s.Until) || shift.On.Zip(shift.On.Skip(1)).Any(p => p.First.Until > p.Second.From))
                    Wrong(path + ".on", "spans lie between minute 0 (Monday 00:00) and 10,080, in order, without overlapping");
                else
                    Each(path, shift.Who, _ => null, posting => posting with { Shift = shift.On.Count == 0 ? null : shift.On, IsOut = true });
                break;
            case StandardEdit standard:
                SetStandard(path, standard.Standard);
                break;
            case PlanEdit plan:
                SetPlan(path, plan.Plan);
                break;
            case DropPlanEdit drop:
                if (_plans.RemoveAll(p => p.Id == drop.Plan) == 0)
                    Wrong(path + ".plan", $"there is no plan '{drop.Plan}'");
                break;
            case RoadEdit road:
                Restrict(path, road);
                break;
            case TyphoonEdit typhoon:
                if (typhoon.Roads is not (>= 1 and <= 20))
                    Wrong(path + ".roads", "travel takes 1 to 20 times as long");
                if (typhoon.Calls is not (>= 1 and <= 20))
                    Wrong(path + ".calls", "calls are multiplied by 1 to 20");
                if (typhoon.FromHour < 0 || typhoon.UntilHour <= typhoon.FromHour)
                    Wrong(path + ".untilHour", "it ends after it begins, and begins at hour 0 or later");
                if (typhoon.Roads > 1)
                    _roads.Add(new RoadRestriction(null, null, typhoon.Roads));
                if (typhoon.Bridges)
                    _roads.Add(new RoadRestriction(null, null, null, Cities.Roads.RoadClass.Bridge));
                break;
            case DemandEdit or CrowdEdit or InjectEdit:
                _problems.AddRange(DemandTerms.Problems(path, edit, _city));
                break;
        }
    }

    private void Each(string path, IReadOnlyList<string> who, Func<Posting, string?> objection, Func<Posting, Posting?> change)
    {
        if (who.Count == 0)
            Wrong(path + ".who", "nobody is named");
        for (var i = 0; i < who.Count; i++)
        {
            if (!_places.TryGetValue(who[i], out var place) || _postings[place] is not { } posting)
                Wrong($"{path}.who[{i}]", $"there is no responder '{who[i]}' here{(_places.ContainsKey(who[i]) ? ": an earlier edit took it away" : "")}");
            else if (objection(posting) is { } reason)
                Wrong($"{path}.who[{i}]", reason);
            else
                _postings[place] = change(posting);
        }
    }

    private void Add(string path, AddEdit add)
    {
        var kind = Array.IndexOf(_kinds, add.Kind);
        if (kind < 0)
            Wrong(path + ".kind", $"there is no kind '{add.Kind}': {string.Join(", ", _kinds)}");
        if (add.Count is < 1 or > 1000)
            Wrong(path + ".count", $"{add.Count} cannot be added: 1 to 1,000");
        if (add.Prefix.Length == 0 || _places.Keys.Any(id => id.StartsWith(add.Prefix, StringComparison.Ordinal)))
            Wrong(path + ".prefix", $"'{add.Prefix}' is empty, or the beginning of other responders' ids");
        if (add.TurnoutSeconds is < 0 or > 3600)
            Wrong(path + ".turnoutSeconds", $"a turnout of {add.TurnoutSeconds} s does not lie between 0 and 3,600");
        var capabilities = Capabilities(path + ".capabilities", add.Capabilities ?? []);
        var cell = Located(path + ".to", add.To);
        var target = -1;
        if (kind >= 0 && _city.Rules.Kinds[kind].PremisesOnly && (add.Premises is null || !_city.TryTarget(add.Premises, out target)))
            Wrong(path + ".premises", $"{add.Kind} goes nowhere else: name the target that it stands in");
        if (kind < 0 || cell is null || capabilities is null || add.Count is < 1 or > 1000)
            return;
        var turnouts = _city.Responders.Where(r => r.Kind == add.Kind).Select(r => r.TurnoutSeconds).Order().ToArray();
        var turnout = Travel.FromSeconds(add.TurnoutSeconds ?? (turnouts.Length > 0 ? turnouts[turnouts.Length / 2] : 0));
        for (var i = 1; i <= add.Count; i++)
        {
            _places[$"{add.Prefix}{i}"] = _postings.Count;
            _postings.Add(new Posting($"{add.Prefix}{i}", (byte)kind, add.Class, capabilities.Value, cell.Value, target, turnout, IsOut: true));
        }
    }

    private void Reclass(string path, ReclassEdit edit)
    {
        var kind = edit.Kind is null ? -1 : Array.IndexOf(_kinds, edit.Kind);
        if (edit.Kind is not null && kind < 0)
            Wrong(path + ".kind", $"there is no kind '{edit.Kind}': {string.Join(", ", _kinds)}");
        var capabilities = edit.Capabilities is null ? null : Capabilities(path + ".capabilities", edit.Capabilities);
        Each(
            path, edit.Who,
            posting => kind >= 0 && (_city.Rules.Kinds[kind].PremisesOnly || _city.Rules.Kinds[posting.Kind].PremisesOnly) && kind != posting.Kind
                ? $"{posting.Id} cannot become one of another kind: one of the two is bound to premises" : OffDuty(posting),
            posting => posting with { Kind = kind >= 0 ? (byte)kind : posting.Kind, Class = edit.Class ?? posting.Class, Capabilities = capabilities ?? posting.Capabilities });
    }

    private void SetDuty(string path, string area, string level, bool onlyHigher = false)
    {
        var rank = DutyPicture.RankOf(_city.Rules.Duty, level);
        if (rank < 0)
            Wrong(path + ".level", $"there is no duty level '{level}': {string.Join(", ", _city.Rules.Duty.Select(d => d.Level))}");
        if (!_city.TryArea(area, out var index))
            Wrong(path + ".area", $"there is no area '{area}'");
        if (rank < 0 || index < 0 || !_city.TryArea(area, out index))
            return;
        var cells = _at.Areas.CellsIn(index);
        for (var cell = 0; cell < cells.Length; cell++)
            if (cells[cell] && !(onlyHigher && rank < _duty[cell]))
                _duty[cell] = (byte)rank;
    }

    private void SetStandard(string path, ResponseStandard standard)
    {
        var at = _standards.FindIndex(s => s.Id == standard.Id);
        if (at < 0)
            Wrong(path + ".standard.id", $"there is no standard '{standard.Id}': {string.Join(", ", _standards.Select(s => s.Id))}");
        else if (Fault(() => StandardCompiler.Compile(standard, _kinds)) is { } fault)
            Wrong(path + ".standard", fault);
        else
            _standards[at] = standard;
    }

    private void SetPlan(string path, ResponsePlan plan)
    {
        var wrong = _problems.Count;
        foreach (var (role, i) in plan.Roles.Select((r, i) => (r, i)))
        {
            if (role.Count is < 1 or > 255)
                Wrong($"{path}.plan.roles[{i}].count", $"{role.Count} cannot be sent: 1 to 255");
            if (role.WithinSeconds is <= 0)
                Wrong($"{path}.plan.roles[{i}].withinSeconds", "a clock is 1 s or more");
            if (Fault(() => Domain.Dispatch.RequirementCompiler.Compile(role, 1, _kinds, _city.Rules.Capabilities)) is { } fault)
                Wrong($"{path}.plan.roles[{i}]", fault);
        }

        if (plan.Roles.Sum(r => r.Count) > Engine.OpenIncidents.MostSlots)
            Wrong($"{path}.plan.roles", $"it sends {plan.Roles.Sum(r => r.Count)}, and {Engine.OpenIncidents.MostSlots} at most can be played");
        foreach (var type in plan.Types.Where(type => !_city.Rules.IncidentTypes.Any(t => t.Id == type)))
            Wrong($"{path}.plan.types", $"there is no type '{type}'");
        if (_problems.Count > wrong)
            return;
        _plans.RemoveAll(p => p.Id == plan.Id);
        _plans.Add(plan);
    }

    private void Restrict(string path, RoadEdit edit)
    {
        if (edit.Factor is { } factor && factor is not (>= 0.1 and <= 20))
            Wrong(path + ".factor", "travel takes 0.1 to 20 times as long; leave it out to close the roads");
        else if (_at.Objection(edit) is { } reason)
            Wrong(path, reason);
        else
            _roads.Add(new RoadRestriction(edit.Street, edit.Area, edit.Factor));
    }

    /// <summary>An edit that would change nothing is said to do so.</summary>
    private static string? OffDuty(Posting posting)
        => posting.IsOut ? null : $"{posting.Id} is not on duty at the level of its sector, so this would change nothing: give it a shift first, or name somebody on duty";

    private ulong? Capabilities(string path, IReadOnlyList<string> keys)
    {
        if (Fault(() => KeyMask.Of(_city.Rules.Capabilities, keys)) is { } fault)
        {
            Wrong(path, fault);
            return null;
        }

        return KeyMask.Of(_city.Rules.Capabilities, keys);
    }

    private int? Located(string path, GeoPoint place)
    {
        if (place.IsValid && _city.Locator.TryLocate(place, out var cell))
            return cell;
        Wrong(path, $"{place.Lon}, {place.Lat} lies outside the city");
        return null;
    }

    private void Wrong(string path, string reason) => _problems.Add(new ScenarioProblem(path, reason));

    private static string? Fault<T>(Func<T> compile)
    {
        try
        {
            compile();
            return null;
        }
        catch (FormatException error)
        {
            return error.Message;
        }
    }
}
