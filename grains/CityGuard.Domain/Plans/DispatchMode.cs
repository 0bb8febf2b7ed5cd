namespace CityGuard.Domain.Plans;

/// <summary>How much goes by itself. A later one asks more of a person.</summary>
public enum DispatchMode : byte
{
    /// <summary>The policy chooses and sends.</summary>
    Automatic,

    /// <summary>The policy chooses, a person confirms within a clock.</summary>
    Recommend,

    /// <summary>A person chooses.</summary>
    Manual,
}

/// <summary>What becomes of a recommendation that nobody confirms in time.</summary>
public enum OnUnconfirmed : byte
{
    /// <summary>It is sent as recommended.</summary>
    Send,

    /// <summary>The next command level is told, and a person must still decide.</summary>
    Climb,
}

/// <summary>What must have happened before an incident closes. Crews are given back when they have cleared, whatever this says.</summary>
public enum ClosingRule : byte
{
    /// <summary>Everybody has cleared (处置完毕).</summary>
    OnCleared,

    /// <summary>The handler has fed back (反馈).</summary>
    AfterFeedback,

    /// <summary>Somebody else has checked (回访核查).</summary>
    AfterCheck,
}
