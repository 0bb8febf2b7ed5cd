using System.Text.Json.Serialization;

namespace CityGuard.Domain.Incidents;

/// <summary>An incident (警情): <c>i-</c> and 22 characters of base64url, the 128-bit digest of its first report.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.IncidentId")]
[JsonConverter(typeof(IdentifierJsonConverter<IncidentId>))]
public readonly record struct IncidentId : IIdentifier<IncidentId>
{
    private IncidentId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; }

    /// <inheritdoc/>
    public static bool TryParse(string? text, out IncidentId id)
    {
        var ok = text is { Length: 24 } && IdentifierText.IsWellFormed(text, "i-");
        id = ok ? new IncidentId(text!) : default;
        return ok;
    }

    /// <summary>Parses or throws <see cref="FormatException"/>.</summary>
    public static IncidentId Parse(string text) => IdentifierText.Parse<IncidentId>(text);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
