using System.Text.Json.Serialization;

namespace CityGuard.Domain.Targets;

/// <summary>A key target (重点目标): <c>t-</c> and a number.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.TargetId")]
[JsonConverter(typeof(IdentifierJsonConverter<TargetId>))]
public readonly record struct TargetId : IIdentifier<TargetId>
{
    private TargetId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; }

    /// <inheritdoc/>
    public static bool TryParse(string? text, out TargetId id)
    {
        var ok = IdentifierText.IsWellFormed(text, "t-");
        id = ok ? new TargetId(text!) : default;
        return ok;
    }

    /// <summary>Parses or throws <see cref="FormatException"/>.</summary>
    public static TargetId Parse(string text) => IdentifierText.Parse<TargetId>(text);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
