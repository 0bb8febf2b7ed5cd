using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.People;

namespace CityGuard.Web.Desk;

/// <summary>What a person has before his eyes when he decides.</summary>
/// <param name="View">The incident.</param>
/// <param name="Timeline">What is recorded of it.</param>
/// <param name="Role">The role that is chosen.</param>
/// <param name="Op">The assignment that is chosen.</param>
/// <param name="Candidate">The candidate that is chosen.</param>
/// <param name="Holder">The other incident that holds the candidate.</param>
/// <param name="Me">The person's name.</param>
/// <param name="MyRole">The person's role; null: none is known, and the scope alone decides.</param>
/// <param name="Top">The highest area that can be told.</param>
/// <param name="Alike">Open incidents that may be one event with it.</param>
/// <param name="Other">The one of them that is chosen.</param>
public sealed record DeskScene(
    IncidentView View, IReadOnlyList<TimelineEntry> Timeline, string? Role = null, OperationId? Op = null, CandidateView? Candidate = null, HeldElsewhere? Holder = null,
    string? Me = null, PersonRole? MyRole = null, AreaId? Top = null,
    IReadOnlyList<SimilarIncident>? Alike = null, SimilarIncident? Other = null)
{
    /// <summary>Open incidents that may be one event with it.</summary>
    public IReadOnlyList<SimilarIncident> Alike { get; init; } = Alike ?? [];

    public bool IsOpen => View.State is not (IncidentState.Closing or IncidentState.Closed);

    public bool IsClosed => View.State == IncidentState.Closed;

    /// <summary>Whatever was to be done on scene is done.</summary>
    public bool IsHandled => View.State is IncidentState.Cleared or IncidentState.FedBack or IncidentState.Checked || (IsOpen && View.Desk is not null && Serving.Count == 0);

    public bool WasFalseAlarm => View.Case?.FalseAlarm is { Confirmed: true };

    public IReadOnlyList<AssignmentView> Serving => [.. View.Assignments.Where(a => a.State is AssignmentState.Requested or AssignmentState.Granted)];

    /// <summary>The chosen assignment, while it stands.</summary>
    public AssignmentView? Chosen => Op is { } op ? Serving.FirstOrDefault(a => a.Op == op) : null;

    /// <summary>The chosen role, when somebody is recommended for it and waits for a person's word.</summary>
    public RoleView? Advised => View.Roles?.FirstOrDefault(role => role.Role == Role && role.Advised.Count > 0);

    /// <summary>The first telling of a command level that nobody has taken note of.</summary>
    public EscalationLine? Unnoted => View.Case?.Escalations?.FirstOrDefault(line => line is { NotedBy: null, Served: null });

    /// <summary>The first neighbour city that was asked and whose answer nobody has recorded.</summary>
    public PartnerView? Asked => View.Partners?.FirstOrDefault(partner => partner.IsPending);

    public bool HasPost => Last("PostOpened") > Last("PostStoodDown");

    public bool IsSigned => Last("Evaluated") > 0;

    public bool IsMe(string? name) => name is not null && string.Equals(name, Me, StringComparison.OrdinalIgnoreCase);

    public bool May(CommandRight right) => MyRole?.Has(right) != false;

    private long Last(string fact) => Timeline.LastOrDefault(entry => entry.Kind == fact)?.Version ?? 0;
}
