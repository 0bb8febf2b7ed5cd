using System.Text.Json.Serialization;

namespace CityGuard.Domain.Journal;

/// <summary>A fact of the stream <c>city</c>, the first stream of every journal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CityBound), nameof(CityBound))]
public abstract record CityEvent
{
    /// <summary>Version of this kind's shape.</summary>
    [JsonPropertyOrder(-1)]
    public virtual int V => 1;
}

/// <summary>
/// Binds the journal to one city. The first of them is the city's first start: everybody is then on post, signed in,
/// with every check renewed. A later one follows a rebind, after every referenced id was proved to exist.
/// </summary>
/// <param name="City">City id of the package.</param>
/// <param name="Package">Content hash of the package.</param>
/// <param name="At">When.</param>
public sealed record CityBound(string City, string Package, DateTimeOffset At) : CityEvent;
