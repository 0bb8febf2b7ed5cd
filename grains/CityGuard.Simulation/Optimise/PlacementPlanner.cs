using CityGuard.Cities;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Readiness;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Simulation.Optimise;

/// <summary>Makes a problem of a city and an order, solves it and says the answer as moves.</summary>
public sealed class PlacementPlanner
{
    private readonly SimulationCity _at;
    private readonly CityModel _city;
    private readonly Scenario _base;
    private readonly PlacementOrder _order;
    private readonly Posting[] _present, _others;
    private readonly int[] _sites; // cell of each site, those present first
    private readonly ushort[] _rings;
    private readonly ushort _turnout;
    private readonly int _kind;

    private PlacementPlanner(SimulationCity at, Scenario @base, PlacementOrder order)
    {
        (_at, _city, _base, _order) = (at, at.City, @base, order);
        _kind = _city.Rules.Kinds.Select(k => k.Id).ToList().IndexOf(order.Kind);
        var problems = Problems().ToArray();
        if (problems.Length > 0)
            throw new ScenarioException(problems);
        var deployment = DeploymentMaker.Make(at, @base);
        var onRoad = deployment.Postings.Where(p => p.IsOut && p.Target < 0).ToArray();
        _present = [.. onRoad.Where(p => p.Kind == _kind)];
        _others = [.. onRoad.Where(p => p.Kind != _kind)];
        if (order.Moves > _present.Length)
            throw new ScenarioException([new ScenarioProblem("moves", $"{order.Moves} cannot be moved: {_present.Length} of kind {order.Kind} are on duty")]);
        var turnouts = _present.Select(p => p.Turnout).Order().ToArray();
        _turnout = turnouts.Length > 0 ? turnouts[turnouts.Length / 2] : (ushort)0;
        _sites = [.. _present.Select(p => p.Cell), .. Candidates().Except(_present.Select(p => p.Cell))];
        _rings = Rings(deployment);
    }

    /// <summary>The best suggestion found, with its bound.</summary>
    /// <exception cref="ScenarioException">The order cannot be carried out.</exception>
    public static Suggestion Suggest(SimulationCity at, Scenario @base, PlacementOrder order, TimeProvider? time = null, CancellationToken cancel = default)
        => new PlacementPlanner(at, @base, order).Suggest(time ?? TimeProvider.System, cancel);

    /// <summary>The problem itself, for whoever measures the search.</summary>
    internal static PlacementProblem Problem(SimulationCity at, Scenario @base, PlacementOrder order) => new PlacementPlanner(at, @base, order).Problem();

    private IEnumerable<ScenarioProblem> Problems()
    {
        if (_kind < 0)
            yield return new("kind", $"there is no kind '{_order.Kind}': {string.Join(", ", _city.Rules.Kinds.Select(k => k.Id))}");
        else if (_city.Rules.Kinds[_kind].PremisesOnly)
            yield return new("kind", $"{_order.Kind} is bound to premises and cannot be placed");
        if (_order.Moves < 0 || _order.Add is < 0 or > 1000 || _order.Moves + _order.Add == 0)
            yield return new("moves", "0 or more are moved and 0 to 1,000 added, one at least");
        if (_order.RingSeconds is < 1 or > 3600)
            yield return new("ringSeconds", $"{_order.RingSeconds} s do not lie between 1 and 3,600");
        if (_order.BusyFraction is not (>= 0 and < 1))
            yield return new("busyFraction", $"{_order.BusyFraction} does not lie between 0 and below 1");
        if (_order.Seconds is not (> 0 and <= 600))
            yield return new("seconds", $"{_order.Seconds} s do not lie above 0 and up to 600");
        foreach (var cell in (_order.Candidates ?? []).Where(cell => !_city.TryCell(cell, out _)))
            yield return new("candidates", $"there is no cell '{cell}'");
    }

