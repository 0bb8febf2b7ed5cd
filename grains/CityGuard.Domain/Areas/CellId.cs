using System.Text.Json.Serialization;

namespace CityGuard.Domain.Areas;

/// <summary>A standard basic grid cell (标准基础网格): <c>c-</c> and a number.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.CellId")]
[JsonConverter(typeof(IdentifierJsonConverter<CellId>))]
public readonly record struct CellId : IIdentifier<CellId>
{
    private CellId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; }

    /// <inheritdoc/>
    public static bool TryParse(string? text, out CellId id)
    {
        var ok = IdentifierText.IsWellFormed(text, "c-");
        id = ok ? new CellId(text!) : default;
        return ok;
    }

    /// <summary>Parses or throws <see cref="FormatException"/>.</summary>
    public static CellId Parse(string text) => IdentifierText.Parse<CellId>(text);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
