namespace CityGuard.Abstractions;

/// <summary>Why something was refused, in the classes that HTTP knows.</summary>
public enum RefusalCode
{
    /// <summary>400: not well formed.</summary>
    Malformed,

    /// <summary>401: no valid key or identity.</summary>
    Unauthenticated,

    /// <summary>403: the key lacks the scope.</summary>
    Forbidden,

    /// <summary>404: no such thing.</summary>
    Unknown,

    /// <summary>409: order, epoch or version.</summary>
    Conflict,

    /// <summary>413: too large.</summary>
    TooLarge,

    /// <summary>422: well formed, but not possible here (outside the city, unknown type, future time).</summary>
    Unprocessable,

    /// <summary>503: not now, and nothing was done; try again. 504 when that is not known, see <see cref="Refusal.IsOutcomeUnknown"/>.</summary>
    Unavailable,
}

/// <summary>A refusal that a person can act on.</summary>
/// <param name="Code">Class.</param>
/// <param name="Reason">One sentence, English, naming the field or thing.</param>
/// <param name="Holder">For a filled slot: who holds it and since when; else null.</param>
/// <param name="IsOutcomeUnknown">There was no answer from within: what was asked may have been done.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Refusal")]
public sealed record Refusal([property: Id(0)] RefusalCode Code, [property: Id(1)] string Reason, [property: Id(2)] string? Holder = null,
    [property: Id(3)] bool IsOutcomeUnknown = false);

/// <summary>A value, or the reason why there is none. Never both.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.Answer`1")]
public sealed record Answer<T>
{
    private Answer(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>The value when <see cref="IsOk"/>.</summary>
    [Id(0)]
    public T? Value { get; private init; }

    /// <summary>The refusal when not.</summary>
    [Id(1)]
    public Refusal? Refusal { get; private init; }

    /// <summary>True when there is a value.</summary>
    public bool IsOk => Refusal is null;

    /// <summary>Wraps a value.</summary>
    public static implicit operator Answer<T>(T value) => new(value, null);

    /// <summary>Wraps a refusal.</summary>
    public static implicit operator Answer<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>Nothing to say but that it was done.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.Done")]
public sealed record Done
{
    /// <summary>The one value.</summary>
    public static Done Value { get; } = new();
}
