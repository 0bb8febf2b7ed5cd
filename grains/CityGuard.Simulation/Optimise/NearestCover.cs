namespace CityGuard.Simulation.Optimise;

/// <summary>A place is worth its weight times what its nearest chosen site saves of the limit (p-median).</summary>
internal sealed class NearestCover : IWorthOfServing
{
    private readonly PlacementProblem _problem;
    private readonly Server[][] _serversOf;
    private readonly bool[] _chosen;
    private readonly double[] _best, _second;
    private readonly int[] _bestSite;

    public NearestCover(PlacementProblem problem)
    {
        _problem = problem;
        var lists = problem.Weight.Select(_ => new List<Server>()).ToArray();
        for (var site = 0; site < problem.Sites; site++)
            foreach (var service in problem.Serves[site])
                lists[service.Place].Add(new Server(site, service.Worth));
        // The best first: looking for the best that is chosen ends early.
        _serversOf = [.. lists.Select(list => list.OrderByDescending(s => s.Worth).ThenBy(s => s.Site).ToArray())];
        _chosen = new bool[problem.Sites];
        (_best, _second, _bestSite) = (new double[lists.Length], new double[lists.Length], new int[lists.Length]);
        Array.Fill(_bestSite, -1);
    }

    public double Value { get; private set; }

    public double Gain(int site)
    {
        var sum = 0.0;
        foreach (var (place, worth) in _problem.Serves[site])
            if (worth > _best[place])
                sum += _problem.Weight[place] * (worth - _best[place]);
        return sum;
    }

    public double Loss(int site)
    {
        var sum = 0.0;
        foreach (var (place, _) in _problem.Serves[site])
            if (_bestSite[place] == site)
                sum += _problem.Weight[place] * (_best[place] - _second[place]);
        return sum;
    }

    public void Add(int site)
    {
        Value += Gain(site);
        _chosen[site] = true;
        Look(site);
    }

    public void Remove(int site)
    {
        Value -= Loss(site);
        _chosen[site] = false;
        Look(site);
    }

    public double Relaxed(double[] prices, double[] sites)
    {
        var left = 0.0;
        foreach (var price in prices)
            left += price;
        for (var site = 0; site < sites.Length; site++)
        {
            var sum = 0.0;
            foreach (var (place, worth) in _problem.Serves[site])
                sum += Math.Max(0, (_problem.Weight[place] * worth) - prices[place]);
            sites[site] = sum;
        }

        return left;
    }

    public void Slope(double[] prices, bool[] chosen, double[] slope)
    {
        Array.Fill(slope, 1);
        for (var site = 0; site < chosen.Length; site++)
            if (chosen[site])
                foreach (var (place, worth) in _problem.Serves[site])
                    if ((_problem.Weight[place] * worth) - prices[place] > 0)
                        slope[place]--;
    }

    public double MostPrice(int place) => _serversOf[place].Length == 0 ? 0 : _problem.Weight[place] * _serversOf[place][0].Worth;

    private void Look(int site)
    {
        foreach (var (place, _) in _problem.Serves[site])
        {
            (_best[place], _second[place], _bestSite[place]) = (0, 0, -1);
            foreach (var server in _serversOf[place])
            {
                if (!_chosen[server.Site])
                    continue;
                if (_bestSite[place] < 0)
                {
                    (_best[place], _bestSite[place]) = (server.Worth, server.Site);
                    continue;
                }

                _second[place] = server.Worth;
                break;
            }
        }
    }

    private readonly record struct Server(int Site, double Worth);
}
