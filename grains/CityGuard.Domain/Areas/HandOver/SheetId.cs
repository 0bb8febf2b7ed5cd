using System.Globalization;
using System.Text.Json.Serialization;

namespace CityGuard.Domain.Areas.HandOver;

/// <summary>A hand-over sheet (交接班) of an area: <c>h-</c> and its number there, from 1.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.SheetId")]
[JsonConverter(typeof(IdentifierJsonConverter<SheetId>))]
public readonly record struct SheetId : IIdentifier<SheetId>
{
    private SheetId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; }

    /// <inheritdoc/>
    public static bool TryParse(string? text, out SheetId id)
    {
        var ok = IdentifierText.IsWellFormed(text, "h-") && int.TryParse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out _);
        id = ok ? new SheetId(text!) : default;
        return ok;
    }

    /// <summary>The sheet of a number.</summary>
    public static SheetId Of(int number) => new(string.Create(CultureInfo.InvariantCulture, $"h-{number}"));

    /// <summary>Parses or throws <see cref="FormatException"/>.</summary>
    public static SheetId Parse(string text) => IdentifierText.Parse<SheetId>(text);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
