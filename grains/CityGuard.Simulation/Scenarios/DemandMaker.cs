using CityGuard.Cities;
using CityGuard.Domain.Targets;
using CityGuard.Simulation.Chance;
using CityGuard.Simulation.Demand;

namespace CityGuard.Simulation.Scenarios;

/// <summary>Makes the sources of a night's incidents from the city's demand and a scenario's edits of it.</summary>
internal sealed class DemandMaker
{
    private readonly SimulationCity _at;
    private readonly CityModel _city;
    private readonly Scenario _scenario;
    private readonly CallTable _calls;
    private readonly DemandModel _demand;
    private readonly IReadOnlyList<ShapedCalls> _shapes;
    private readonly (IReadOnlyList<float> Cells, IReadOnlyList<float> Hours) _rest;
    private readonly List<Draft> _drafts = [];
    private readonly List<GivenIncident> _given = [];
    private readonly int _warmHours, _startMinute;
    private readonly long _warm, _horizon;

    private DemandMaker(Deployment deployment, CallTable calls, NightTime time)
    {
        (_at, _city, _scenario, _calls, _demand) = (deployment.City, deployment.City.City, deployment.Scenario, calls, deployment.Demand);
        _shapes = deployment.Shapes;
        // All together are a mixture: what has no shape of its own comes as the scenario says of the rest.
        _rest = _shapes.Count == 0 || _scenario.Demand is not { } given ? (_demand.CellShare, _demand.HourFactor) : GivenDemands.Rest(given, _city);
        (_startMinute, _warm, _horizon) = (time.StartMinute, time.Warm, time.Horizon);
        _warmHours = (int)(_warm / 3_600_000);
    }

    public static DemandTable Make(Deployment deployment, CallTable calls, NightTime time)
        => new DemandMaker(deployment, calls, time).Make();

    private DemandTable Make()
    {
        var demand = _demand;
        if (demand.CallsPerDay > 0)
        {
            // Types with a shape of their own are streams of their own; the rest share one.
            var shaped = _shapes.Select(shape => shape.Type).ToHashSet();
            Base(_rest.Cells, _rest.Hours, mix => !shaped.Contains(mix.Type));
            foreach (var shape in _shapes)
                Base(shape.CellShare, shape.HourFactor, mix => mix.Type == shape.Type);
        }

        foreach (var edit in _scenario.Edits)
            Apply(edit);
        foreach (var incident in _scenario.Live?.Incidents ?? [])
            if (_city.TryCell(incident.Cell, out var cell))
                _given.Add(new GivenIncident(_warm, cell, incident.Target is { } t && _city.TryTarget(t, out var target) ? target : -1, _calls.Number(incident.Type, incident.Severity), null));
        var byCell = _city.Targets.Select((target, i) => (target, i)).ToLookup(t => t.target.Cell.Value, t => t.i);
        return new DemandTable
        {
            Sources = [.. _drafts.Where(d => d.CellWeights.Sum() > 0 && d.MixWeights.Sum() > 0).Select(d => d.Finish())],
            Given = _given,
            TargetsOfCell = [.. Enumerable.Range(0, _city.Cells.Count).Select(cell => byCell[_city.Cells.Id(cell).Value].ToArray())],
            Hours = [.. _city.Targets.Select(t => t.Hours)],
            TargetShare = _scenario.Service.TargetShare,
            StartMinute = _startMinute,
            Horizon = _horizon,
            Processing = _scenario.Service.Processing,
        };
    }

    private void Base(IReadOnlyList<float> cells, IReadOnlyList<float> hours, Func<DemandMix, bool> of)
    {
        double[] mix = [.. _demand.Mix.Select(m => of(m) ? m.Share : 0)];
        var share = mix.Sum() / _demand.Mix.Sum(m => m.Share);
        if (share > 0)
            _drafts.Add(new Draft(_drafts.Count, [.. hours.Select(f => f * _demand.CallsPerDay * share / 24)], false, [.. cells.Select(s => (double)s)], null, mix, _calls.OfMix, []));
    }

    private void Apply(Edit edit)
    {
        switch (edit)
        {
            case DemandEdit demand:
                Multiply(demand.Factor, CallsOf(demand.Types), demand.Area is { } area && _city.TryArea(area, out var index) ? _at.Areas.CellsIn(index) : null);
                break;
            case TyphoonEdit { Calls: > 1 } typhoon:
                MoreForHours(typhoon.Calls - 1, typhoon.FromHour, typhoon.UntilHour ?? _scenario.Time.Days * 24);
                break;
            case CrowdEdit crowd:
                Crowd(crowd);
                break;
            case InjectEdit inject:
                foreach (var given in inject.Incidents)
                    Inject(given);
                break;
        }
    }

    private bool[]? CallsOf(IReadOnlyList<string>? types)
        => types is null ? null : [.. _calls.Calls.Select(call => types.Contains(call.Type))];

