using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CityGuard.Cities.Import;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

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
[JsonSerializable(typeof(PackageIndex))]
[JsonSerializable(typeof(ImmutableArray<Area>))]
[JsonSerializable(typeof(CellColumns))]
[JsonSerializable(typeof(ImmutableArray<ResponderProfile>))]
[JsonSerializable(typeof(ImmutableArray<KeyTargetProfile>))]
[JsonSerializable(typeof(CityRules))]
[JsonSerializable(typeof(DemandModel))]
[JsonSerializable(typeof(ImmutableArray<MapFeature>))]
[JsonSerializable(typeof(ResponderProfile))]
[JsonSerializable(typeof(KeyTargetProfile))]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(Dictionary<string, KnownCity>))]
internal sealed partial class CityJson : JsonSerializerContext;
