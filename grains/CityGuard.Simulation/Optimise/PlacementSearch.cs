namespace CityGuard.Simulation.Optimise;

/// <summary>
/// Lazy greedy (Minoux 1978), a Lagrangian bound, then interchange (Teitz and Bart 1968) from the better of what greed and the relaxation chose.
/// Ends when the gap is closed or the time is over; for times, when nothing moves any more.
/// </summary>
internal sealed class PlacementSearch
{
    private readonly PlacementProblem _problem;
    private readonly Func<PlacementProblem, IWorthOfServing> _worth;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly TimeSpan _budget;
    private readonly double _enough;
    private readonly CancellationToken _cancel;

    private PlacementSearch(PlacementProblem problem, Func<PlacementProblem, IWorthOfServing> worth, TimeSpan budget, double enough, TimeProvider time, CancellationToken cancel)
    {
        (_problem, _worth, _budget, _enough, _time, _cancel) = (problem, worth, budget, enough, time, cancel);
        _began = time.GetTimestamp();
    }

    /// <summary>The best placement found.</summary>
    /// <param name="enough">Gap at which it stops.</param>
    public static Placement Run(PlacementProblem problem, Func<PlacementProblem, IWorthOfServing> worth, TimeSpan budget, double enough = 1e-4, TimeProvider? time = null, CancellationToken cancel = default)
        => new PlacementSearch(problem, worth, budget, enough, time ?? TimeProvider.System, cancel).Run();

    private bool IsOver => _time.GetElapsedTime(_began) > _budget || _cancel.IsCancellationRequested;

    private Placement Run()
    {
        var best = Greedy();
        var bound = new LagrangianBound(_problem, _worth(_problem));
        // The bound first, for it tells when to stop; what the relaxation chooses last is often a better start than greed.
        while (!IsOver && bound.Step(best.Value) && Gap(best.Value, bound.Best) > _enough)
        {
        }

        var relaxed = Start(bound.Chosen);
        if (relaxed.Value > best.Value)
            best = relaxed;
        if (_worth(_problem) is CountedCover { Busy: var busy })
        {
            var (chosen, value) = new CoverInterchange(_problem, busy, best.Chosen).Run(found => IsOver || Gap(found, bound.Best) <= _enough);
            best = new Found(chosen, value);
        }
        else
        {
            Interchange(ref best);
        }

        return new Placement(best.Chosen, best.Value, Math.Max(best.Value, bound.Best));
    }

    private static double Gap(double value, double bound) => bound <= 0 ? 0 : (bound - value) / bound;

    private Found Greedy()
    {
        var worth = _worth(_problem);
        var chosen = new bool[_problem.Sites];
        // Those who must stay: first all present, then the ones that cost least are given up, as many as may be.
        var present = Enumerable.Range(0, _problem.Sites).Where(s => _problem.Present[s]).ToList();
        foreach (var site in present)
            Add(site);
        for (var given = 0; given < _problem.Moves && present.Count > 0; given++)
        {
            var least = present.MinBy(s => (worth.Loss(s), s));
            worth.Remove(least);
            chosen[least] = false;
            present.Remove(least);
        }

        var queue = new PriorityQueue<int, (double, int)>();
        for (var site = 0; site < _problem.Sites; site++)
            if (!chosen[site])
                queue.Enqueue(site, (-worth.Gain(site), site));
        for (var count = chosen.Count(c => c); count < _problem.Count && queue.TryDequeue(out var site, out _);)
        {
            // Gains only shrink: one that is still ahead of the next old gain is the greatest.
            var gain = worth.Gain(site);
            if (queue.TryPeek(out _, out var next) && (-gain, site).CompareTo(next) > 0)
            {
                queue.Enqueue(site, (-gain, site));
                continue;
            }

            Add(site);
            count++;
        }

        return new Found(chosen, worth.Value);

        void Add(int site)
        {
            worth.Add(site);
            chosen[site] = true;
        }
    }

    private Found Start(bool[] chosen)
    {
        var worth = _worth(_problem);
        for (var site = 0; site < chosen.Length; site++)
            if (chosen[site])
                worth.Add(site);
        return new Found([.. chosen], worth.Value);
    }

    /// <summary>Gives up one for another as long as that adds something.</summary>
    private void Interchange(ref Found found)
    {
        var worth = _worth(_problem);
        var chosen = found.Chosen;
        for (var site = 0; site < chosen.Length; site++)
            if (chosen[site])
                worth.Add(site);
        var kept = Enumerable.Range(0, chosen.Length).Count(s => chosen[s] && _problem.Present[s]);
        var moved = true;
        while (moved && !IsOver)
        {
            moved = false;
            foreach (var given in Enumerable.Range(0, chosen.Length).Where(s => chosen[s]).OrderBy(worth.Loss).ThenBy(s => s).ToArray())
            {
                if (IsOver)
                    break;
                var onlyPresent = _problem.Present[given] && kept == _problem.Kept;
                var loss = worth.Loss(given);
                worth.Remove(given);
                var (best, most) = (given, loss);
                for (var site = 0; site < chosen.Length; site++)
                {
                    if (chosen[site] || (onlyPresent && !_problem.Present[site]) || worth.Gain(site) is var gain && gain <= most + 1e-12)
                        continue;
                    (best, most) = (site, gain);
                }

                worth.Add(best);
                if (best == given)
                    continue;
                (chosen[given], chosen[best]) = (false, true);
                kept += (_problem.Present[best] ? 1 : 0) - (_problem.Present[given] ? 1 : 0);
                moved = true;
            }
        }

        found = new Found(chosen, worth.Value);
    }

    private readonly record struct Found(bool[] Chosen, double Value);
}
