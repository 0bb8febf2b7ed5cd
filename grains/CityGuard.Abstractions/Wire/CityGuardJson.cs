using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CityGuard.Abstractions.Wire;

/// <summary>
/// How the messages look as JSON, for the host's HTTP API, the SDK and the page alike: camelCase names and enums, times ISO 8601 with offset,
/// nulls written. Reading is strict: a missing or null required member, a number as enum, a time without offset or a member given twice is refused.
/// </summary>
public static class CityGuardJson
{
    /// <summary>The shared options; read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Frozen();

    /// <summary>Applies the same rules to options that somebody else owns, such as those of an HTTP pipeline.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectRequiredConstructorParameters = true;
        options.RespectNullableAnnotations = true;
        options.AllowDuplicateProperties = false;
        // Derived members (a point's validity) are not part of a message.
        options.IgnoreReadOnlyProperties = true;
        // Chinese names stay readable; what HTML would misread is still escaped.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.MaxDepth = 32;
        options.Converters.Add(new CamelCaseEnumConverter());
        options.Converters.Add(new OffsetTimeConverter());
        options.TypeInfoResolverChain.Insert(0, WireContext.Default);
    }

    private static JsonSerializerOptions Frozen()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.MakeReadOnly();
        return options;
    }
}
