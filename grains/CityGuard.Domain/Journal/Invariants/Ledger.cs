namespace CityGuard.Domain.Journal.Invariants;

/// <summary>One stream as the checker has read it so far.</summary>
internal abstract class Ledger(string stream, List<string> violations)
{
    /// <summary>Version of the last event entered.</summary>
    public long Version { get; protected set; }

    protected void Require(bool holds, string otherwise)
    {
        if (!holds)
            violations.Add($"{stream} version {Version}: {otherwise}");
    }
}
