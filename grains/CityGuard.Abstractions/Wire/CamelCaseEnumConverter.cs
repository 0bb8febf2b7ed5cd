using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityGuard.Abstractions.Wire;

/// <summary>Enums by camelCase name, never by number.</summary>
internal sealed class CamelCaseEnumConverter() : JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
