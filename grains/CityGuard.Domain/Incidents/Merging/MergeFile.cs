using System.Collections.Immutable;

namespace CityGuard.Domain.Incidents.Merging;

/// <summary>What an incident's stream says of joining another, and of those that joined it.</summary>
public sealed record MergeFile
{
    /// <summary>Nothing of the kind.</summary>
    public static MergeFile Empty { get; } = new();

    /// <summary>Every attempt to join another, in order; attempt n is the n-th.</summary>
    public ImmutableList<MergeAttempt> Attempts { get; init; } = [];

    /// <summary>Those that joined, in order, also those that have left again.</summary>
    public ImmutableList<AttachedIncident> Joined { get; init; } = [];

    /// <summary>How grave its own report was before others joined; null: nobody ever changed that.</summary>
    public Gravity? Own { get; init; }

    /// <summary>The attempt that the elder has not answered; null: none.</summary>
    public MergeAttempt? Pending => Last is { Outcome: MergeOutcome.Pending } last ? last : null;

    /// <summary>The merge in force; null: it is on its own.</summary>
    public MergeAttempt? InForce => Last is { Outcome: MergeOutcome.Merged } last ? last : null;

    /// <summary>The merge that was undone and of which the elder has not let go; null: none.</summary>
    public MergeAttempt? Owed => Last is { Outcome: MergeOutcome.Undone, IsHeard: false } last ? last : null;

    /// <summary>Those that are part of it now.</summary>
    public IEnumerable<AttachedIncident> Parts => Joined.Where(one => one.DetachedAt is null);

    /// <summary>Those that have not said that they know.</summary>
    public IEnumerable<AttachedIncident> Unconfirmed => Parts.Where(one => !one.IsConfirmed);

    /// <summary>True while a word is owed to another incident, or an answer is awaited: it is not closed before.</summary>
    public bool IsUnsettled => Pending is not null || Owed is not null || Unconfirmed.Any();

    private MergeAttempt? Last => Attempts.IsEmpty ? null : Attempts[^1];
}

/// <summary>How grave something is.</summary>
/// <param name="Severity">Severity.</param>
/// <param name="Fatalities">How many have died; null: not said.</param>
public sealed record Gravity(IncidentSeverity Severity, int? Fatalities)
{
    /// <summary>The graver of each.</summary>
    public Gravity Or(Gravity other) => new(
        other.Severity > Severity ? other.Severity : Severity, Fatalities is { } own && !(other.Fatalities > own) ? own : other.Fatalities);
}
