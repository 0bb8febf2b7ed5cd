using CityGuard.Domain.Incidents.Events;

namespace CityGuard.Domain.Incidents.Merging;

/// <summary>A younger incident whose reports are evidence of this one.</summary>
/// <param name="Told">The fact of it.</param>
public sealed record AttachedIncident(ReportAttached Told)
{
    /// <summary>The younger one.</summary>
    public IncidentId Younger => Told.Younger;

    /// <summary>Its attempt.</summary>
    public int Attempt => Told.Attempt;

    /// <summary>It has said that it knows.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>When it left again; null: it is part of this one.</summary>
    public DateTimeOffset? DetachedAt { get; init; }

    /// <summary>How grave its reports are: the first one counts, as for every incident.</summary>
    public Gravity Gravity => new(Told.Reports[0].Report.Severity, Told.Reports[0].Report.Fatalities);
}
