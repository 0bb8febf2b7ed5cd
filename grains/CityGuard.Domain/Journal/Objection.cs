namespace CityGuard.Domain.Journal;

/// <summary>Why a rule says no, before any transport gives it a number.</summary>
public enum ObjectionKind
{
    /// <summary>There is no such thing.</summary>
    Unknown,

    /// <summary>Order, epoch, version or holder forbids it now.</summary>
    Conflict,

    /// <summary>Well formed, but not possible.</summary>
    Impossible,
}

/// <summary>A rule's refusal, with a reason a person can act on.</summary>
/// <param name="Kind">Class.</param>
/// <param name="Reason">One sentence naming the thing.</param>
/// <param name="Holder">Who holds what was asked for, by whom and since when; null when nobody does.</param>
public sealed record Objection(ObjectionKind Kind, string Reason, string? Holder = null);
