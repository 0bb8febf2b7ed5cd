using System.Text.Json.Serialization;

namespace CityGuard.Domain.Areas.Aid;

/// <summary>A request for mutual aid (跨区增援): <c>a-</c> and 22 characters, made of who asks and the id of its command.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.AidId")]
[JsonConverter(typeof(IdentifierJsonConverter<AidId>))]
public readonly record struct AidId : IIdentifier<AidId>
{
    private AidId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; }

    /// <inheritdoc/>
    public static bool TryParse(string? text, out AidId id)
    {
        var ok = IdentifierText.IsWellFormed(text, "a-");
        id = ok ? new AidId(text!) : default;
        return ok;
    }

    /// <summary>The request of an area by a command: the same command is the same request.</summary>
    public static AidId Of(AreaId borrower, string command) => new("a-" + Incidents.IncidentReports.IdOf("aid/" + borrower, command).Value[2..]);

    /// <summary>Parses or throws <see cref="FormatException"/>.</summary>
    public static AidId Parse(string text) => IdentifierText.Parse<AidId>(text);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
