using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityGuard.Cities.Package;

/// <summary>The one JSON form of a city's parts: camelCase, enums as strings, nothing unknown passes.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.Strict,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CityRules))]
internal sealed partial class CityJson : JsonSerializerContext;
