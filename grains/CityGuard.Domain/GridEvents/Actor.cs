using CityGuard.Domain.Responders;

namespace CityGuard.Domain.GridEvents;

/// <summary>Who did something: the caller, and the responder in whose name a system speaks.</summary>
/// <param name="Name">Name of the caller.</param>
/// <param name="IsPerson">False: an API key, which is no person.</param>
/// <param name="Responder">The responder; null: none.</param>
public sealed record Actor(string Name, bool IsPerson, ResponderId? Responder = null)
{
    /// <summary>
    /// True when two are one for the separation of collector, handler and checker (采办分离): the same responder, or the same name. The name of a
    /// system that speaks for a responder is nobody's.
    /// </summary>
    public bool Is(Actor other) => (Responder is not null && Responder == other.Responder) || (Own is { } own && own == other.Own);

    /// <inheritdoc/>
    public override string ToString() => Responder is { } responder ? $"{responder} ({Name})" : Name;

    private string? Own => IsPerson || Responder is null ? Name : null;
}

/// <summary>To whom an event is assigned: exactly one of them.</summary>
/// <param name="Responder">A responder.</param>
/// <param name="Person">A person, by name.</param>
/// <param name="Department">A department, by key: whoever of it reports the event handled is its handler.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Assignee")]
public sealed record Assignee(
    [property: Id(0)] ResponderId? Responder = null, [property: Id(1)] string? Person = null, [property: Id(2)] string? Department = null)
{
    /// <summary>True when it names exactly one.</summary>
    public bool IsOne => (Responder is null ? 0 : 1) + (Person is null ? 0 : 1) + (Department is null ? 0 : 1) == 1;

    /// <inheritdoc/>
    public override string ToString() => Responder?.Value ?? Person ?? Department ?? "nobody";
}
