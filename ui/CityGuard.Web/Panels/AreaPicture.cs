using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;

namespace CityGuard.Web.Panels;

/// <summary>What the panels show of one area, fetched once for all viewers. Each part is as old as its own last answer.</summary>
public sealed record AreaPicture
{
    /// <summary>Area id.</summary>
    public required string Area { get; init; }

    /// <summary>Null until the boards have answered once.</summary>
    public ReadinessSummary? Summary { get; init; }

    /// <summary>Targets about to break.</summary>
    public IReadOnlyList<FragileTarget> Fragile { get; init; } = [];

    /// <summary>Open incidents in the Front's order.</summary>
    public IReadOnlyList<IncidentLine> Open { get; init; } = [];

    /// <summary>Who has which incident open; nobody when that is not known.</summary>
    public IReadOnlyList<PresenceView> Present { get; init; } = [];

    public string? SummaryTrouble { get; init; }

    public string? FragileTrouble { get; init; }

    public string? OpenTrouble { get; init; }

    /// <summary>Why the last attempt at some part failed; null when none did.</summary>
    public string? Trouble => SummaryTrouble ?? FragileTrouble ?? OpenTrouble;

    public static AreaPicture Empty(string area) => new() { Area = area };
}
