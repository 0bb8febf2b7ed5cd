using CityGuard.Simulation.Chance;

namespace CityGuard.Simulation.Optimise;

/// <summary>
/// Interchange for covers with every gain and loss kept up to date, so that trying an exchange costs a look along one array; and from
/// its local optima on by small disturbances around one place, kept when they end no worse (iterated local search, Lourenço, Martin and Stützle 2003).
/// </summary>
internal sealed class CoverInterchange
{
    private readonly PlacementProblem _problem;
    private readonly double[] _next, _gain; // of a chosen site: what it would gain were it not chosen, that is its loss
    private readonly int[] _count, _firstSite, _siteOf;
    private readonly bool[] _chosen;
    private Xoshiro256 _random = new(StreamKey.Of(1, 0, 0));
    private int _kept;

    public CoverInterchange(PlacementProblem problem, double busy, bool[] chosen)
    {
        _problem = problem;
        _next = [.. Enumerable.Range(0, 64).Select(k => k == 0 ? 1 - busy : busy == 0 ? 0 : (1 - busy) * Math.Pow(busy, k))];
        _count = [.. problem.Elsewhere ?? new int[problem.Weight.Length]];
        _chosen = [.. chosen];
        _firstSite = new int[problem.Weight.Length + 1];
        foreach (var serves in problem.Serves)
            foreach (var service in serves)
                _firstSite[service.Place + 1]++;
        for (var place = 0; place < problem.Weight.Length; place++)
            _firstSite[place + 1] += _firstSite[place];
        _siteOf = new int[_firstSite[^1]];
        var at = _firstSite.AsSpan(..^1).ToArray();
        for (var site = 0; site < problem.Sites; site++)
            foreach (var service in problem.Serves[site])
                _siteOf[at[service.Place]++] = site;
        for (var site = 0; site < problem.Sites; site++)
            if (chosen[site])
                foreach (var service in problem.Serves[site])
                    _count[service.Place]++;
        _kept = Enumerable.Range(0, problem.Sites).Count(s => chosen[s] && problem.Present[s]);
        _gain = new double[problem.Sites];
        for (var site = 0; site < problem.Sites; site++)
            foreach (var service in problem.Serves[site])
                _gain[site] += problem.Weight[service.Place] * Next(_count[service.Place] - (chosen[site] ? 1 : 0));
        for (var place = 0; place < _count.Length; place++)
            for (var k = 0; k < _count[place]; k++)
                Value += problem.Weight[place] * Next(k);
    }

    public double Value { get; private set; }

    /// <summary>The best choice until the time is over, or good enough.</summary>
    public (bool[] Chosen, double Value) Run(Func<double, bool> isOver)
    {
        Descend(new Queue<int>(Enumerable.Range(0, _chosen.Length).Where(s => _chosen[s]).OrderBy(s => _gain[s])));
        var (best, value) = ((bool[])[.. _chosen], Value);
        while (!isOver(value))
        {
            Disturb();
            if (Value >= value - 1e-12)
            {
                (best, value) = ([.. _chosen], Value);
                continue;
            }

            for (var site = 0; site < best.Length; site++)
                if (_chosen[site] && !best[site])
                    Change(site, false);
            for (var site = 0; site < best.Length; site++)
                if (!_chosen[site] && best[site])
                    Change(site, true);
        }

        return (best, value);
    }

    /// <summary>Exchanges while that adds something; whoever serves the same places as a changed site is asked again.</summary>
    private void Descend(Queue<int> asked)
    {
        var waits = new bool[_chosen.Length];
        foreach (var site in asked)
            waits[site] = true;
        while (asked.TryDequeue(out var given))
        {
            waits[given] = false;
            if (!_chosen[given])
                continue;
            var before = Value;
            Change(given, false);
            var best = Best(MayGo(given) ? null : given);
            if (best != given && _gain[best] > before - Value + 1e-12)
            {
                Change(best, true);
                Ask(given);
                Ask(best);
            }
            else
            {
                Change(given, true);
            }
        }

        void Ask(int changed)
        {
            foreach (var service in _problem.Serves[changed])
                for (var i = _firstSite[service.Place]; i < _firstSite[service.Place + 1]; i++)
                    if (_chosen[_siteOf[i]] && !waits[_siteOf[i]])
                    {
                        waits[_siteOf[i]] = true;
                        asked.Enqueue(_siteOf[i]);
                    }
        }
    }

    /// <summary>Around one site a few are given up and others taken at random, then the count is filled up and the neighbourhood put right.</summary>
    private void Disturb()
    {
        const int Fewest = 1, Span = 4;
        var middle = Below(_chosen.Length);
        var around = _problem.Serves[middle].SelectMany(s => _siteOf[_firstSite[s.Place].._firstSite[s.Place + 1]]).Distinct().ToArray();
        if (around.Length < 2)
            return;
        var touched = new Queue<int>();
        for (var n = Fewest + Below(Span); n > 0; n--)
        {
            var site = around[Below(around.Length)];
            if (_chosen[site] && !MayGo(site))
                continue;
            Change(site, !_chosen[site]);
        }

        for (var chosen = _chosen.Count(c => c); chosen != _problem.Count; chosen = _chosen.Count(c => c))
        {
            if (chosen < _problem.Count)
                Change(Best(null), true);
            else if (Enumerable.Range(0, _chosen.Length).Where(s => _chosen[s] && MayGo(s)).MinBy(s => _gain[s]) is var least)
                Change(least, false);
        }

        foreach (var site in around.Where(s => _chosen[s]))
            touched.Enqueue(site);
        for (var n = 0; n < 20; n++)
            if (Below(_chosen.Length) is var site && _chosen[site])
                touched.Enqueue(site);
        Descend(touched);
    }

    private bool MayGo(int site) => !_problem.Present[site] || _kept > _problem.Kept;

    /// <summary>The site that would gain most; of those present only when one of them must come back.</summary>
    private int Best(int? insteadOf)
    {
        var (best, most) = (insteadOf ?? -1, insteadOf is { } own ? _gain[own] : -1.0);
        for (var site = 0; site < _gain.Length; site++)
            if (!_chosen[site] && _gain[site] > most && (insteadOf is null || _problem.Present[site]))
                (best, most) = (site, _gain[site]);
        return best;
    }

    private void Change(int site, bool add)
    {
        Value += add ? _gain[site] : -_gain[site];
        _chosen[site] = add;
        _kept += _problem.Present[site] ? add ? 1 : -1 : 0;
        foreach (var (place, _) in _problem.Serves[site])
        {
            var (weight, k) = (_problem.Weight[place], _count[place]);
            _count[place] = add ? k + 1 : k - 1;
            // For the others: what one more adds at the new count, what one fewer costs.
            var (gains, costs) = add
                ? (weight * (Next(k + 1) - Next(k)), weight * (Next(k) - Next(k - 1)))
                : (weight * (Next(k - 1) - Next(k)), weight * (Next(k - 2) - Next(k - 1)));
            for (var i = _firstSite[place]; i < _firstSite[place + 1]; i++)
            {
                var other = _siteOf[i];
                if (other != site)
                    _gain[other] += _chosen[other] ? costs : gains;
            }
        }
    }

    private double Next(int k) => k < 0 ? 0 : _next[Math.Min(k, _next.Length - 1)];

    private int Below(int count) => (int)(_random.Uniform() * count);
}
