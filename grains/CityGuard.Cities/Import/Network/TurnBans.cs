namespace CityGuard.Cities.Import.Network;

/// <summary>Translates turn rules, which name ways, into sequences of stretches that nobody may drive.</summary>
internal sealed class TurnBans
{
    private static readonly string[] _kinds =
    [
        "no_left_turn", "no_right_turn", "no_straight_on", "no_u_turn", "no_entry", "no_exit", "only_left_turn", "only_right_turn", "only_straight_on", "only_u_turn",
    ];

    private readonly List<Stretch> _stretches;
    private readonly Dictionary<long, int> _vertices;
    private readonly Dictionary<int, List<int>> _leaving = [];
    private readonly Dictionary<long, List<int>> _ofWay = [];

    public TurnBans(List<Stretch> stretches, Dictionary<long, int> vertices)
    {
        (_stretches, _vertices) = (stretches, vertices);
        for (var i = 0; i < stretches.Count; i++)
        {
            Put(_leaving, stretches[i].From, i);
            Put(_ofWay, stretches[i].Way, i);
        }

        static void Put<TKey>(Dictionary<TKey, List<int>> lists, TKey key, int value)
            where TKey : notnull
        {
            if (!lists.TryGetValue(key, out var list))
                lists[key] = list = [];
            list.Add(value);
        }
    }

    /// <summary>Sequences of at least two stretches.</summary>
    public List<int[]> Forbidden { get; } = [];

    /// <summary>Rules that are built in.</summary>
    public int Built { get; private set; }

    /// <summary>Rules that do not fit the ways they name.</summary>
    public int Unclear { get; private set; }

    public void Add(TurnRule rule)
    {
        // A rule about ways that nobody of this profile drives is no rule for it.
        if (!_ofWay.ContainsKey(rule.From) || !_ofWay.ContainsKey(rule.To))
            return;
        var ways = Ways(rule);
        if (ways.Count != 1 || !_kinds.Contains(rule.Kind))
        {
            Unclear++;
            return;
        }

        Built++;
        var way = ways[0];
        if (rule.Kind.StartsWith("no_", StringComparison.Ordinal))
        {
            Forbidden.Add(way);
            return;
        }

        foreach (var other in _leaving[_stretches[way[^1]].From])
            if (other != way[^1])
                Forbidden.Add([.. way[..^1], other]);
    }

    /// <summary>The sequences that the rule can mean; one, when it is well made.</summary>
    private List<int[]> Ways(TurnRule rule)
    {
        var found = new List<int[]>();
        foreach (var arriving in _ofWay[rule.From])
        {
            if (rule.ViaNode == 0 ? rule.ViaWays.Count == 0 : _stretches[arriving].To != _vertices.GetValueOrDefault(rule.ViaNode, -1))
                continue;
            if (Along([arriving], rule.ViaWays, rule.To) is { } way)
                found.Add(way);
        }

        // Of a via over ways only the shortest counts: the from-way has stretches farther back from which one comes to it too.
        return found.Count > 1 && rule.ViaNode == 0 ? [found.MinBy(w => w.Length)!] : found;
    }

    /// <summary>Goes on along each of the ways in turn; null when they do not follow each other.</summary>
    private int[]? Along(int[] so, IReadOnlyList<long> via, long to)
    {
        foreach (var way in via)
        {
            var next = Step(so, way);
            if (next is null)
                return null;
            so = next;
            // To the end of the way, or to where the next one leaves it.
            while (!LeadsTo(so[^1], via, way, to) && Step(so, way) is { } farther)
                so = farther;
        }

        return Step(so, to);
    }

    private bool LeadsTo(int stretch, IReadOnlyList<long> via, long way, long to)
    {
        var place = via.ToList().IndexOf(way);
        var next = place + 1 < via.Count ? via[place + 1] : to;
        return _leaving.GetValueOrDefault(_stretches[stretch].To)?.Any(s => _stretches[s].Way == next) == true;
    }

    /// <summary>One stretch farther on a way, without turning round on it; a U-turn is only taken from one way back to itself.</summary>
    private int[]? Step(int[] so, long way)
    {
        var last = _stretches[so[^1]];
        var next = _leaving.GetValueOrDefault(last.To)?.Where(s => _stretches[s].Way == way && !so.Contains(s)).ToList() ?? [];
        var ahead = next.Where(s => _stretches[s].To != last.From).ToList();
        return (ahead.Count > 0 ? ahead : next) switch
        {
            [var one] => [.. so, one],
            _ => null,
        };
    }
}
