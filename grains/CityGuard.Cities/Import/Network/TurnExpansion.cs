namespace CityGuard.Cities.Import.Network;

/// <summary>A network in which no forbidden sequence of stretches can be driven.</summary>
/// <param name="Place">By node: the node of the given network at whose place it stands.</param>
/// <param name="Remembers">By node: one of several at its place, that knows where one came from or where one of them does. Nobody stops there.</param>
/// <param name="Stretches">The stretches between these nodes.</param>
internal sealed record ExpandedRoads(IReadOnlyList<int> Place, bool[] Remembers, IReadOnlyList<Stretch> Stretches);

/// <summary>
/// Builds turn bans into the network: whoever has begun a forbidden sequence goes on from a copy of the junction at which the last stretch
/// of it is missing. Only the few junctions with bans are copied, and every search stays an ordinary one.
/// </summary>
/// <remarks>The copies are the states of the automaton of Aho and Corasick (1975) over the forbidden sequences.</remarks>
internal sealed class TurnExpansion
{
    private const int Root = 0;

    private readonly Dictionary<(int State, int Stretch), int> _next = [];
    private readonly List<int> _fail = [Root], _last = [-1];
    private readonly List<bool> _forbidden = [false];

    private TurnExpansion(IEnumerable<int[]> sequences)
    {
        foreach (var sequence in sequences)
            Put(sequence);
        Link();
    }

    public static ExpandedRoads Expand(int nodes, IReadOnlyList<Stretch> stretches, IReadOnlyList<int[]> forbidden)
    {
        var turns = new TurnExpansion(forbidden);
        var place = Enumerable.Range(0, nodes).ToList();
        var copy = new int[turns._last.Count];
        for (var state = 1; state < copy.Length; state++)
        {
            copy[state] = place.Count;
            place.Add(stretches[turns._last[state]].To);
        }

        var made = new List<Stretch>(stretches.Count);
        var leaving = Enumerable.Range(0, stretches.Count).ToLookup(s => stretches[s].From);
        for (var i = 0; i < stretches.Count; i++)
            Go(Root, stretches[i].From, i);
        for (var state = 1; state < copy.Length; state++)
            foreach (var i in leaving[place[copy[state]]])
                if (!turns._forbidden[state])
                    Go(state, copy[state], i);

        var remembers = new bool[place.Count];
        for (var state = 1; state < copy.Length; state++)
            remembers[copy[state]] = remembers[place[copy[state]]] = true;
        return new ExpandedRoads(place, remembers, made);

        void Go(int state, int from, int stretch)
        {
            var then = turns.Then(state, stretch);
            if (!turns._forbidden[then])
                made.Add(stretches[stretch] with { From = from, To = then == Root ? stretches[stretch].To : copy[then] });
        }
    }

    private void Put(int[] sequence)
    {
        var state = Root;
        foreach (var stretch in sequence)
        {
            if (!_next.TryGetValue((state, stretch), out var next))
            {
                _next[(state, stretch)] = next = _last.Count;
                _last.Add(stretch);
                _fail.Add(Root);
                _forbidden.Add(false);
            }

            state = next;
        }

        _forbidden[state] = true;
    }

    /// <summary>Gives each state the longest shorter beginning of a sequence that it also is the end of.</summary>
    private void Link()
    {
        var following = _next.ToLookup(n => n.Key.State, n => (n.Key.Stretch, State: n.Value));
        var queue = new Queue<int>(following[Root].Select(n => n.State));
        while (queue.TryDequeue(out var state))
        {
            foreach (var (stretch, next) in following[state])
            {
                _fail[next] = Then(_fail[state], stretch);
                _forbidden[next] |= _forbidden[_fail[next]];
                queue.Enqueue(next);
            }
        }
    }

    private int Then(int state, int stretch)
    {
        int next;
        while (!_next.TryGetValue((state, stretch), out next) && state != Root)
            state = _fail[state];
        return next;
    }
}
