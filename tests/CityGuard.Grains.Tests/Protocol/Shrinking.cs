namespace CityGuard.Grains.Tests.Protocol;

/// <summary>
/// Makes a failing history short: halves, quarters and at last single things are taken away as long as it still fails, each that is left is made
/// simpler, and of a short one up to four are taken away together, such as a question, its way there, its answer and the way back.
/// The same history always ends the same, and of the end nothing can be missed. (CsCheck shrinks by drawing smaller histories
/// at random, which of two hundred things rarely leaves few.)
/// </summary>
internal static class Shrinking
{
    private const int Short = 24; // ten thousand ways to take away four
    private const int MostTogether = 4;

    public static T[] Shrunk<T>(T[] history, Func<T[], bool> fails, Func<T, IEnumerable<T>> simpler)
    {
        while (true)
        {
            var shorter = Shorter(history, fails);
            var next = Fewer(Simpler(shorter, fails, simpler), fails);
            if (next.SequenceEqual(history))
                return next;
            history = next;
        }
    }

    private static T[] Shorter<T>(T[] history, Func<T[], bool> fails)
    {
        for (var size = Math.Max(1, history.Length / 2); ; size = Math.Max(1, size / 2))
        {
            var before = history.Length;
            for (var from = 0; from < history.Length;)
            {
                T[] rest = [.. history[..from], .. history[Math.Min(from + size, history.Length)..]];
                if (fails(rest))
                    history = rest;
                else
                    from += size;
            }

            if (size == 1 && history.Length == before)
                return history;
        }
    }

    private static T[] Fewer<T>(T[] history, Func<T[], bool> fails)
        => history.Length > Short ? history
            : Enumerable.Range(2, MostTogether - 1).SelectMany(count => Without(history, count)).FirstOrDefault(fails) ?? history;

    /// <summary>The history without each choice of so many.</summary>
    private static IEnumerable<T[]> Without<T>(T[] history, int count)
        => count == 0 ? [history]
            : Enumerable.Range(0, history.Length).SelectMany(at => Without(history[(at + 1)..], count - 1), (at, rest) => (T[])[.. history[..at], .. rest]);

    private static T[] Simpler<T>(T[] history, Func<T[], bool> fails, Func<T, IEnumerable<T>> simpler)
    {
        for (var at = 0; at < history.Length; at++)
            foreach (var candidate in simpler(history[at]))
            {
                T[] other = [.. history[..at], candidate, .. history[(at + 1)..]];
                if (!fails(other))
                    continue;
                history = other;
                at--;
                break;
            }

        return history;
    }
}
