namespace CityGuard.Faults.Tests.Protocol;

/// <summary>Visits every reachable state once, nearest first, until one is wrong.</summary>
internal sealed class StateSearch
{
    public int States { get; private set; }

    /// <summary>The shortest way to a state that is wrong, and that state; null when there is none.</summary>
    public (IReadOnlyList<string> Trace, World World)? Find(AssignmentModel model, Func<World, bool> wrong)
    {
        var start = AssignmentModel.Start();
        var cameFrom = new Dictionary<string, (string From, string What)> { [start.Key] = ("", "") };
        var next = new Queue<World>([start]);
        while (next.TryDequeue(out var world))
        {
            States++;
            if (wrong(world))
                return (Trace(cameFrom, world.Key), world);
            foreach (var (what, reached) in model.Steps(world))
                if (cameFrom.TryAdd(reached.Key, (world.Key, what)))
                    next.Enqueue(reached);
        }

        return null;
    }

    private static List<string> Trace(Dictionary<string, (string From, string What)> cameFrom, string key)
    {
        var trace = new List<string>();
        for (; cameFrom[key] is { What.Length: > 0 } step; key = step.From)
            trace.Insert(0, step.What);
        return trace;
    }
}
