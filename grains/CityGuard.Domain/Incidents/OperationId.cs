using System.Text.Json.Serialization;

namespace CityGuard.Domain.Incidents;

/// <summary>One request for one responder within an incident: <c>o-</c> and a number, unique within the incident.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.OperationId")]
[JsonConverter(typeof(IdentifierJsonConverter<OperationId>))]
public readonly record struct OperationId : IIdentifier<OperationId>
{
    private OperationId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; }

    /// <inheritdoc/>
    public static bool TryParse(string? text, out OperationId id)
    {
        var ok = IdentifierText.IsWellFormed(text, "o-");
        id = ok ? new OperationId(text!) : default;
        return ok;
    }

    /// <summary>Parses or throws <see cref="FormatException"/>.</summary>
    public static OperationId Parse(string text) => IdentifierText.Parse<OperationId>(text);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
