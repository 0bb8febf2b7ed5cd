using System.Text.Json;
using System.Text.Json.Serialization;
using CityGuard.Domain.Areas.Aid.Events;
using CityGuard.Domain.Areas.Counters.Events;
using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Areas.HandOver.Events;
using CityGuard.Domain.Areas.Stocks.Events;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Deployments.Events;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;
using CityGuard.Domain.Roads.Events;
using CityGuard.Domain.Scenarios.Events;

namespace CityGuard.Domain.Journal;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(CamelCaseEnum<IncidentSeverity>), typeof(CamelCaseEnum<AssignmentProgress>), typeof(CamelCaseEnum<Verdict>), typeof(CamelCaseEnum<CandidateFlags>),
        typeof(CamelCaseEnum<Reach>), typeof(CamelCaseEnum<DispatchMode>), typeof(CamelCaseEnum<OrderChannel>), typeof(CamelCaseEnum<CentreDesk>), typeof(CamelCaseEnum<ReadinessLevel>), typeof(CamelCaseEnum<DutyMeasure>)])]
[JsonSerializable(typeof(IncidentEvent))]
[JsonSerializable(typeof(ResponderEvent))]
[JsonSerializable(typeof(AreaEvent))]
[JsonSerializable(typeof(CityEvent))]
[JsonSerializable(typeof(DayEvent))]
[JsonSerializable(typeof(HandOverEvent))]
[JsonSerializable(typeof(AidEvent))]
[JsonSerializable(typeof(GridEventFact))]
[JsonSerializable(typeof(StockEvent))]
[JsonSerializable(typeof(RoadEvent))]
[JsonSerializable(typeof(DeploymentEvent))]
[JsonSerializable(typeof(ScenarioEvent))]
[JsonSerializable(typeof(RunEvent))]
internal sealed partial class EventJson : JsonSerializerContext;

internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
