using System.Collections.Immutable;

namespace CityGuard.Domain.Incidents;

public sealed partial record IncidentCourse
{
    /// <summary>Every reopening, in order.</summary>
    public ImmutableList<IncidentRound> Rounds { get; init; } = [];

    /// <summary>The round since the last reopening; null: it was never reopened.</summary>
    public IncidentRound? Round => Rounds.IsEmpty ? null : Rounds[^1];

    /// <summary>Assignments of this round: those of an earlier one fill no slot.</summary>
    public IEnumerable<Assignment> OfRound => Round is { } round ? Assignments.Skip(round.FirstAssignment) : Assignments;

    /// <summary>False: it was reopened for checking only, and the plan sends nobody.</summary>
    public bool Dispatches => Round is not { Dispatches: false };
}
