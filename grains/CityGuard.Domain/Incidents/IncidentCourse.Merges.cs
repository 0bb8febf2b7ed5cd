using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Merging;

namespace CityGuard.Domain.Incidents;

public sealed partial record IncidentCourse
{
    /// <summary>Its joining another, and those that joined it.</summary>
    public MergeFile Merges { get; init; } = MergeFile.Empty;

    /// <summary>The first report as it came; <see cref="Report"/> is as grave as the gravest that joined. Null before it.</summary>
    public ReportContent? FirstReport => Report is { } report && Merges.Own is { } own ? report with { Severity = own.Severity, Fatalities = own.Fatalities } : Report;
}
