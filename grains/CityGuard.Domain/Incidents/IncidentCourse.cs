using System.Collections.Immutable;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;

namespace CityGuard.Domain.Incidents;

/// <summary>How far an incident is.</summary>
public enum IncidentPhase : byte
{
    /// <summary>Not reported yet: an empty stream.</summary>
    None,

    /// <summary>Open.</summary>
    Open,

    /// <summary>No new requests; giving back who is held.</summary>
    Closing,

    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>A clock that has been set and has not fired.</summary>
/// <param name="Id">Unique in the incident.</param>
/// <param name="Due">When.</param>
/// <param name="Roles">The roles that wait for it; null: all.</param>
public sealed record DueClock(string Id, DateTimeOffset Due, IReadOnlyList<string>? Roles = null)
{
    /// <summary>True when this role waits for it; another is chosen for at once.</summary>
    public bool Holds(string role) => Roles is null || Roles.Contains(role);
}

/// <summary>What an incident's stream says.</summary>
public sealed partial record IncidentCourse
{
    /// <summary>An empty stream.</summary>
    public static IncidentCourse Empty { get; } = new();

    /// <summary>How far it is.</summary>
    public IncidentPhase Phase { get; init; }

    /// <summary>The first report; null before it.</summary>
    public ReportContent? Report { get; init; }

    /// <summary>Sector that dispatches.</summary>
    public AreaId Sector { get; init; }

    /// <summary>When the city received it.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Reference to personal data.</summary>
    public string? Vault { get; init; }

    /// <summary>Other contents that came under the same report id.</summary>
    public ImmutableList<ReportDiffered> Differing { get; init; } = [];

    /// <summary>Response plan in force since the first decision.</summary>
    public string? Plan { get; init; }

    /// <summary>True when the plan sends nobody and the matter is with a desk.</summary>
    public bool Referred { get; init; }

    /// <summary>The desk, when it has a name.</summary>
    public string? Desk { get; init; }

    /// <summary>All assignments in order of request; operation <c>o-n</c> is the n-th.</summary>
    public ImmutableList<Assignment> Assignments { get; init; } = [];

    /// <summary>Decision log.</summary>
    public ImmutableList<Decided> Decisions { get; init; } = [];

    /// <summary>Roles for which a recommendation waits for a person.</summary>
    public ImmutableHashSet<string> Advised { get; init; } = [];

    /// <summary>The clocks that run, in order of setting: of the next try for roles that nobody fits.</summary>
    public ImmutableList<DueClock> Clocks { get; init; } = [];

    /// <summary>How many retry clocks were set so far.</summary>
    public int Retries { get; init; }

    /// <summary>Commands of people that were carried out, by id.</summary>
    public ImmutableDictionary<string, KnownCommand> Commands { get; init; } = ImmutableDictionary<string, KnownCommand>.Empty;

    /// <summary>Time of the last fact, and of the latest crew time: server stamps are never earlier.</summary>
    public DateTimeOffset LastStamp { get; init; }

    /// <summary>Roles whose recommendation nobody confirmed in time and that wait for a person still.</summary>
    public ImmutableHashSet<string> Unconfirmed { get; init; } = [];

    /// <summary>Its command post; null: it never had one.</summary>
    public CommandPost? Post { get; init; }

    /// <summary>When closing began.</summary>
    public DateTimeOffset? ClosingAt { get; init; }

    /// <summary>When closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The case itself: verified, a false alarm, and what follows the handling.</summary>
    public CaseFile Case { get; init; } = CaseFile.Empty;

    /// <summary>Every fact, in order.</summary>
    public ImmutableList<IncidentEvent> Facts { get; init; } = [];

    /// <summary>The assignment of an operation; null when there is none.</summary>
    public Assignment? Find(OperationId op)
    {
        foreach (var assignment in Assignments)
            if (assignment.Op == op)
                return assignment;
        return null;
    }

    /// <summary>A command that was carried out under this id; null: none was, or there is no id.</summary>
    public KnownCommand? Known(string? command) => command is null ? null : Commands.GetValueOrDefault(command);

    /// <summary>True while it belongs in its sector's open index.</summary>
    public bool IsOpen => Phase is IncidentPhase.Open or IncidentPhase.Closing;

    /// <summary>The stamp for a fact recorded now.</summary>
    public DateTimeOffset Stamp(DateTimeOffset now) => now > LastStamp ? now : LastStamp;
}