    private IEnumerable<int> Candidates()
    {
        if (_order.Candidates is { } given)
            return given.Select(id => _city.TryCell(id, out var cell) ? cell : -1).Distinct();
        var cells = _city.Cells;
        var busiest = Enumerable.Range(0, cells.Count)
            .GroupBy(cell => cells.Beat[cell] >= 0 ? cells.Beat[cell] : cells.Count <= 2000 ? ~cell : cells.Sectors[cells.Sector[cell]].Area)
            .Select(group => group.MaxBy(cell => (_city.Demand.CellShare[cell], -cell)));
        return busiest.Concat(_city.Cells.Sectors.Select(s => Enumerable.Range(s.First, s.Count).MaxBy(cell => (_city.Demand.CellShare[cell], -cell)))).Distinct().Order();
    }

    /// <summary>Ring of each cell for this kind, 0 where its standard does not count it.</summary>
    private ushort[] Rings(Deployment deployment)
    {
        var kinds = _city.Rules.Kinds.Select(k => k.Id).ToArray();
        var rules = deployment.Standards.ToDictionary(s => s.Id, s => _city.Rules.Duty.Select(level => StandardCompiler.Compile(Domain.Duty.TightCircle.Under(s, level), kinds).Rings.Span[0]).ToArray());
        return [.. Enumerable.Range(0, _city.Cells.Count).Select(cell => rules[_city.Cells.Standard[cell]][deployment.Duty[cell]] is var ring && ((ring.Kinds >> _kind) & 1) == 0
            ? (ushort)0 : _order.RingSeconds is { } seconds ? Travel.FromSeconds(seconds) : ring.Deciseconds)];
    }

    private PlacementProblem Problem()
    {
        var travel = _at.Travel(null, []);
        var limit = (float)_city.Rules.Standards.Max(s => s.OutermostSeconds) * 10;
        var serves = new Service[_sites.Length][];
        Parallel.For(0, _sites.Length, site =>
        {
            var services = new List<Service>();
            travel.ForEach(_sites[site], (cell, time) =>
            {
                var arrival = time + (site < _present.Length ? _present[site].Turnout : _turnout);
                if (_order.Goal == PlacementGoal.MeanTime ? arrival < limit : arrival <= _rings[cell])
                    services.Add(new Service(cell, _order.Goal == PlacementGoal.MeanTime ? 1 - (arrival / limit) : 1));
            });
            serves[site] = [.. services];
        });
        return new PlacementProblem
        {
            Weight = [.. _city.Demand.CellShare.Select(w => (double)w)],
            Serves = serves,
            Present = [.. Enumerable.Range(0, _sites.Length).Select(site => site < _present.Length)],
            Count = _present.Length + _order.Add,
            Moves = _order.Moves,
            Elsewhere = _order.Goal == PlacementGoal.MeanTime ? null : Elsewhere(travel),
        };
    }

    /// <summary>How many of other kinds reach each cell in time, as far as its ring counts them.</summary>
    private int[] Elsewhere(Engine.TravelLookup travel)
    {
        var kinds = _city.Rules.Kinds.Select(k => k.Id).ToArray();
        var rules = _base.Edits.OfType<StandardEdit>().Select(e => e.Standard).Concat(_city.Rules.Standards).DistinctBy(s => s.Id)
            .ToDictionary(s => s.Id, s => StandardCompiler.Compile(s, kinds).Rings.Span[0].Kinds);
        var counts = new int[_city.Cells.Count];
        foreach (var other in _others)
            travel.ForEach(other.Cell, (cell, time) =>
            {
                if (((rules[_city.Cells.Standard[cell]] >> other.Kind) & 1) != 0 && time + other.Turnout <= _rings[cell])
                    counts[cell]++;
            });
        return counts;
    }

    private IWorthOfServing Worth(PlacementProblem problem) => _order.Goal == PlacementGoal.MeanTime
        ? new NearestCover(problem)
        : new CountedCover(problem, _order.Goal == PlacementGoal.ExpectedCoverage ? _order.BusyFraction : 0);

