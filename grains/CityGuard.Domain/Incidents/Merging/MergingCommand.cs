namespace CityGuard.Domain.Incidents.Merging;

/// <summary>What a person asked about two incidents being one.</summary>
/// <param name="By">Who.</param>
/// <param name="Why">Reason given.</param>
public abstract record MergingCommand(string By, string Why) : IncidentCommand(By, Why)
{
    /// <summary>Join the elder (并案).</summary>
    public sealed record Merge(IncidentId Into, string By, string Why) : MergingCommand(By, Why);

    /// <summary>Undo that.</summary>
    public sealed record Unmerge(bool Redispatch, string By, string Why) : MergingCommand(By, Why);
}
