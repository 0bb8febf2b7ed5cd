using System.Text.Json.Serialization;

namespace CityGuard.Domain.Areas;

/// <summary>An area of either tree: city <c>city-</c>, district <c>d-</c>, sector <c>s-</c>, beat <c>b-</c>, street or town <c>st-</c>, community <c>m-</c>.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.AreaId")]
[JsonConverter(typeof(IdentifierJsonConverter<AreaId>))]
public readonly record struct AreaId : IIdentifier<AreaId>
{
    private AreaId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; }

    /// <inheritdoc/>
    public static bool TryParse(string? text, out AreaId id)
    {
        var ok = IdentifierText.IsWellFormed(text, "d-") || IdentifierText.IsWellFormed(text, "s-") || IdentifierText.IsWellFormed(text, "b-") || IdentifierText.IsWellFormed(text, "st-") || IdentifierText.IsWellFormed(text, "m-") || IdentifierText.IsWellFormed(text, "city-");
        id = ok ? new AreaId(text!) : default;
        return ok;
    }

    /// <summary>Parses or throws <see cref="FormatException"/>.</summary>
    public static AreaId Parse(string text) => IdentifierText.Parse<AreaId>(text);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
