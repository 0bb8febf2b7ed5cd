namespace CityGuard.Domain.Journal;

/// <summary>What a rule decided: facts to append, or an objection, or nothing because it is already so.</summary>
/// <typeparam name="TEvent">Events of the stream.</typeparam>
/// <param name="Events">Facts to append in one piece; empty when there is nothing to do.</param>
/// <param name="Objection">The refusal; null when there is none.</param>
public readonly record struct Decision<TEvent>(IReadOnlyList<TEvent> Events, Objection? Objection)
{
    /// <summary>Facts to append in one piece.</summary>
    public static implicit operator Decision<TEvent>(TEvent[] events) => new(events, null);

    /// <summary>One fact.</summary>
    public static implicit operator Decision<TEvent>(TEvent happened) => new([happened], null);

    /// <summary>A refusal.</summary>
    public static implicit operator Decision<TEvent>(Objection objection) => new([], objection);
}
