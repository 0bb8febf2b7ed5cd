using CityGuard.Domain.Responders.Events;
using CityGuard.Tests.Shared;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>What a walk has shown.</summary>
/// <param name="Violations">What must be true and is not, in the names of the story; the checker's words come last.</param>
internal sealed record Verdict(string[] Violations, Bites Bites)
{
    public bool IsBroken => Violations.Length > 0;
}

/// <summary>One history from beginning to end, judged in the middle of everything and again once nothing moves any more.</summary>
internal static class Walk
{
    /// <param name="draws">What happens.</param>
    /// <param name="checksVersions">False: the mutant, a journal that takes a stale append.</param>
    /// <param name="story">Who listens; null: nobody.</param>
    public static Verdict Take(IEnumerable<Draw> draws, bool checksVersions = true, Narration? story = null)
    {
        // Whoever waits for an append goes on in the call that lands it: elsewhere the same draws would not be the same walk.
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return Take(draws, new Stage(new FakeJournal { ChecksVersions = checksVersions }, story));
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private static Verdict Take(IEnumerable<Draw> draws, Stage stage)
    {
        var world = new World(stage);
        foreach (var draw in draws)
            world.Happen(draw);
        world.Land();
        var (chronicle, bites) = (new Chronicle(stage.Journal), stage.Bites);
        bites.Diverted = chronicle.Responders.Sum(r => r.Facts.Count(f => f is Diverted));
        bites.ForceReleased = chronicle.Responders.Sum(r => r.Facts.Count(f => f is ForceReleased));
        var violations = Judge(world, chronicle, atRest: false);
        if (violations.Length == 0)
        {
            world.Settle();
            violations = Judge(world, new Chronicle(stage.Journal), atRest: true);
        }

        return new Verdict(violations, bites);
    }

    private static string[] Judge(World world, Chronicle chronicle, bool atRest)
    {
        var found = new List<string>(world.Impossible);
        try
        {
            found.AddRange(Invariants.Always(chronicle));
            if (atRest)
                found.AddRange(Invariants.AtRest(chronicle));
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException)
        {
            found.Add($"facts that no rule can follow: {e.Message}");
        }

        found.AddRange(Invariants.Checked(chronicle, atRest));
        return [.. found.Select(Cast.Plain)];
    }
}
