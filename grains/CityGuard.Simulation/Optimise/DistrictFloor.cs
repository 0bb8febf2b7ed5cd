using CityGuard.Cities;

namespace CityGuard.Simulation.Optimise;

/// <summary>
/// Makes the worst-covered district as good as can be: for any weights of the districts the best weighted coverage bounds the floor from above, and
/// districts that lag behind get more weight from round to round (Arora, Hazan and Kale 2012).
/// </summary>
internal sealed class DistrictFloor
{
    private const double Rate = 8;

    private readonly PlacementProblem _problem;
    private readonly int[] _districtOf;
    private readonly double[] _total;

    public DistrictFloor(PlacementProblem problem, CityModel city)
    {
        _problem = problem;
        var districts = city.Cells.Sectors.Select(s => s.District).Distinct().ToList();
        _districtOf = [.. Enumerable.Range(0, city.Cells.Count).Select(cell => districts.IndexOf(city.Cells.Sectors[city.Cells.Sector[cell]].District))];
        _total = new double[districts.Count];
        for (var place = 0; place < _districtOf.Length; place++)
            _total[_districtOf[place]] += problem.Weight[place];
    }

    /// <summary>Covered share of the district that has the least; those without calls do not count.</summary>
    public double Value(bool[] chosen)
    {
        var shares = Shares(chosen);
        return Enumerable.Range(0, shares.Length).Where(d => _total[d] > 0).Min(d => shares[d]);
    }

    public Placement Search(Func<PlacementProblem, IWorthOfServing> worth, TimeSpan budget, TimeProvider time, CancellationToken cancel)
    {
        const int Rounds = 24;
        var began = time.GetTimestamp();
        var factor = _total.Select(t => t > 0 ? 1.0 : 0).ToArray();
        Placement? best = null;
        var bound = 1.0;
        for (var round = 0; round < Rounds && (round == 0 || time.GetElapsedTime(began) < budget) && !cancel.IsCancellationRequested; round++)
        {
            var sum = factor.Sum();
            var weighted = _problem.WithWeights([.. _problem.Weight.Select((w, place) => factor[_districtOf[place]] > 0 ? w / _total[_districtOf[place]] * factor[_districtOf[place]] / sum : 0)]);
            var found = PlacementSearch.Run(weighted, worth, budget / Rounds, time: time, cancel: cancel);
            bound = Math.Min(bound, found.Bound);
            var floor = Value(found.Chosen);
            if (best is null || floor > best.Value)
                best = found with { Value = floor };
            var shares = Shares(found.Chosen);
            for (var district = 0; district < factor.Length; district++)
                factor[district] *= Math.Exp(-Rate * (shares[district] - floor) / Math.Sqrt(round + 1));
        }

        return best! with { Bound = Math.Max(bound, best!.Value) };
    }

    private double[] Shares(bool[] chosen)
    {
        var covered = new bool[_problem.Weight.Length];
        for (var site = 0; site < chosen.Length; site++)
            if (chosen[site])
                foreach (var service in _problem.Serves[site])
                    covered[service.Place] = true;
        var shares = new double[_total.Length];
        for (var place = 0; place < covered.Length; place++)
            if (covered[place] || _problem.Elsewhere?[place] > 0)
                shares[_districtOf[place]] += _problem.Weight[place] / _total[_districtOf[place]];
        return shares;
    }
}
