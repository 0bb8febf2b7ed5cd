using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityGuard.Domain;

/// <summary>A readable, validated name of one thing in the city (<c>c-00042</c>, <c>u-A-00017</c>).</summary>
/// <typeparam name="TSelf">The identifier type itself.</typeparam>
public interface IIdentifier<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    /// <summary>The text of the identifier, prefix included.</summary>
    string Value { get; }

    /// <summary>Reads an identifier; false when the text has another prefix, a forbidden character or a wrong length.</summary>
    static abstract bool TryParse(string? text, out TSelf id);
}

/// <summary>Shape shared by all identifiers: a prefix, then 1 to 60 of letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
public static class IdentifierText
{
    /// <summary>True when <paramref name="text"/> starts with <paramref name="prefix"/> and the rest is well formed.</summary>
    public static bool IsWellFormed(string? text, string prefix)
    {
        if (text is null || text.Length <= prefix.Length || text.Length > 64 || !text.StartsWith(prefix, StringComparison.Ordinal))
            return false;
        foreach (var c in text.AsSpan(prefix.Length))
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))
                return false;
        return true;
    }

    /// <summary>Parses or throws.</summary>
    /// <exception cref="FormatException">The text is no identifier of this type.</exception>
    public static T Parse<T>(string text)
        where T : struct, IIdentifier<T>
        => T.TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a valid {typeof(T).Name}.");
}

/// <summary>Writes an identifier as its bare text.</summary>
public sealed class IdentifierJsonConverter<T> : JsonConverter<T>
    where T : struct, IIdentifier<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => T.TryParse(reader.GetString(), out var id) ? id : throw new JsonException($"not a valid {typeof(T).Name}");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
}
