namespace CityGuard.Domain.Incidents.Merging;

/// <summary>What became of an attempt to join another incident.</summary>
public enum MergeOutcome : byte
{
    /// <summary>The elder has not answered yet.</summary>
    Pending,

    /// <summary>The elder has said no.</summary>
    Refused,

    /// <summary>Joined.</summary>
    Merged,

    /// <summary>Joined, and a person has undone that.</summary>
    Undone,
}

/// <summary>One attempt to join an older incident.</summary>
/// <param name="Number">Counts up from 1.</param>
/// <param name="Into">The elder.</param>
/// <param name="By">The person.</param>
/// <param name="Why">Reason.</param>
/// <param name="Command">Id of the command; null: there was none.</param>
/// <param name="At">When it was asked for, and after that when its outcome was recorded.</param>
public sealed record MergeAttempt(int Number, IncidentId Into, string By, string Why, string? Command, DateTimeOffset At)
{
    /// <summary>What became of it.</summary>
    public MergeOutcome Outcome { get; init; }

    /// <summary>The elder's reason for saying no.</summary>
    public string? Reason { get; init; }

    /// <summary>Who or what stood in the way.</summary>
    public string? Holder { get; init; }

    /// <summary>When undone: the elder has let go.</summary>
    public bool IsHeard { get; init; }
}
