namespace CityGuard.Grains.Sectors;

/// <summary>When a board that has just started may speak: everyone at home and every neighbour answered, or long enough passed.</summary>
internal sealed class BoardStart(IEnumerable<int> neighbours, DateTimeOffset startedAt)
{
    /// <summary>After this nobody is waited for before choosing.</summary>
    public static readonly TimeSpan RebuildsAtMost = TimeSpan.FromSeconds(5);

    private readonly HashSet<int> _silent = [.. neighbours];

    public void Answered(int neighbour) => _silent.Remove(neighbour);

    /// <summary>How far the board may speak now. Bad news waits as long as silence would take to be believed of anyone.</summary>
    public Certainty At(DateTimeOffset now, bool heardAllHome, Certainty reached)
    {
        if (reached == Certainty.Whole)
            return reached;
        var waited = now - startedAt;
        if (reached == Certainty.Rebuilding && waited < RebuildsAtMost && !(heardAllHome && _silent.Count == 0))
            return Certainty.Rebuilding;
        return heardAllHome || waited >= ReadinessBoard.SilentAfter ? Certainty.Whole : Certainty.Partial;
    }
}