    private Suggestion Suggest(TimeProvider time, CancellationToken cancel)
    {
        var problem = Problem();
        var budget = TimeSpan.FromSeconds(_order.Seconds);
        var floor = _order.Goal == PlacementGoal.WorstDistrict ? new DistrictFloor(problem, _city) : null;
        var found = floor is null ? PlacementSearch.Run(problem, Worth, budget, time: time, cancel: cancel) : floor.Search(Worth, budget, time, cancel);
        if (_order.Exact && _order.Goal != PlacementGoal.MeanTime && floor is null)
            found = ExactPlacement.Improve(problem, found, _order.Goal == PlacementGoal.ExpectedCoverage ? _order.BusyFraction : 0, budget);
        cancel.ThrowIfCancellationRequested();
        var before = Value(problem, problem.Present, floor);
        var steps = Steps(problem, found.Chosen, floor);
        return new Suggestion(
            _order.Goal, Shown(before), Shown(Value(problem, found.Chosen, floor)), Shown(found.Bound), found.Gap, steps, Scenario(steps));
    }

    private double Value(PlacementProblem problem, bool[] chosen, DistrictFloor? floor)
    {
        if (floor is not null)
            return floor.Value(chosen);
        var worth = Worth(problem);
        for (var site = 0; site < chosen.Length; site++)
            if (chosen[site])
                worth.Add(site);
        return worth.Value;
    }

    /// <summary>Savings of time as the mean time that is left.</summary>
    private double Shown(double value)
        => _order.Goal == PlacementGoal.MeanTime ? (1 - value) * _city.Rules.Standards.Max(s => s.OutermostSeconds) : value;

    /// <summary>Who goes where: each given up to the nearest new site that is left, then the steps by their gain.</summary>
    private List<PlacementStep> Steps(PlacementProblem problem, bool[] chosen, DistrictFloor? floor)
    {
        var travel = _at.Travel(null, []);
        var from = Enumerable.Range(0, _present.Length).Where(s => !chosen[s]).ToList();
        var to = Enumerable.Range(_present.Length, _sites.Length - _present.Length).Where(s => chosen[s]).ToList();
        var now = problem.Present.ToArray();
        var pairs = new List<(int From, int To)>();
        foreach (var site in to)
        {
            var nearest = from.Count == 0 ? -1 : from.MinBy(s => (travel.Between(_sites[s], _sites[site]), s));
            from.Remove(nearest);
            pairs.Add((nearest, site));
        }

        var steps = new List<PlacementStep>();
        var value = Value(problem, now, floor);
        while (pairs.Count > 0)
        {
            // Of few every order is tried; of many the gains one by one are near enough for listing them.
            var next = pairs.Count > 60 ? pairs[0] : pairs.MaxBy(p => (Value(problem, After(now, p), floor), -p.To));
            now = After(now, next);
            var then = Value(problem, now, floor);
            steps.Add(new PlacementStep(
                next.From < 0 ? null : _present[next.From].Id, next.From < 0 ? null : _city.Cells.Id(_sites[next.From]).Value, _city.Cells.Id(_sites[next.To]).Value,
                _order.Goal == PlacementGoal.MeanTime ? Shown(value) - Shown(then) : then - value));
            value = then;
            pairs.Remove(next);
        }

        return [.. steps.OrderByDescending(s => s.Gain).ThenBy(s => s.To, StringComparer.Ordinal)];

        static bool[] After(bool[] now, (int From, int To) pair)
        {
            bool[] then = [.. now];
            if (pair.From >= 0)
                then[pair.From] = false;
            then[pair.To] = true;
            return then;
        }
    }

    private Scenario Scenario(List<PlacementStep> steps)
    {
        var (edits, added) = (new List<Edit>(), 0);
        foreach (var step in steps)
        {
            _city.TryCell(step.To, out var cell);
            var place = _city.Cells.Centres[cell];
            edits.Add(step.Who is { } who ? new MoveEdit([who], place) : new AddEdit($"{_order.Prefix}{++added}-", _order.Kind, 1, place));
        }

        return _base with { Name = $"{_base.Name} ({Camel(_order.Goal.ToString())})", Edits = [.. _base.Edits, .. edits] };
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
