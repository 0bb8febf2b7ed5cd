using CityGuard.Domain.Incidents;

namespace CityGuard.Cities.Import;

/// <summary>One priority of calls, with all that the files say of it.</summary>
/// <param name="Name">As the files name it: <c>highPriority</c>, <c>medPriority</c>, <c>lowPriority</c>.</param>
/// <param name="TargetSeconds">On scene so many seconds after the call.</param>
/// <param name="CoverSeconds">The same, counted from the alert: the target less the dispatch delay.</param>
/// <param name="CallsPerDay">Arrival rate.</param>
internal sealed record JemssPriority(string Name, double TargetSeconds, double CoverSeconds, double CallsPerDay)
{
    /// <summary>Severity of a call of this priority in the simulated demand.</summary>
    public IncidentSeverity Severity => Name switch
    {
        "highPriority" => IncidentSeverity.High,
        "medPriority" => IncidentSeverity.Medium,
        _ => IncidentSeverity.Low,
    };

    /// <summary>Severities of reported incidents that are served as this priority.</summary>
    public IReadOnlyList<IncidentSeverity> Serves => Severity == IncidentSeverity.High ? [IncidentSeverity.Critical, IncidentSeverity.High] : [Severity];

    public string Key => Severity.ToString().ToLowerInvariant();
}
