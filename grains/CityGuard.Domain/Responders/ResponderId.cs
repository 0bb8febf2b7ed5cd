using System.Text.Json.Serialization;

namespace CityGuard.Domain.Responders;

/// <summary>A responder: minimal emergency unit <c>u-A-00017</c>, patrol group <c>p-C-0042</c>, special police <c>x-</c>, station force <c>f-</c>, vehicle <c>v-</c>.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.ResponderId")]
[JsonConverter(typeof(IdentifierJsonConverter<ResponderId>))]
public readonly record struct ResponderId : IIdentifier<ResponderId>
{
    private ResponderId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; }

    /// <inheritdoc/>
    public static bool TryParse(string? text, out ResponderId id)
    {
        var ok = IdentifierText.IsWellFormed(text, "u-") || IdentifierText.IsWellFormed(text, "p-") || IdentifierText.IsWellFormed(text, "x-") || IdentifierText.IsWellFormed(text, "f-") || IdentifierText.IsWellFormed(text, "v-");
        id = ok ? new ResponderId(text!) : default;
        return ok;
    }

    /// <summary>Parses or throws <see cref="FormatException"/>.</summary>
    public static ResponderId Parse(string text) => IdentifierText.Parse<ResponderId>(text);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
