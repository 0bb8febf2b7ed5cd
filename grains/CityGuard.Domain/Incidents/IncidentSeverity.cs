namespace CityGuard.Domain.Incidents;

/// <summary>How grave an incident is; the order is the order of gravity.</summary>
public enum IncidentSeverity : byte
{
    /// <summary>Low.</summary>
    Low,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>High.</summary>
    High,

    /// <summary>Critical.</summary>
    Critical,
}

/// <summary>What a crew reports of the assignment it holds, in the order in which it must happen.</summary>
public enum AssignmentProgress : byte
{
    /// <summary>Order accepted.</summary>
    Accepted = 1,

    /// <summary>Moving (units: going on foot).</summary>
    EnRoute,

    /// <summary>On scene.</summary>
    OnScene,

    /// <summary>Situation under control.</summary>
    Controlled,

    /// <summary>Handling finished (处置完毕).</summary>
    Cleared,
}