    private void Multiply(double factor, bool[]? calls, bool[]? cells)
    {
        foreach (var draft in _drafts.ToArray())
            if (factor < 1)
                _drafts[_drafts.IndexOf(draft)] = draft with { Thinnings = [.. draft.Thinnings, new Thinning(factor, calls, cells)] };
            else if (factor > 1)
                _drafts.Add(draft.More(_drafts.Count, factor - 1, calls, cells));
    }

    private void MoreForHours(double factor, double from, double until)
    {
        foreach (var draft in _drafts.ToArray())
        {
            var hours = (int)Math.Ceiling(_horizon / 3_600_000.0);
            var rates = new double[hours];
            for (var hour = 0; hour < hours; hour++)
                if (hour - _warmHours >= from && hour - _warmHours < until)
                    rates[hour] = factor * (draft.ByNight ? draft.PerHour.ElementAtOrDefault(hour) : draft.PerHour[((_startMinute / 60) + hour) % 168]);
            _drafts.Add(draft with { Stream = _drafts.Count, PerHour = rates, ByNight = true });
        }
    }

    private void Crowd(CrowdEdit crowd)
    {
        _city.Locator.TryLocate(crowd.Place, out var middle);
        var cells = Enumerable.Range(0, _city.Cells.Count)
            .Where(cell => cell == middle || _city.Cells.Centres[cell].MetresTo(crowd.Place) <= crowd.RadiusMetres).ToArray();
        _drafts.Add(new Draft(
            _drafts.Count,
            [.. Enumerable.Repeat(0.0, _warmHours), .. crowd.Profile],
            true,
            [.. cells.Select(_ => 1.0)],
            cells,
            [.. crowd.Mix.Select(m => m.Share)],
            [.. crowd.Mix.Select(m => _calls.Number(m.Type, m.Severity, m.OnSceneSeconds))],
            []));
    }

    private void Inject(Injected given)
    {
        var target = given.Target is { } id && _city.TryTarget(id, out var found) ? found : -1;
        var cell = -1;
        if (target >= 0)
            _city.TryCell(_city.Targets[target].Cell.Value, out cell);
        else if (given.Place is { } place)
            _city.Locator.TryLocate(place, out cell);
        _given.Add(new GivenIncident(
            _warm + (long)(given.AtSeconds * 1000), cell, target, _calls.Number(given.Type, given.Severity), given.OnSceneSeconds is { } seconds ? (long)(seconds * 1000) : null));
    }

    private sealed record Draft(
        int Stream, double[] PerHour, bool ByNight, double[] CellWeights, int[]? CellOf, double[] MixWeights, int[] CallOf, IReadOnlyList<Thinning> Thinnings)
    {
        /// <summary>As many more of some types in some cells; chance of its own, so that the others stay the same.</summary>
        public Draft More(int stream, double factor, bool[]? calls, bool[]? cells)
        {
            double[] cellWeights = [.. CellWeights.Select((w, i) => cells is null || cells[CellOf is null ? i : CellOf[i]] ? w : 0)];
            double[] mixWeights = [.. MixWeights.Select((w, i) => calls is null || (CallOf[i] < calls.Length && calls[CallOf[i]]) ? w : 0)];
            var share = cellWeights.Sum() / CellWeights.Sum() * (mixWeights.Sum() / MixWeights.Sum());
            return this with { Stream = stream, PerHour = [.. PerHour.Select(rate => rate * factor * share)], CellWeights = cellWeights, MixWeights = mixWeights };
        }

        public DemandSource Finish() => new()
        {
            Stream = Stream,
            PerHour = PerHour,
            ByNight = ByNight,
            Cells = new AliasTable(CellWeights),
            CellOf = CellOf,
            Mix = new AliasTable(MixWeights),
            CallOf = CallOf,
            Thinnings = Thinnings,
        };
    }
}

/// <summary>When a night begins and ends.</summary>
/// <param name="StartMinute">Minute of the week at which it begins, warm-up included.</param>
/// <param name="Warm">Milliseconds that are not counted.</param>
/// <param name="Horizon">Milliseconds after which nothing is received.</param>
internal readonly record struct NightTime(int StartMinute, long Warm, long Horizon)
{
    public static NightTime Of(Scenario scenario, TimeZoneInfo zone)
    {
        // A city that was forked while it was at work is warm already.
        var warmMinutes = scenario.Live is null ? (int)(scenario.Time.WarmUpHours * 60) : 0;
        var start = scenario.Live is { } live ? WeekClock.MinuteOfWeek(live.At, zone) : scenario.Time.Start;
        var begins = (((start - warmMinutes) % OpeningHours.Week) + OpeningHours.Week) % OpeningHours.Week;
        return new NightTime(begins, warmMinutes * 60_000L, (warmMinutes * 60_000L) + (long)(scenario.Time.Days * 86_400_000));
    }
}
