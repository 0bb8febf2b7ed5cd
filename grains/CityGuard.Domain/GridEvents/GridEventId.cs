using System.Text.Json.Serialization;

namespace CityGuard.Domain.GridEvents;

/// <summary>A grid event (网格事件) or 12345 ticket: <c>g-</c> and 22 characters of base64url, the 128-bit digest of its first report.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.GridEventId")]
[JsonConverter(typeof(IdentifierJsonConverter<GridEventId>))]
public readonly record struct GridEventId : IIdentifier<GridEventId>
{
    private GridEventId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; }

    /// <summary>The event of a report: a digest over length-prefixed (source, sourceId), as incidents have it.</summary>
    public static GridEventId Of(string source, string sourceId) => new("g-" + Incidents.IncidentReports.IdOf(source, sourceId).Value[2..]);

    /// <summary>The name under which the vault keeps its text: the vault keeps one key for each name, and an event has one of its own.</summary>
    public Incidents.IncidentId VaultName => Incidents.IncidentReports.IdOf("grid-event", Value);

    /// <inheritdoc/>
    public static bool TryParse(string? text, out GridEventId id)
    {
        var ok = text is { Length: 24 } && IdentifierText.IsWellFormed(text, "g-");
        id = ok ? new GridEventId(text!) : default;
        return ok;
    }

    /// <summary>Parses or throws <see cref="FormatException"/>.</summary>
    public static GridEventId Parse(string text) => IdentifierText.Parse<GridEventId>(text);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
