using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityGuard.Abstractions.Wire;

/// <summary>ISO 8601 with an offset. Without one the reader would have to guess the sender's time zone, so that is refused.</summary>
internal sealed class OffsetTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var at) && HasOffset(reader.GetString()!))
            return at;
        throw new JsonException("not a time in ISO 8601 with an offset, such as 2026-03-01T08:00:00+08:00");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
        => writer.WriteStringValue(value);

    // A well-formed time ends in Z, +hh:mm or -hh:mm, or has no offset at all.
    private static bool HasOffset(string text) => text[^1] is 'Z' || (text.Length > 19 && text[^6] is '+' or '-');
}
